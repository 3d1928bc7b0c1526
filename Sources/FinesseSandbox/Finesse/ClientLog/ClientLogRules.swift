internal import XMLTree

/// The log that a client sent last.
struct ClientLogRecord: Codable, Hashable, Sendable {
    var receivedAt: SandboxInstant
    var text: String
    /// How many the user has sent.
    var count: Int
}

/// The rules of client logs.
///
/// Source: Finesse REST guide, "ClientLog" and its parameters.
enum ClientLogRules {
    static let longestId = 12
    static let longestLog = 1_048_576

    /// Reads a log.
    static func text(_ body: ObjectBody, of loginId: String) throws(ApiError) -> String {
        guard loginId.utf16.count <= longestId else {
            throw .invalidInput("The id may have up to \(longestId) characters", "id")
        }
        guard let text = body.child("logData")?.text, !text.isEmpty else { throw .parameterMissing("logData") }
        if let fault = TextRules.fault(text, of: "logData", upTo: longestLog) { throw fault }
        return text
    }
}

extension SandboxWorld {
    /// Each user's last log, by login id.
    var clientLogs: [(user: String, record: ClientLogRecord)] {
        state.clientLogs.entries.map { (user: $0.key, record: $0.value.value) }.sorted { $0.user < $1.user }
    }

    /// Keeps a client's log; only the last one of each user is kept.
    func keepClientLog(_ text: String, of loginId: String) {
        let count = state.clientLogs.value(loginId, now: clock.now)?.count ?? 0
        let record = ClientLogRecord(receivedAt: clock.now, text: text, count: count + 1)
        state.clientLogs.set(loginId, record, now: clock.now)
    }
}
