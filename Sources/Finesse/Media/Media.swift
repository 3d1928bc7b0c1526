public import XMLTree

/// One channel of tasks, such as chat, and an agent's part in it (Unified CCE).
///
/// Where the agent has no skill group in the channel, only its description, id and name come.
///
/// Source: Finesse REST guide, "Media".
public struct Media: FinesseObject {
    /// `Media`.
    public static let elementName = "Media"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `Media` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The channel's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// What the channel is (wire name `description`).
    public var details: String? { element.field("description") }
    /// The agent's state in it (wire name `state`).
    public var state: MediaState? { element.word("state") }
    /// When the state began, ISO 8601; empty until a change was seen (wire name `stateChangeTime`).
    public var stateChangeTime: String? { element.field("stateChangeTime") }
    /// Whether tasks are offered to the agent (wire name `routable`).
    public var isRoutable: Bool? { element.flag("routable") }
    /// Whether another channel may interrupt (wire name `interruptible`).
    public var isInterruptible: Bool? { element.flag("interruptible") }
    /// What happens to tasks when it does (wire name `interruptAction`).
    public var interruptAction: InterruptAction? { element.word("interruptAction") }
    /// What happens to tasks when the agent signs out (wire name `dialogLogoutAction`).
    public var dialogLogoutAction: DialogLogoutAction? { element.word("dialogLogoutAction") }
    /// How many tasks the agent takes at a time (wire name `maxDialogLimit`).
    public var maxDialogLimit: Int? { element.number("maxDialogLimit") }
    /// The database id of the reason code; -1 when there is none (wire name `reasonCodeId`).
    public var reasonCodeID: Int? { element.number("reasonCodeId") }
    /// The reason code (wire name `ReasonCode`).
    public var reasonCode: ReasonCode? { element.first(ReasonCode.elementName).map(ReasonCode.init(element:)) }
    /// Whether the channel is connected to Finesse, from 12.5 on (wire name `mediaConnected`).
    public var isConnected: Bool? { element.flag("mediaConnected") }
    /// Whether the channel belongs to Finesse, from 12.6(2) on (wire name `finesseAssociated`).
    public var isAssociated: Bool? { element.flag("finesseAssociated") }
    /// The kind of channel, from 12.6(2) on (wire name `channel`).
    public var channel: String? { element.field("channel") }
    /// The class of media, from 12.6(2) on (wire name `mediaClass`).
    public var mediaClass: String? { element.field("mediaClass") }
}
