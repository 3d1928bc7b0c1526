/// The log of a run in the form that browsers' tools read and write.
///
/// What the format has no place for stands in members whose names begin with "_", as it asks for.
///
/// Source: HAR 1.2, "HAR Data Structure".
package struct HARLog: Encodable, Hashable, Sendable {
    package var version = "1.2"
    package var creator: HARCreator
    package var pages: [HARPage]
    package var entries: [HAREntry]
    /// What was run: the command's name.
    package var command: String?
    /// The walls around the process that showed pages.
    package var walls: [String]?
    /// How the run ended; absent while it goes on.
    package var outcome: TracedOutcome?
    /// How many exchanges came after the log was full.
    package var dropped: Int?

    enum CodingKeys: String, CodingKey {
        case version, creator, pages, entries
        case dropped = "_dropped"
        case command = "_command"
        case walls = "_walls"
        case outcome = "_outcome"
    }
}

/// The program that wrote a log.
package struct HARCreator: Codable, Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}

/// What entries are grouped by.
package struct HARPage: Encodable, Hashable, Sendable {
    package var startedDateTime: String
    package var id: String
    package var title: String
    package var pageTimings = HARPageTimings()
}

/// When a page was ready; not known here.
package struct HARPageTimings: Encodable, Hashable, Sendable {}

/// How a run ended.
package struct TracedOutcome: Codable, Hashable, Sendable {
    /// The exit status.
    package var status: Int
    /// The message for the person; absent where all went well.
    package var message: String?

    package init(status: Int, message: String?) {
        self.status = status
        self.message = message
    }
}
