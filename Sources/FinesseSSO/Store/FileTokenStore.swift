import FinesseTypes
import HTTPTransport

/// A store in a directory of files, one for each server and user.
///
/// A record is written to a temporary file, synced, renamed over the old one, and the directory is synced: after a loss
/// of power either the old or the new record is there, whole. The directory and the files are their owner's alone.
/// A file that cannot be read is moved aside under a new name, and never written over.
public actor FileTokenStore: TokenStore {
    /// The directory that the records are in.
    public nonisolated let directory: String
    private let files: any StoreFileSystem
    private var durable: DurableDirectory
    private let onSetAside: @Sendable (TokenStoreError) -> Void

    private static let suffix = ".session"

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - directory: The directory, which is made when a record is saved; ``defaultDirectory(environment:)`` gives the
    ///     usual one.
    ///   - files: Does the operations on files.
    ///   - boot: Names this start of the machine: what a program left that was ended by the end of another one is
    ///     removed.
    ///   - onSetAside: Told of a file that had to be moved aside to make room for a record.
    public init(
        directory: String,
        files: any StoreFileSystem = SystemFiles(),
        boot: String? = BootTime.system()?.boot,
        onSetAside: @escaping @Sendable (TokenStoreError) -> Void = { _ in }
    ) {
        self.directory = directory
        self.files = files
        durable = DurableDirectory(directory, files: files, boot: boot)
        self.onSetAside = onSetAside
    }

    /// The usual directory: `$XDG_STATE_HOME/finessekit`, else `~/.local/state/finessekit`.
    ///
    /// - Parameter environment: The variables of the process.
    /// - Returns: nil when neither `XDG_STATE_HOME` nor `HOME` is an absolute path.
    ///
    /// Source: XDG Base Directory Specification 0.8 (relative paths are ignored).
    public static func defaultDirectory(environment: [String: String]) -> String? {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return "\(state)/finessekit" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.local/state/finessekit"
    }

    /// The file that a record is in, or would be.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The path.
    public nonisolated func path(of key: SessionKey) -> String { "\(directory)/\(Self.fileName(of: key))" }

    /// Reads a record.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The record; nil when there is none.
    /// - Throws: ``TokenStoreError/damaged(file:setAside:)`` once, after which there is no such file any more;
    ///   ``TokenStoreError/newerVersion(file:version:)``; ``TokenStoreError/file(_:)``.
    public func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession? {
        try load(key)
    }

    /// Writes a record in place of the one there may be.
    ///
    /// - Parameter session: The record.
    /// - Throws: ``TokenStoreError/newerVersion(file:version:)`` rather than writing over such a file;
    ///   ``TokenStoreError/file(_:)``.
    public func save(_ session: StoredSession) async throws(TokenStoreError) {
        do {
            _ = try load(session.key)
        } catch {
            guard case .damaged = error else { throw error }
            onSetAside(error)
        }
        guard let bytes = SessionCoding.encode(session) else {
            let path = path(of: session.key)
            throw .file(FileFault(operation: "write the record as JSON", path: path, reason: "it has no such form"))
        }
        do throws(FileFault) {
            try durable.replace(Self.fileName(of: session.key), with: bytes)
        } catch {
            throw .file(error)
        }
    }

    /// Removes a record, and what interrupted programs have left of it; one that is not there is no error.
    ///
    /// - Parameter key: Server and user.
    /// - Throws: ``TokenStoreError/file(_:)``.
    public func remove(_ key: SessionKey) async throws(TokenStoreError) {
        do throws(FileFault) {
            try durable.remove(Self.fileName(of: key))
        } catch {
            throw .file(error)
        }
    }

    /// Lists the records there are; files that cannot be read are left out and left alone.
    ///
    /// - Returns: Their keys, in order of server and user.
    /// - Throws: ``TokenStoreError/file(_:)``.
    public func keys() async throws(TokenStoreError) -> [SessionKey] {
        do throws(FileFault) {
            var keys: [SessionKey] = []
            for name in try files.list(directory) where name.hasSuffix(Self.suffix) {
                guard let bytes = try durable.read(name) else { continue }
                // Whoever asks for the record itself is told of the damage.
                guard case .session(let session) = SessionCoding.read(bytes, expecting: nil) else { continue }
                keys.append(session.key)
            }
            return keys.sorted()
        } catch {
            throw .file(error)
        }
    }

    private func load(_ key: SessionKey) throws(TokenStoreError) -> StoredSession? {
        let name = Self.fileName(of: key)
        guard let bytes = try read(name) else { return nil }
        let path = durable.path(of: name)
        switch SessionCoding.read(bytes, expecting: key) {
        case .session(let session): return session
        case .newer(let version): throw .newerVersion(file: path, version: version)
        case .damaged: throw .damaged(file: path, setAside: try setAside(name))
        }
    }

    private func read(_ name: String) throws(TokenStoreError) -> [UInt8]? {
        do throws(FileFault) {
            return try durable.read(name)
        } catch {
            throw .file(error)
        }
    }

    private func setAside(_ name: String) throws(TokenStoreError) -> String {
        do throws(FileFault) {
            return try durable.setAside(name)
        } catch {
            throw .file(error)
        }
    }

    /// A name for what a key leads to, fit for a file: a host has no `_` there, so that no two keys share a name.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The name, in ASCII, of at most 120 bytes.
    package static func name(of key: SessionKey) -> String {
        let host = FormText.encode(key.server.host).replacing("_", with: "%5F")
        return DurableDirectory.fileName("\(host)_\(key.server.port)_\(FormText.encode(key.user.rawValue))")
    }

    private static func fileName(of key: SessionKey) -> String { name(of: key) + suffix }
}
