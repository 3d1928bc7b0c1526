public import XMLTree

/// A call or a task, with everybody who takes part in it.
///
/// A task has no addresses and no secondary id.
///
/// Source: Finesse REST guide, "Dialog".
public struct Dialog: FinesseObject {
    /// `Dialog`.
    public static let elementName = "Dialog"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `Dialog` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The state as a whole (wire name `state`).
    public var state: DialogState? { element.word("state") }
    /// `Voice`, or the name of the task's channel (wire name `mediaType`).
    public var mediaType: String? { element.field("mediaType") }
    /// Who called (wire name `fromAddress`).
    public var fromAddress: String? { element.field("fromAddress") }
    /// Who was called (wire name `toAddress`).
    public var toAddress: String? { element.field("toAddress") }
    /// The id of the second call of a transfer or conference (wire name `secondaryId`).
    public var secondaryID: String? { element.filled("secondaryId") }
    /// The path of the dialog that this one belongs to (wire name `associatedDialogUri`).
    public var associatedDialogURI: String? { element.filled("associatedDialogUri") }
    /// The customer's number in a direct preview (wire name `callbackNumber`).
    public var callbackNumber: String? { element.field("callbackNumber") }
    /// The data of the call; empty where the server gave none (wire name `mediaProperties`).
    public var mediaProperties: MediaProperties {
        MediaProperties(element: element.first("mediaProperties") ?? XMLElement("mediaProperties", elements: []))
    }
    /// Everybody who takes part, those who have left too (wire name `participants`).
    public var participants: [Participant] { element.items(in: "participants") }
    /// When and where to call back (wire name `scheduledCallbackInfo`).
    public var scheduledCallback: ScheduledCallback? {
        element.first("scheduledCallbackInfo").map(ScheduledCallback.init(element:))
    }

    /// The participant at an address.
    ///
    /// - Parameter address: An agent's extension; a task names the agent's id.
    /// - Returns: The last one of them, who is the one that came back where one left and came back.
    public func participant(at address: String) -> Participant? {
        participants.last { $0.mediaAddress == address }
    }
}

extension Dialog {
    /// One participant.
    public struct Participant: FinesseObject {
        /// `Participant`.
        public static let elementName = "Participant"
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `Participant` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// The extension, or the agent's id in a task (wire name `mediaAddress`).
        public var mediaAddress: String? { element.field("mediaAddress") }
        /// What kind of address that is, such as `AGENT_DEVICE` (wire name `mediaAddressType`).
        public var mediaAddressType: String? { element.field("mediaAddressType") }
        /// The state (wire name `state`).
        public var state: ParticipantState? { element.word("state") }
        /// Why somebody was not reached (wire name `stateCause`).
        public var stateCause: StateCause? { element.word("stateCause") }
        /// When the participant came in, ISO 8601 (wire name `startTime`).
        public var startTime: String? { element.field("startTime") }
        /// When the state began, ISO 8601 (wire name `stateChangeTime`).
        public var stateChangeTime: String? { element.field("stateChangeTime") }
        /// What an agent may do now; to be ignored for anybody else (wire name `actions`).
        public var actions: [DialogAction] {
            element.first("actions")?.all("action").compactMap(\.trimmedText).map(DialogAction.init(rawValue:)) ?? []
        }
    }

    /// When and where to call back.
    public struct ScheduledCallback: Hashable, Sendable {
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `scheduledCallbackInfo` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// The time at the customer's place, such as `2014-03-07T14:30` (wire name `callbackTime`).
        public var time: String? { element.field("callbackTime") }
        /// The number (wire name `callbackNumber`).
        public var number: String? { element.field("callbackNumber") }
    }

    /// The data of a call.
    ///
    /// Source: Finesse REST guide, "Dialog", `mediaProperties`.
    public struct MediaProperties: Hashable, Sendable {
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `mediaProperties` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// `1` for voice, or the id of the task's channel (wire name `mediaId`).
        public var mediaID: String? { element.field("mediaId") }
        /// The number that was dialled (wire name `dialedNumber`).
        public var dialedNumber: String? { element.field("dialedNumber") }
        /// What kind of call it is, such as `ACD_IN` (wire name `callType`).
        public var callType: String? { element.field("callType") }
        /// The number that the network says was dialled (wire name `DNIS`).
        public var dnis: String? { element.field("DNIS") }
        /// The queue's number (wire name `queueNumber`).
        public var queueNumber: String? { element.field("queueNumber") }
        /// The queue's name (wire name `queueName`).
        public var queueName: String? { element.field("queueName") }
        /// The call's number of the day (Unified CCE; wire name `callKeyCallId`).
        public var callKeyCallID: String? { element.field("callKeyCallId") }
        /// The leg's number (Unified CCE; wire name `callKeySequenceNum`, with a capital on one page).
        public var callKeySequenceNumber: String? { element.field("callKeySequenceNum") }
        /// The day's number (Unified CCE; wire name `callKeyPrefix`).
        public var callKeyPrefix: String? { element.field("callKeyPrefix") }
        /// The reason the agent has chosen (wire name `wrapUpReason`).
        public var wrapUpReason: String? { element.field("wrapUpReason") }
        /// The reasons the agent has chosen (Unified CCX; wire name `wrapUpItems`).
        public var wrapUpItems: [String] {
            element.first("wrapUpItems")?.all("wrapUpItem").compactMap(\.trimmedText) ?? []
        }
        /// The call's variables, in the server's order (wire name `callvariables`).
        public var callVariables: [CallVariable] {
            element.first("callvariables")?.all("CallVariable").map { variable in
                CallVariable(variable.field("name") ?? "", variable.first("value")?.text ?? "")
            } ?? []
        }

        /// The value of a variable.
        ///
        /// - Parameter name: The variable's name, such as `callVariable1`.
        /// - Returns: The value; nil when the call has no such variable.
        public func callVariable(_ name: String) -> String? {
            callVariables.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }
}
