public import XMLTree

/// A queue that calls wait in, and how it is doing.
///
/// Source: Finesse REST guide, "Queue".
public struct Queue: FinesseObject {
    /// `Queue`.
    public static let elementName = "Queue"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `Queue` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The queue's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// How it is doing; empty where the server gave nothing (wire name `statistics`).
    public var statistics: Statistics {
        Statistics(element: element.first("statistics") ?? XMLElement("statistics", elements: []))
    }

    /// The numbers of a queue.
    ///
    /// Each is nil where nothing is counted, which the server writes as -1: nobody has the queue, or this is Unified CCX.
    public struct Statistics: Hashable, Sendable {
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `statistics` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// Calls that wait (wire name `callsInQueue`).
        public var callsInQueue: Int? { count("callsInQueue") }
        /// Since when the one waits that has waited longest, ISO 8601; empty when none does (wire name
        /// `startTimeOfLongestCallInQueue`).
        public var startTimeOfLongestCallInQueue: String? { element.field("startTimeOfLongestCallInQueue") }
        /// Agents who are ready (wire name `agentsReady`).
        public var agentsReady: Int? { count("agentsReady") }
        /// Agents who are not ready (wire name `agentsNotReady`).
        public var agentsNotReady: Int? { count("agentsNotReady") }
        /// Agents who are busy with another queue (wire name `agentsBusyOther`).
        public var agentsBusyOther: Int? { count("agentsBusyOther") }
        /// Agents who are signed in (wire name `agentsLoggedOn`).
        public var agentsLoggedOn: Int? { count("agentsLoggedOn") }
        /// Agents on calls that came in (wire name `agentsTalkingInbound`).
        public var agentsTalkingInbound: Int? { count("agentsTalkingInbound") }
        /// Agents on calls that went out (wire name `agentsTalkingOutbound`).
        public var agentsTalkingOutbound: Int? { count("agentsTalkingOutbound") }
        /// Agents on calls inside, consult calls among them (wire name `agentsTalkingInternal`).
        public var agentsTalkingInternal: Int? { count("agentsTalkingInternal") }
        /// Agents who wrap up and are not ready afterwards (wire name `agentsWrapUpNotReady`).
        public var agentsWrapUpNotReady: Int? { count("agentsWrapUpNotReady") }
        /// Agents who wrap up and are ready afterwards (wire name `agentsWrapUpReady`).
        public var agentsWrapUpReady: Int? { count("agentsWrapUpReady") }

        private func count(_ name: String) -> Int? {
            element.number(name).flatMap { $0 < 0 ? nil : $0 }
        }
    }
}
