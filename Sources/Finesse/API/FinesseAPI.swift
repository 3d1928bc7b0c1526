/// A call of Finesse's REST API, by its row in the index of what is documented, seen in samples, or inferred.
///
/// The raw value is the row: `U1`. Calls of which only a name is known have no row here; docs/coverage.md lists them.
///
/// Source: Finesse REST guide; each row's own evidence is ``evidence``.
public enum FinesseAPI: String, CaseIterable, Sendable {
    // MARK: User

    /// User: Sign In to Finesse.
    case signIn = "U1"
    /// User: Sign In as a Mobile Agent.
    case signInAsMobileAgent = "U2"
    /// User: Sign Out of Finesse Desktop.
    case signOut = "U3"
    /// User: Get User.
    case user = "U4"
    /// User: Get User Id from loginName.
    case userByLoginName = "U5"
    /// User: Get List.
    case users = "U6"
    /// User: Get List of Dialogs (voice default).
    case userDialogs = "U7"
    /// User: Get List of Dialogs (nonvoice only).
    case userMediaDialogs = "U8"
    /// User: Change Agent State.
    case changeState = "U10"
    /// User: Agent State Change With Reason Code.
    case changeStateWithReasonCode = "U11"
    /// User: Get Reason Code.
    case userReasonCode = "U12"
    /// User: Get Reason Code List (deprecated 12.5).
    case userReasonCodes = "U13"
    /// User: Get Wrap-Up Reason.
    case userWrapUpReason = "U14"
    /// User: Get Wrap-Up Reason List (deprecated 12.5).
    case userWrapUpReasons = "U15"
    /// User: Get Default Media Properties Layout.
    case userMediaPropertiesLayout = "U16"
    /// User: Get Media Properties Layout List (deprecated 12.5).
    case userMediaPropertiesLayouts = "U17"
    /// User: Get List of Phone Books (deprecated 12.5).
    case userPhoneBooks = "U18"
    /// User: Get List of Workflows (deprecated 12.5).
    case userWorkflows = "U19"

    // MARK: Dialog

    /// Dialog: Get Dialog.
    case dialog = "D1"
    /// Dialog: Create a New Dialog (Make a Call).
    case makeCall = "D2"
    /// Dialog: Take Action on Participant.
    case takeAction = "D3"
    /// Dialog: Update Call Variable Data.
    case updateCallData = "D4"
    /// Dialog: Send DTMF String.
    case sendDTMF = "D5"
    /// Dialog: Make a Consult Call Request.
    case consultCall = "D6"
    /// Dialog: Initiate a Single Step Transfer.
    case singleStepTransfer = "D7"
    /// Dialog: Make a Silent Monitor Call.
    case silentMonitor = "D8"
    /// Dialog: End a Silent Monitor Call.
    case endSilentMonitor = "D9"
    /// Dialog: Make a Barge Call.
    case bargeCall = "D10"
    /// Dialog: End a Barge Call.
    case endBargeCall = "D11"
    /// Dialog: Drop Participant from Conference.
    case dropParticipant = "D12"
    /// Dialog: Start Recording.
    case startRecording = "D13"
    /// Dialog: Accept/Close/Reject Outbound Option Preview.
    case answerOutboundPreview = "D14"
    /// Dialog: Accept/Close/Reject Direct Preview.
    case answerDirectPreview = "D15"
    /// Dialog: Reclassify Direct Preview call.
    case reclassify = "D16"
    /// Dialog: Schedule a callback.
    case scheduleCallback = "D17"
    /// Dialog: Cancel a callback.
    case cancelCallback = "D18"

    // MARK: Queue

    /// Queue: Get Queue.
    case queue = "Q1"
    /// Queue: Get List of Queues for User.
    case userQueues = "Q2"

    // MARK: Team

    /// Team: Get Team.
    case team = "T1"

    // MARK: TeamResource

    /// TeamResource: Get Reason Codes.
    case teamResourceReasonCodes = "TR1"
    /// TeamResource: Get Wrap-Up Reasons.
    case teamResourceWrapUpReasons = "TR2"
    /// TeamResource: Get Media Properties Layouts.
    case teamResourceMediaPropertiesLayouts = "TR3"
    /// TeamResource: Get Phone Books.
    case teamResourcePhoneBooks = "TR4"
    /// TeamResource: Get Workflows.
    case teamResourceWorkflows = "TR5"

    // MARK: TeamMessage

