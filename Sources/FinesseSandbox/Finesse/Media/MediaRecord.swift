/// An agent's work in a media routing domain.
struct MediaRecord: Codable, Hashable, Sendable {
    /// `LOGOUT`, `NOT_READY` or `READY`; the agent's tasks may show another one.
    var state = "LOGOUT"
    /// Whether new tasks come.
    var routable = false
    /// Whether no more tasks are to come once those that are offered or accepted have been started.
    var endsRoutable = false
    var maxDialogLimit = 1
    var interruptAction = "IGNORE"
    var dialogLogoutAction = "CLOSE"
    /// The number of the reason code; -1 for none.
    var reasonCodeId = -1
    var changedAt: SandboxInstant?
}

/// What a `PUT` of a media asks for.
enum MediaRequest: Codable, Hashable, Sendable {
    case signIn(maxDialogLimit: Int, interruptAction: String, dialogLogoutAction: String)
    case signOut(reasonCodeId: Int?)
    case ready
    case notReady(reasonCodeId: Int?)
    case routable(Bool)
    case active
}

/// Why the contact centre refuses what Finesse accepted.
///
/// Source: Finesse REST guide, "Errors for agent state and mode changes", "Errors for dialogs"; of the types only the
/// first is documented.
enum MediaFault: Int, Codable, Hashable, Sendable, CaseIterable {
    case alreadyLoggedIn = 1
    case agentNotFound = 2
    case domainNotFound = 3
    case notLoggedIn = 6
    case cannotLogIntoVoice = 11
    case taskNotFound = 18
    case invalidSequence = 19
    case notInApplicationPath = 27
    case interrupted = 30
    case agentLimitExceeded = 34
    case controllerOffline = 36
    case invalidDialogId = 6030

    /// The constant, in `errorMessage`.
    func message(dialog: String = "") -> String {
        switch self {
        case .alreadyLoggedIn: "E_ARM_STAT_AGENT_ALREADY_LOGGED_IN"
        case .agentNotFound: "E_ARM_STAT_AGENT_NOT_FOUND"
        case .domainNotFound: "E_ARM_STAT_MRD_LIST_ENTRY_NOT_FOUND"
        case .notLoggedIn: "E_ARM_STAT_AGENT_NOT_LOGGED_IN"
        case .cannotLogIntoVoice: "E_ARM_STAT_CANT_LOGIN_TO_VOICE_MRD"
        case .taskNotFound: "E_ARM_STAT_TASK_OBJECT_NOT_FOUND"
        case .invalidSequence: "E_ARM_STAT_INVALID_MESSAGE_SEQUENCE"
        case .notInApplicationPath: "E_ARM_STAT_LOGIN_NOT_ALLOWED_FOR_APP_PATH"
        case .interrupted: "E_ARM_STAT_NOT_VALID_AFTER_INTERRUPT_ADVISORY_ACCEPT"
        case .agentLimitExceeded: "E_ARM_STAT_PERFORMANCE_LIMIT_EXCEEDED"
        case .controllerOffline: "E_ARM_STAT_CC_OFFLINE"
        case .invalidDialogId: "INVALID_DIALOG_ID: \(dialog)"
        }
    }

    /// The words in `errorType`.
    var type: String {
        switch self {
        case .alreadyLoggedIn: "Agent already logged into MRD"
        case .agentNotFound: "Agent not found"
        case .domainNotFound: "MRD not found"
        case .notLoggedIn: "Agent not logged into MRD"
        case .cannotLogIntoVoice: "Cannot log into voice MRD"
        case .taskNotFound, .invalidDialogId: "Dialog not found"
        case .invalidSequence: "Invalid message sequence"
        case .notInApplicationPath: "Login not allowed for application path"
        case .interrupted: "Dialog interrupted"
        case .agentLimitExceeded: "Performance limit exceeded"
        case .controllerOffline: "Central controller offline"
        }
    }

    /// The element of a notification.
    func document(media: String, dialog: String = "") -> FinesseXML {
        Self.document(rawValue, media: media, message: message(dialog: dialog), type: type)
    }

    /// The element for a task that the Customer Collaboration Platform does not take back.
    ///
    /// Source: inferred; Finesse REST guide, "Dialog APIs for nonvoice tasks", says that there are such errors, and not how
    /// they look.
    static func refusedResubmission(status: Int, media: String) -> FinesseXML {
        document(status, media: media, message: "HTTP \(status)", type: "Generic Error")
    }

    private static func document(_ data: Int, media: String, message: String, type: String) -> FinesseXML {
        FinesseXML(
            "apiErrors",
            children: [
                FinesseXML(
                    "apiError",
                    children: [
                        FinesseXML("errorData", String(data)), FinesseXML("errorMedia", media),
                        FinesseXML("errorMessage", message), FinesseXML("errorType", type),
                    ]
                )
            ]
        )
    }
}
