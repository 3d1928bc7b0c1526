/// What can be done with a call or task, in the server's own words.
///
/// Source: Finesse REST guide, "Dialog", `actions` and `requestedAction`.
public struct DialogAction: ServerWord {
    /// The server's word, such as `CONSULT_CALL`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a call.
    public static let makeCall = Self(rawValue: "MAKE_CALL")
    /// Answers the call.
    public static let answer = Self(rawValue: "ANSWER")
    /// Puts it on hold.
    public static let hold = Self(rawValue: "HOLD")
    /// Takes it back from hold.
    public static let retrieve = Self(rawValue: "RETRIEVE")
    /// Leaves it.
    public static let drop = Self(rawValue: "DROP")
    /// Changes its variables and its wrap-up reason.
    public static let updateCallData = Self(rawValue: "UPDATE_CALL_DATA")
    /// Sends digits.
    public static let sendDTMF = Self(rawValue: "SEND_DTMF")
    /// Calls somebody else while it is held.
    public static let consultCall = Self(rawValue: "CONSULT_CALL")
    /// Joins the held and the active call.
    public static let conference = Self(rawValue: "CONFERENCE")
    /// Connects the held and the active call, and leaves both.
    public static let transfer = Self(rawValue: "TRANSFER")
    /// Hands it over without talking first.
    public static let singleStepTransfer = Self(rawValue: "TRANSFER_SST")
    /// Listens to an agent's call.
    public static let silentMonitor = Self(rawValue: "SILENT_MONITOR")
    /// Joins the call that is listened to.
    public static let bargeCall = Self(rawValue: "BARGE_CALL")
    /// Drops another participant.
    public static let dropParticipant = Self(rawValue: "PARTICIPANT_DROP")
    /// Sets when or where to call back.
    public static let updateScheduledCallback = Self(rawValue: "UPDATE_SCHEDULED_CALLBACK")
    /// Takes a callback back.
    public static let cancelScheduledCallback = Self(rawValue: "CANCEL_SCHEDULED_CALLBACK")
    /// Starts recording (Unified CCX).
    public static let startRecording = Self(rawValue: "START_RECORDING")
    /// Says what answered an outbound call.
    public static let reclassify = Self(rawValue: "RECLASSIFY")
    /// Accepts a reservation or a task.
    public static let accept = Self(rawValue: "ACCEPT")
    /// Gives a reservation back, for another time.
    public static let reject = Self(rawValue: "REJECT")
    /// Ends a reservation or a task.
    public static let close = Self(rawValue: "CLOSE")
    /// Starts a task.
    public static let start = Self(rawValue: "START")
    /// Pauses a task.
    public static let pause = Self(rawValue: "PAUSE")
    /// Resumes a task.
    public static let resume = Self(rawValue: "RESUME")
    /// Wraps a task up.
    public static let wrapUp = Self(rawValue: "WRAP_UP")
}

/// The state of a call or task as a whole.
///
/// Source: Finesse REST guide, "Dialog", `state`.
public struct DialogState: ServerWord {
    /// The server's word, such as `ALERTING`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Off the hook.
    public static let initiating = Self(rawValue: "INITIATING")
    /// Dialling.
    public static let initiated = Self(rawValue: "INITIATED")
    /// Ringing.
    public static let alerting = Self(rawValue: "ALERTING")
    /// At least one participant talks; a task is worked on.
    public static let active = Self(rawValue: "ACTIVE")
    /// It did not come about.
    public static let failed = Self(rawValue: "FAILED")
    /// Nobody talks any more.
    public static let dropped = Self(rawValue: "DROPPED")
    /// An outbound preview or a task is accepted.
    public static let accepted = Self(rawValue: "ACCEPTED")
    /// A task is offered.
    public static let offered = Self(rawValue: "OFFERED")
    /// A task is paused.
    public static let paused = Self(rawValue: "PAUSED")
    /// A task is wrapped up.
    public static let wrappingUp = Self(rawValue: "WRAPPING_UP")
    /// A task is interrupted by another channel.
    public static let interrupted = Self(rawValue: "INTERRUPTED")
    /// A task has ended.
    public static let closed = Self(rawValue: "CLOSED")
    /// Not known to the server after a failure.
    public static let unknown = Self(rawValue: "UNKNOWN")
}

/// The state of one participant of a call.
///
/// Source: Finesse REST guide, "Dialog", `participants`.
public struct ParticipantState: ServerWord {
    /// The server's word, such as `HELD`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Off the hook.
    public static let initiating = Self(rawValue: "INITIATING")
    /// Dialling.
    public static let initiated = Self(rawValue: "INITIATED")
    /// The phone rings.
    public static let alerting = Self(rawValue: "ALERTING")
    /// Talks.
    public static let active = Self(rawValue: "ACTIVE")
    /// Was not reached; the cause is told.
    public static let failed = Self(rawValue: "FAILED")
    /// Has put the call on hold.
    public static let held = Self(rawValue: "HELD")
    /// Has left the call.
    public static let dropped = Self(rawValue: "DROPPED")
    /// Has left the call and wraps it up.
    public static let wrapUp = Self(rawValue: "WRAP_UP")
    /// Has accepted an outbound preview.
    public static let accepted = Self(rawValue: "ACCEPTED")

    /// True for a participant who is in the call: neither gone nor wrapping up.
    public var isPresent: Bool { self != .dropped && self != .wrapUp && self != .failed }
}

/// Why a participant was not reached.
///
/// Source: Finesse REST guide, "Dialog", `stateCause`.
public struct StateCause: ServerWord {
    /// The server's word, such as `BUSY`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The other party talks already.
    public static let busy = Self(rawValue: "BUSY")
    /// There is no such number.
    public static let badDestination = Self(rawValue: "BAD_DESTINATION")
    /// The device cannot be used.
    public static let deviceResourceNotAvailable = Self(rawValue: "DEVICE_RESOURCE_NOT_AVAILABLE")
    /// Anything else.
    public static let other = Self(rawValue: "OTHER")
}

/// What answered an outbound call.
///
/// Source: Finesse REST guide, "Dialog: Reclassify a Direct Preview Call", `outboundClassification`.
public struct OutboundClassification: ServerWord {
    /// The server's word, such as `ANS_MACHINE`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word to send.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A person.
    public static let voice = Self(rawValue: "VOICE")
    /// A fax machine.
    public static let fax = Self(rawValue: "FAX")
    /// An answering machine.
    public static let answeringMachine = Self(rawValue: "ANS_MACHINE")
    /// A number that is none.
    public static let invalid = Self(rawValue: "INVALID")
    /// A busy line.
    public static let busy = Self(rawValue: "BUSY")
    /// Somebody who wants no calls.
    public static let doNotCall = Self(rawValue: "DO_NOT_CALL")
}