    /// TeamMessage: Get Team Message.
    case teamMessage = "TM1"
    /// TeamMessage: Get List.
    case teamMessages = "TM2"
    /// TeamMessage: Create.
    case createTeamMessage = "TM3"
    /// TeamMessage: Delete.
    case deleteTeamMessage = "TM4"
    /// TeamMessage: List active messages of a team.
    case activeTeamMessages = "TM5"

    // MARK: ClientLog

    /// ClientLog: Post to Finesse.
    case postClientLog = "L1"

    // MARK: Media

    /// Media: Sign In.
    case mediaSignIn = "M1"
    /// Media: Sign Out.
    case mediaSignOut = "M2"
    /// Media: Change Agent State.
    case mediaChangeState = "M3"
    /// Media: Change Agent State with Reason Code.
    case mediaChangeStateWithReasonCode = "M4"
    /// Media: Routable / Not Routable.
    case mediaRoutable = "M5"
    /// Media: Work State to Active.
    case mediaWorkToActive = "M6"
    /// Media: Get Media.
    case media = "M7"
    /// Media: Get List.
    case mediaList = "M8"
    /// Media: Put List.
    case mediaPutList = "M9"
    /// Media: MediaDomain list.
    case mediaDomains = "M10"

    // MARK: SSO

    /// SSO: Test.
    case testSignOn = "S1"
    /// SSO: Fetch Access Token.
    case fetchAccessToken = "S2"
    /// SSO: Refresh Access Token.
    case refreshAccessToken = "S3"
    /// SSO: Get User Authentication Mode.
    case userAuthMode = "S4"

    // MARK: ReasonCode

    /// ReasonCode: Get.
    case reasonCode = "C1"
    /// ReasonCode: Get by category and code.
    case reasonCodeByCode = "C2"
    /// ReasonCode: List.
    case reasonCodes = "C3"
    /// ReasonCode: Create.
    case createReasonCode = "C4"
    /// ReasonCode: Update.
    case updateReasonCode = "C5"
    /// ReasonCode: Delete.
    case deleteReasonCode = "C6"

    // MARK: WrapUpReason

    /// WrapUpReason: Get.
    case wrapUpReason = "C7"
    /// WrapUpReason: List.
    case wrapUpReasons = "C8"
    /// WrapUpReason: Create.
    case createWrapUpReason = "C9"
    /// WrapUpReason: Update.
    case updateWrapUpReason = "C10"
    /// WrapUpReason: Delete.
    case deleteWrapUpReason = "C11"

    // MARK: LayoutConfig

    /// LayoutConfig: Get default.
    case layoutConfig = "C12"
    /// LayoutConfig: Set default.
    case setLayoutConfig = "C13"

    // MARK: ClusterConfig

    /// ClusterConfig: Get.
    case clusterConfig = "C14"
    /// ClusterConfig: Set.
    case setClusterConfig = "C15"

    // MARK: EnterpriseDatabaseConfig

    /// EnterpriseDatabaseConfig: Get.
    case enterpriseDatabaseConfig = "C16"
    /// EnterpriseDatabaseConfig: Set.
    case setEnterpriseDatabaseConfig = "C17"

    // MARK: SystemConfig

    /// SystemConfig: Get.
    case systemConfig = "C18"
    /// SystemConfig: Set.
    case setSystemConfig = "C19"

    // MARK: ConfigInfo

    /// ConfigInfo: Get.
    case configInfo = "C20"

    // MARK: ECCVariableConfig

    /// ECCVariableConfig: Get.
    case eccVariableConfig = "C21"

    // MARK: ChatConfig

    /// ChatConfig: Get.
    case chatConfig = "C22"
    /// ChatConfig: Set.
    case setChatConfig = "C23"

    // MARK: MediaPropertiesLayout

    /// MediaPropertiesLayout: Get default.
    case defaultMediaPropertiesLayout = "C27"
    /// MediaPropertiesLayout: Set default.
    case setDefaultMediaPropertiesLayout = "C28"
    /// MediaPropertiesLayout: List.
    case mediaPropertiesLayouts = "C29"
    /// MediaPropertiesLayout: Get.
    case mediaPropertiesLayout = "C30"
    /// MediaPropertiesLayout: Create.
    case createMediaPropertiesLayout = "C31"
    /// MediaPropertiesLayout: Update.
    case updateMediaPropertiesLayout = "C32"
    /// MediaPropertiesLayout: Delete.
    case deleteMediaPropertiesLayout = "C33"

