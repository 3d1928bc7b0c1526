internal import FoundationEssentials

/// A sandbox's state at one moment, to be put back later, in the same sandbox, in another one or in another process.
///
/// ```swift
/// let snapshot = try await sandbox.snapshot()
/// // … a test changes what it likes …
/// try await sandbox.restore(snapshot)
/// ```
///
/// It holds the agents' states and the changes that are under way, locked passwords, sessions, sign-ins that are under
/// way, codes, what is known of tokens, the switches, the users with their passwords, and the clock. It does not hold the
/// journal, the keys (``SandboxConfiguration/keysDirectory`` keeps these), nor what is chosen at the start, such as the nodes.
///
/// What is only ever compared (tokens, codes, the values of session cookies) is in it as a digest. Tokens that a client
/// on its way has yet to fetch, a one-time code's secret and the users' passwords are in it as they are: keep a snapshot
/// as you keep a configuration with passwords.
public struct SandboxSnapshot: Sendable {
    /// The version of the form that this release writes and reads.
    public static let currentVersion = 1

    /// The version of its form.
    public let version: Int
    let clock: ClockReading
    let configuration: KeptConfiguration
    let state: WorldState

    init(clock: ClockReading, configuration: KeptConfiguration, state: WorldState) {
        version = Self.currentVersion
        self.clock = clock
        self.configuration = configuration
        self.state = state
    }

    /// Reads a snapshot from its JSON form.
    ///
    /// - Parameter json: The bytes.
    /// - Throws: ``SandboxError/snapshot(reason:)`` when they are no snapshot, or one of another version.
    public init(json: [UInt8]) throws(SandboxError) {
        do {
            self = try JSONDecoder().decode(SandboxSnapshot.self, from: Data(json))
        } catch let error as DecodingError {
            throw .snapshot(reason: Self.reason(error))
        } catch {
            throw .snapshot(reason: "it is not readable")
        }
    }

    /// Writes its JSON form: the same state gives the same bytes.
    ///
    /// - Returns: The bytes.
    /// - Throws: ``SandboxError/snapshot(reason:)`` when a value has no JSON form.
    public func json() throws(SandboxError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return Array(try encoder.encode(self))
        } catch {
            throw .snapshot(reason: "a value in it has no JSON form")
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is not JSON"
        case .dataCorrupted(let context) where context.codingPath.last is SnapshotKey: context.debugDescription
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.isEmpty
                ? "it is no snapshot" : "\(context.codingPath.map(\.stringValue).joined(separator: ".")) cannot be read"
        @unknown default: "it is not readable"
        }
    }
}

/// The members of a snapshot.
private enum SnapshotKey: String, CodingKey {
    case version, clock, configuration, state
}

extension SandboxSnapshot: Codable {
    /// Reads a snapshot.
    ///
    /// - Parameter decoder: Where it is.
    /// - Throws: `DecodingError` when it is no snapshot, or one of another version.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: SnapshotKey.self)
        version = try container.decode(Int.self, forKey: .version)
        guard version == Self.currentVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .version,
                in: container,
                debugDescription: "its version is \(version), and this release reads \(Self.currentVersion)"
            )
        }
        clock = try container.decode(ClockReading.self, forKey: .clock)
        configuration = try container.decode(KeptConfiguration.self, forKey: .configuration)
        state = try container.decode(WorldState.self, forKey: .state)
    }

    /// Writes the snapshot.
    ///
    /// - Parameter encoder: Where it goes.
    /// - Throws: `EncodingError` when the encoder does not take a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: SnapshotKey.self)
        try container.encode(version, forKey: .version)
        try container.encode(clock, forKey: .clock)
        try container.encode(configuration, forKey: .configuration)
        try container.encode(state, forKey: .state)
    }
}
