import Cryptography

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Remembers refused passwords in files, one for each user, beside the records of a ``FileTokenStore`` or elsewhere.
///
/// A file is its owner's alone and written as durably as a record of tokens. What is in it is named by ``PasswordDigest``.
public actor FileRefusedPasswords: RefusedPasswords {
    private static let suffix = ".refused"
    private static let format = "finessekit-refused-passwords"
    private static let version = 1
    /// The most refusals of one user that are kept; the oldest go first.
    private static let most = 8

    private var durable: DurableDirectory
    private let digest: @Sendable () async throws(TokenStoreError) -> PasswordDigest

    private struct File: Codable {
        var format: String
        var version: Int
        var records: [RefusedPasswordRecord]
    }

    /// Makes a memory in a directory.
    ///
    /// - Parameters:
    ///   - directory: The directory, which is made when something is remembered.
    ///   - files: Does the operations on files.
    ///   - boot: Names this start of the machine, see ``FileTokenStore``.
    ///   - digest: Gives how passwords are kept; asked for when one is remembered or looked for.
    public init(
        directory: String,
        files: any StoreFileSystem = SystemFiles(),
        boot: String? = BootTime.system()?.boot,
        digest: @escaping @Sendable () async throws(TokenStoreError) -> PasswordDigest = { () throws(TokenStoreError) in
            .scrypt(.usual)
        }
    ) {
        durable = DurableDirectory(directory, files: files, boot: boot)
        self.digest = digest
    }

    /// Finds where this password of this user was refused lately.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - now: The time.
    /// - Returns: The refusals, at most one for each place.
    /// - Throws: ``TokenStoreError/damaged(file:setAside:)`` once, after which there is no such file any more;
    ///   ``TokenStoreError/newerVersion(file:version:)``; ``TokenStoreError/file(_:)``; whatever the digest throws.
    public func refusals(
        of credentials: SignInCredentials,
        at now: WallTime
    ) async throws(TokenStoreError) -> [RefusedPassword] {
        let records = try load(credentials.userName).filter { $0.refusal.counts(at: now) }
        guard !records.isEmpty else { return [] }
        let digest = try await digest()
        var found: [String: RefusedPassword] = [:]
        for record in records {
            do throws(ScryptError) {
                if try record.matches(credentials, by: digest) { found[record.host] = record.refusal }
            } catch {
                throw fault("read the file", credentials.userName, "\(error)")
            }
        }
        return found.values.sorted { $0.host < $1.host }
    }

    /// Remembers that a password was refused.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - host: Host and port of who refused it.
    ///   - now: The time.
    /// - Throws: ``TokenStoreError/newerVersion(file:version:)``, ``TokenStoreError/file(_:)``; whatever the digest throws.
    public func remember(
        _ credentials: SignInCredentials,
        refusedAt host: String,
        at now: WallTime
    ) async throws(TokenStoreError) {
        let digest = try await digest()
        var records: [RefusedPasswordRecord] = []
        do {
            records = try load(credentials.userName).filter { $0.refusal.counts(at: now) }
        } catch {
            // What was damaged stands aside now, and there is room.
            guard case .damaged = error else { throw error }
        }
        do throws(ScryptError) {
            records.append(try RefusedPasswordRecord(credentials, RefusedPassword(host: host, date: now), by: digest))
        } catch {
            throw fault("keep a refused password", credentials.userName, "\(error)")
        }
        try save(Array(records.suffix(Self.most)), credentials.userName)
    }

    /// Forgets every refused password of a user.
    ///
    /// - Parameter userName: The user.
    /// - Throws: ``TokenStoreError/file(_:)``.
    public func forget(_ userName: String) async throws(TokenStoreError) {
        do throws(FileFault) {
            guard try durable.read(Self.fileName(of: userName)) != nil else { return }
            try durable.remove(Self.fileName(of: userName))
        } catch {
            throw .file(error)
        }
    }

    private func load(_ userName: String) throws(TokenStoreError) -> [RefusedPasswordRecord] {
        let name = Self.fileName(of: userName)
        guard let bytes = try reporting({ () throws(FileFault) in try durable.read(name) }) else { return [] }
        let path = durable.path(of: name)
        if let value = JSONValue(parsing: bytes), value["format"]?.text == Self.format,
            let version = value["version"]?.integer
        {
            guard version <= Self.version else { throw .newerVersion(file: path, version: Int(version)) }
            // What is wrong with a damaged file helps nobody.
            if let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) { return file.records }
        }
        let target = try reporting { () throws(FileFault) in try durable.setAside(name) }
        throw .damaged(file: path, setAside: target)
    }

    private func reporting<Value>(_ body: () throws(FileFault) -> Value) throws(TokenStoreError) -> Value {
        do throws(FileFault) {
            return try body()
        } catch {
            throw .file(error)
        }
    }

    private func save(_ records: [RefusedPasswordRecord], _ userName: String) throws(TokenStoreError) {
        let file = File(format: Self.format, version: Self.version, records: records)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // A failure has nothing to tell but that there is no such form.
        guard let data = try? encoder.encode(file) else {
            throw fault("keep a refused password", userName, "it has no form as JSON")
        }
        do throws(FileFault) {
            try durable.replace(Self.fileName(of: userName), with: Array(data))
        } catch {
            throw .file(error)
        }
    }

    private func fault(_ operation: String, _ userName: String, _ reason: String) -> TokenStoreError {
        let path = durable.path(of: Self.fileName(of: userName))
        return .file(FileFault(operation: operation, path: path, reason: reason))
    }

    private static func fileName(of userName: String) -> String {
        DurableDirectory.fileName(FormText.encode(userName.lowercased())) + suffix
    }
}