    // MARK: PhoneBook

    /// PhoneBook: Get.
    case phoneBook = "C34"
    /// PhoneBook: List.
    case phoneBooks = "C35"
    /// PhoneBook: Create.
    case createPhoneBook = "C36"
    /// PhoneBook: Update.
    case updatePhoneBook = "C37"
    /// PhoneBook: Delete.
    case deletePhoneBook = "C38"
    /// PhoneBook: Import contacts CSV.
    case importContactsAsCSV = "C39"
    /// PhoneBook: Import contacts XML.
    case importContactsAsXML = "C40"
    /// PhoneBook: Export contacts.
    case exportContacts = "C41"

    // MARK: Contact

    /// Contact: List.
    case contacts = "C42"
    /// Contact: Get.
    case contact = "C43"
    /// Contact: Create.
    case createContact = "C44"
    /// Contact: Update.
    case updateContact = "C45"
    /// Contact: Delete.
    case deleteContact = "C46"

    // MARK: Workflow

    /// Workflow: Get.
    case workflow = "C47"
    /// Workflow: List.
    case workflows = "C48"
    /// Workflow: Create.
    case createWorkflow = "C49"
    /// Workflow: Update.
    case updateWorkflow = "C50"
    /// Workflow: Delete.
    case deleteWorkflow = "C51"

    // MARK: WorkflowAction

    /// WorkflowAction: Get.
    case workflowAction = "C52"
    /// WorkflowAction: List.
    case workflowActions = "C53"
    /// WorkflowAction: Create.
    case createWorkflowAction = "C54"
    /// WorkflowAction: Update.
    case updateWorkflowAction = "C55"
    /// WorkflowAction: Delete.
    case deleteWorkflowAction = "C56"

    // MARK: Team

    /// Team: List teams.
    case teams = "C57"
    /// Team: Get reason codes.
    case teamReasonCodes = "C58"
    /// Team: Assign reason codes.
    case assignReasonCodes = "C59"
    /// Team: Get wrap-up reasons.
    case teamWrapUpReasons = "C60"
    /// Team: Assign wrap-up reasons.
    case assignWrapUpReasons = "C61"
    /// Team: Get phone books.
    case teamPhoneBooks = "C62"
    /// Team: Assign phone books.
    case assignPhoneBooks = "C63"
    /// Team: Get desktop layout.
    case teamLayoutConfig = "C64"
    /// Team: Assign desktop layout.
    case assignLayoutConfig = "C65"
    /// Team: Get workflows.
    case teamWorkflows = "C66"
    /// Team: Assign workflows.
    case assignWorkflows = "C67"
    /// Team: Get media properties layouts.
    case teamMediaPropertiesLayouts = "C68"
    /// Team: Assign media properties layouts.
    case assignMediaPropertiesLayouts = "C69"

    // MARK: SystemVariable

    /// SystemVariable: List.
    case systemVariables = "C70"

    // MARK: SystemInfo

    /// SystemInfo: Get.
    case systemInfo = "V1"

    // MARK: ConnectedUsersInfo

    /// ConnectedUsersInfo: Get.
    case connectedUsersInfo = "V4"

    // MARK: RuntimeConfigInfo

    /// RuntimeConfigInfo: Get.
    case runtimeConfigInfo = "V8"
}

extension FinesseAPI {
    /// What a row of the index rests on.
    public enum Evidence: String, Sendable {
        /// Method and address stand in the documents.
        case documented = "V"
        /// They are seen in samples, libraries, or the addresses that objects carry.
        case sample = "S"
        /// They follow the pattern of others and are not verified: what comes back is read tolerantly.
        case inferred = "I"
    }

    /// The contact centre that has a call.
    public enum Platform: String, Sendable {
        /// Both of them.
        case every = "all"
        /// Unified CCE; the other one answers 501 where that is documented.
        case ucce = "UCCE"
        /// Unified CCX; the other one answers 501 where that is documented.
        case uccx = "UCCX"
    }

    /// The method of the request.
    public var method: String { facts.method }
    /// The path, with a name in braces for each part that varies; below `/finesse/api/`, or from the root where it begins
    /// with a slash.
    public var path: String { facts.path }
    /// What the row rests on.
    public var evidence: Evidence { facts.evidence }
    /// The contact centre that has the call.
    public var platform: Platform { facts.platform }
    /// The resource that the documents list the call under.
    public var group: String { facts.group }
}
