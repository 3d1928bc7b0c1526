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
    private let onSetAside: @Sendable (TokenStoreError) -> Void

    private static let suffix = ".session"

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - directory: The directory, which is made when a record is saved; ``defaultDirectory(environment:)`` gives the
    ///     usual one.
    ///   - files: Does the operations on files.
    ///   - onSetAside: Told of a file that had to be moved aside to make room for a record.
    public init(
        directory: String,
        files: any StoreFileSystem = SystemFiles(),
        onSetAside: @escaping @Sendable (TokenStoreError) -> Void = { _ in }
    ) {
        self.directory = directory
        self.files = files
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

    /// Reads a record.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The record; nil when there is none.
    /// - Throws: ``TokenStoreError/damaged(file:setAside:)`` once, after which there is no such file any more;
    ///   ``TokenStoreError/newerVersion(file:version:)``; ``TokenStoreError/file(_:)``.
    public func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession? {
        try load(path(of: key), expecting: key)
    }

    /// Writes a record in place of the one there may be.
    ///
    /// - Parameter session: The record.
    /// - Throws: ``TokenStoreError/newerVersion(file:version:)`` rather than writing over such a file;
    ///   ``TokenStoreError/file(_:)``.
    public func save(_ session: StoredSession) async throws(TokenStoreError) {
        let path = path(of: session.key)
        do {
            _ = try load(path, expecting: session.key)
        } catch {
            guard case .damaged = error else { throw error }
            onSetAside(error)
        }
        guard let bytes = SessionCoding.encode(session) else {
            throw .file(FileFault(operation: "write the record as JSON", path: path, reason: "it has no such form"))
        }
        try replace(path, with: bytes)
    }

    /// Removes a record; one that is not there is no error.
    ///
    /// - Parameter key: Server and user.
    /// - Throws: ``TokenStoreError/file(_:)``.
    public func remove(_ key: SessionKey) async throws(TokenStoreError) {
        do throws(FileFault) {
            guard try files.read(path(of: key)) != nil else { return }
            try files.remove(path(of: key))
            try files.sync(directory)
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
                guard let bytes = try files.read("\(directory)/\(name)") else { continue }
                guard let session = try? SessionCoding.decode(bytes) else { continue }
                keys.append(session.key)
            }
            return keys.sorted()
        } catch {
            throw .file(error)
        }
    }

    private func load(_ path: String, expecting key: SessionKey) throws(TokenStoreError) -> StoredSession? {
        let bytes: [UInt8]?
        do {
            bytes = try files.read(path)
        } catch {
            throw .file(error)
        }
        guard let bytes else { return nil }
        do {
            let session = try SessionCoding.decode(bytes)
            if session.key == key { return session }
        } catch {
            if case .newer(let version) = error { throw .newerVersion(file: path, version: version) }
        }
        throw .damaged(file: path, setAside: try setAside(path))
    }

    private func setAside(_ path: String) throws(TokenStoreError) -> String {
        do throws(FileFault) {
            var number = 1
            while try files.read("\(path).damaged-\(number)") != nil { number += 1 }
            let target = "\(path).damaged-\(number)"
            try files.rename(path, to: target)
            try files.sync(directory)
            return target
        } catch {
            throw .file(error)
        }
    }

    private func replace(_ path: String, with bytes: [UInt8]) throws(TokenStoreError) {
        let temporary = "\(path).\(UInt64.random(in: .min ... .max)).new"
        do throws(FileFault) {
            try files.makeDirectory(directory)
            do throws(FileFault) {
                try files.create(temporary, bytes)
                try files.sync(temporary)
                try files.rename(temporary, to: path)
            } catch {
                try? files.remove(temporary)
                throw error
            }
            try files.sync(directory)
        } catch {
            throw .file(error)
        }
    }

    private func path(of key: SessionKey) -> String {
        "\(directory)/\(Self.name(of: key))\(Self.suffix)"
    }

    /// What the name of each file of a record begins with.
    static func name(of key: SessionKey) -> String {
        let server = FormText.encode("\(key.server.host)_\(key.server.port)")
        return "\(server)_\(FormText.encode(key.user.rawValue))"
    }
}
