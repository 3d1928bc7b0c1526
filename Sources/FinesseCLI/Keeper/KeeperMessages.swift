import FinesseTypes
import Foundation

/// What is asked of a keeper: one line of JSON.
struct KeeperRequest: Codable, Hashable {
    /// The word for what is wanted.
    var request: String

    /// The agent it is wanted for; a keeper of another one says no.
    var user: String?

    /// The Finesse node it is wanted for.
    var server: String?

    static let token = "token"
    static let status = "status"
    static let stop = "stop"
}

/// What a keeper answers: one line of JSON.
///
/// It says what ``error`` is where there is one; every other member depends on the request.
struct KeeperAnswer: Hashable {
    /// Why there is no answer, as a word for programs.
    enum Problem: String, Codable, CaseIterable {
        /// The line is not JSON with a member `request`.
        case badRequest = "bad-request"
        /// There is no such request.
        case unknownRequest = "unknown-request"
        /// This keeper keeps another agent's tokens, or those for another server.
        case otherUser = "other-user"
        /// Only a person can go on.
        case needsPerson = "needs-person"
        /// There is no token now; a later request may get one.
        case unavailable = "unavailable"
        /// Too many programs ask at once.
        case busy = "busy"
        /// It took too long.
        case timedOut = "timed-out"
    }

    var error: Problem?
    var reason: String?
    var nextAction: String?
    var token: AccessToken?
    var user: String?
    var userId: String?
    var loginId: String?
    var server: String?
    var expiresAt: String?
    var expiresIn: Int?
    var standing: String?
    var process: Int?
    var stopping: Bool?

    /// A refusal with its reason and what to do, as sentences.
    static func refusal(_ problem: Problem, _ reason: String, _ nextAction: String) -> KeeperAnswer {
        KeeperAnswer(error: problem, reason: reason, nextAction: nextAction)
    }
}

extension KeeperAnswer: Codable {
    private enum Key: String, CodingKey {
        case error, reason, nextAction, token, user, userId, loginId, server, expiresAt, expiresIn, standing, process
        case stopping
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        error = try container.decodeIfPresent(Problem.self, forKey: .error)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        nextAction = try container.decodeIfPresent(String.self, forKey: .nextAction)
        token = try container.decodeIfPresent(String.self, forKey: .token).map { AccessToken($0) }
        user = try container.decodeIfPresent(String.self, forKey: .user)
        userId = try container.decodeIfPresent(String.self, forKey: .userId)
        loginId = try container.decodeIfPresent(String.self, forKey: .loginId)
        server = try container.decodeIfPresent(String.self, forKey: .server)
        expiresAt = try container.decodeIfPresent(String.self, forKey: .expiresAt)
        expiresIn = try container.decodeIfPresent(Int.self, forKey: .expiresIn)
        standing = try container.decodeIfPresent(String.self, forKey: .standing)
        process = try container.decodeIfPresent(Int.self, forKey: .process)
        stopping = try container.decodeIfPresent(Bool.self, forKey: .stopping)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(error, forKey: .error)
        try container.encodeIfPresent(reason, forKey: .reason)
        try container.encodeIfPresent(nextAction, forKey: .nextAction)
        try container.encodeIfPresent(token?.reveal(), forKey: .token)
        try container.encodeIfPresent(user, forKey: .user)
        try container.encodeIfPresent(userId, forKey: .userId)
        try container.encodeIfPresent(loginId, forKey: .loginId)
        try container.encodeIfPresent(server, forKey: .server)
        try container.encodeIfPresent(expiresAt, forKey: .expiresAt)
        try container.encodeIfPresent(expiresIn, forKey: .expiresIn)
        try container.encodeIfPresent(standing, forKey: .standing)
        try container.encodeIfPresent(process, forKey: .process)
        try container.encodeIfPresent(stopping, forKey: .stopping)
    }
}

/// The lines of the protocol.
enum KeeperLine {
    /// The most bytes of a request, without the end of its line.
    static let longestRequest = 4096

    /// The most bytes of an answer.
    static let longestAnswer = 256 << 10

    /// One value as one line.
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers always have a form in JSON.
        return ((try? encoder.encode(value)).map { Array($0) } ?? Array("{}".utf8)) + [UInt8(ascii: "\n")]
    }

    /// The value of a line; nil where it has none of this kind.
    static func decode<Value: Decodable>(_ type: Value.Type, _ line: [UInt8]) -> Value? {
        // What is wrong with a line of somebody else's is not told apart.
        try? JSONDecoder().decode(type, from: Data(line))
    }
}
