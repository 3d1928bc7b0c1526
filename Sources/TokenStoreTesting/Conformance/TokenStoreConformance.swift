public import FinesseSSO

/// The rules that every `TokenStore` keeps, as checks to run against one.
///
/// Each check makes a store of its own and says what it needs of it: ``checks`` are for every store,
/// ``reopeningChecks`` for one that outlives the program, ``rawRecordChecks`` for one whose records other programs can
/// write into.
///
/// ```swift
/// @Test("keeps the rules of a store", arguments: TokenStoreConformance.checks)
/// func conformance(check: TokenStoreConformance.Check) async throws {
///     try await TokenStoreConformance { StoreSubject(store: MemoryTokenStore()) }.run(check)
/// }
/// ```
public struct TokenStoreConformance: Sendable {
    /// One rule.
    public struct Check: Sendable {
        /// The rule as a sentence that continues "a store …".
        public let name: String
        let body: @Sendable (StoreSubject) async throws -> Void
    }

    /// A rule that a store does not keep.
    public struct Failure: Error, Hashable, Sendable {
        /// What was seen in place of what the rule asks for.
        public let reason: String
    }

    private let makeSubject: @Sendable () async throws -> StoreSubject

    /// Creates a run of the suite.
    ///
    /// - Parameter makeSubject: Makes an empty store, another one for each check.
    public init(makeSubject: @escaping @Sendable () async throws -> StoreSubject) {
        self.makeSubject = makeSubject
    }

    /// The rules of every store.
    public static let checks: [Check] = keepingChecks + listingChecks + concurrencyChecks

    /// Runs one check.
    ///
    /// - Parameter check: One of ``checks``, ``reopeningChecks`` or ``rawRecordChecks``.
    /// - Throws: ``Failure`` when the store does not keep the rule, or cannot be looked at as the check needs it; also
    ///   where the store failed, and then the reason is its error.
    public func run(_ check: Check) async throws(Failure) {
        let subject: StoreSubject
        do {
            subject = try await makeSubject()
        } catch {
            throw Failure(reason: "no store could be made: \(error)")
        }
        var outcome: Failure?
        do {
            try await check.body(subject)
        } catch let failure as Failure {
            outcome = failure
        } catch {
            outcome = Failure(reason: "the store threw: \(error)")
        }
        await subject.discard()
        if let outcome { throw outcome }
    }
}

extension TokenStoreConformance.Check: CustomStringConvertible {
    /// The rule.
    public var description: String { name }
}

extension TokenStoreConformance.Failure: CustomStringConvertible {
    /// What was seen in place of what the rule asks for.
    public var description: String { reason }
}

/// A store under test, and the ways to look at it from outside.
public struct StoreSubject: Sendable {
    /// The store, with nothing in it.
    public var store: any TokenStore
    /// Opens what the store has kept as the next program would; nil for a store that ends with its program.
    public var reopen: (@Sendable () async throws -> any TokenStore)?
    /// The records' bytes; nil where no other program can get at them.
    public var rawRecords: RawRecords?
    /// Puts away what the store has left behind.
    public var discard: @Sendable () async -> Void

    /// Makes a subject from its parts.
    ///
    /// - Parameters:
    ///   - store: The store, with nothing in it.
    ///   - reopen: Opens what the store has kept as the next program would.
    ///   - rawRecords: The records' bytes.
    ///   - discard: Puts away what the store has left behind.
    public init(
        store: any TokenStore,
        reopen: (@Sendable () async throws -> any TokenStore)? = nil,
        rawRecords: RawRecords? = nil,
        discard: @escaping @Sendable () async -> Void = {}
    ) {
        self.store = store
        self.reopen = reopen
        self.rawRecords = rawRecords
        self.discard = discard
    }
}

/// The bytes of a store's records, past the store.
public struct RawRecords: Sendable {
    /// Reads what is in place of a record; nil when nothing is.
    public var read: @Sendable (SessionKey) async throws -> [UInt8]?
    /// Puts bytes in place of a record.
    public var write: @Sendable (SessionKey, [UInt8]) async throws -> Void
    /// Everything that has been set aside.
    public var setAside: @Sendable () async throws -> [[UInt8]]

    /// Makes the way to the bytes.
    ///
    /// - Parameters:
    ///   - read: Reads what is in place of a record.
    ///   - write: Puts bytes in place of a record.
    ///   - setAside: Everything that has been set aside.
    public init(
        read: @escaping @Sendable (SessionKey) async throws -> [UInt8]?,
        write: @escaping @Sendable (SessionKey, [UInt8]) async throws -> Void,
        setAside: @escaping @Sendable () async throws -> [[UInt8]]
    ) {
        self.read = read
        self.write = write
        self.setAside = setAside
    }
}
