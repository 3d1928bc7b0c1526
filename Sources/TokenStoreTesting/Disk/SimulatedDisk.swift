public import FinesseSSO
import Synchronization

/// A file system in memory that tells what a loss of power would leave of it at any time.
///
/// Everything is there for whoever reads while the power is on. What was not synced, files and the entries of directories
/// each by themselves, may be gone or be damaged in each of the ``afterPowerLoss(limit:seed:)``.
///
/// ```swift
/// let disk = SimulatedDisk()
/// try await FileTokenStore(directory: "/state", files: disk).save(session)
/// for left in disk.afterPowerLoss() { … }
/// ```
public final class SimulatedDisk: StoreFileSystem {
    private struct State {
        var disk: DiskState
        var step = 0
        var syncs: [String] = []
    }

    private let state: Mutex<State>
    private let ignoredSync: Int?
    private let onStep: @Sendable (String) -> Void

    /// Makes an empty disk.
    ///
    /// - Parameters:
    ///   - ignoredSync: The number, from 0, of a sync in ``syncs`` that does nothing; nil where all are done.
    ///   - onStep: Told of each operation that changed something, right after it.
    public convenience init(ignoredSync: Int? = nil, onStep: @escaping @Sendable (String) -> Void = { _ in }) {
        self.init(DiskState(), ignoredSync: ignoredSync, onStep: onStep)
    }

    init(_ disk: DiskState, ignoredSync: Int?, onStep: @escaping @Sendable (String) -> Void) {
        state = Mutex(State(disk: disk))
        self.ignoredSync = ignoredSync
        self.onStep = onStep
    }

    /// The files as running programs see them, by path.
    public var files: [String: [UInt8]] { state.withLock { $0.disk.files() } }

    /// The syncs that had something to write down so far, each by its path, and what was ignored among them.
    public var syncs: [String] { state.withLock { $0.syncs } }

    /// What a loss of power now may leave, each as a disk of its own.
    ///
    /// - Parameters:
    ///   - limit: The most states that are looked at; when there are more, so many are chosen by the seed.
    ///   - seed: Chooses them.
    /// - Returns: The disks, all different, in no order.
    public func afterPowerLoss(limit: Int = 128, seed: UInt64 = 1) -> [SimulatedDisk] {
        PowerLoss(limit: limit, seed: seed).states(after: contents).map {
            SimulatedDisk($0, ignoredSync: nil, onStep: { _ in })
        }
    }

    var contents: DiskState { state.withLock { $0.disk } }

    // MARK: StoreFileSystem

    /// Makes a directory, and those above it.
    ///
    /// - Parameter path: The directory.
    /// - Returns: The directories that were not there before.
    /// - Throws: `FileFault`.
    @discardableResult
    public func makeDirectory(_ path: String) throws(FileFault) -> [String] {
        var made: [String] = []
        var parent = ""
        for name in path.split(separator: "/") {
            let child = "\(parent)/\(name)"
            if state.withLock({ $0.disk.node(at: child) == nil }) {
                try change("make \(child)", child) { disk, directory in
                    .set(String(name), disk.add(.directory(entries: [:], pending: [])))
                }
                made.append(child)
            }
            parent = child
        }
        return made
    }

    /// Reads a whole file.
    ///
    /// - Parameter path: The file.
    /// - Returns: Its bytes; nil when there is no such file.
    /// - Throws: `FileFault`.
    public func read(_ path: String) throws(FileFault) -> [UInt8]? {
        try checkName(path)
        return state.withLock { state in
            guard let node = state.disk.node(at: path), case .file(let bytes, _)? = state.disk.nodes[node] else {
                return nil
            }
            return bytes
        }
    }

    /// Writes a file that must not be there yet.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - bytes: Its bytes.
    /// - Throws: `FileFault`.
    public func create(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
        guard state.withLock({ $0.disk.node(at: path) == nil }) else {
            throw Self.fault("make the file", path, "File exists")
        }
        try change("create \(path)", path) { disk, _ in
            .set(Self.name(of: path), disk.add(.file(bytes, isSynced: false)))
        }
    }

    /// Puts what a file or a directory holds where a loss of power does not reach it, unless this sync is the ignored one.
    ///
    /// - Parameter path: The file or directory.
    /// - Throws: `FileFault`.
    public func sync(_ path: String) throws(FileFault) {
        let isThere = state.withLock { state in
            guard let node = state.disk.node(at: path) else { return false }
            guard state.disk.isUnsynced(node) else { return true }
            state.syncs.append(path)
            if state.syncs.count - 1 != ignoredSync { state.disk.sync(node) }
            return true
        }
        guard isThere else { throw Self.fault("sync", path, "No such file or directory") }
        onStep("sync \(path)")
    }

    /// Moves a file, over the one that may be there.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - target: Its new path, in the same directory.
    /// - Throws: `FileFault`.
    public func rename(_ path: String, to target: String) throws(FileFault) {
        guard let node = state.withLock({ $0.disk.node(at: path) }) else {
            throw Self.fault("rename the file", path, "No such file or directory")
        }
        guard Self.parent(of: path) == Self.parent(of: target) else {
            throw Self.fault("rename the file", path, "this disk renames within a directory only")
        }
        try change("rename \(path) to \(target)", target) { _, _ in
            .rename(Self.name(of: path), to: Self.name(of: target), node)
        }
    }

    /// Removes a file; one that is not there is no error.
    ///
    /// - Parameter path: The file.
    /// - Throws: `FileFault`.
    public func remove(_ path: String) throws(FileFault) {
        guard state.withLock({ $0.disk.node(at: path) != nil }) else { return }
        try change("remove \(path)", path) { _, _ in .remove(Self.name(of: path)) }
    }

    /// Lists the names in a directory.
    ///
    /// - Parameter path: The directory.
    /// - Returns: The names, in order; none when there is no such directory.
    /// - Throws: Never.
    public func list(_ path: String) throws(FileFault) -> [String] {
        state.withLock { state in
            state.disk.node(at: path).flatMap { state.disk.entries(of: $0) }.map { $0.keys.sorted() } ?? []
        }
    }

    // MARK: Parts

    private func change(
        _ what: String,
        _ path: String,
        _ make: (inout DiskState, Int) -> DiskState.Change
    ) throws(FileFault) {
        try checkName(path)
        let isDone = state.withLock { state in
            guard let parent = state.disk.node(at: Self.parent(of: path)) else { return false }
            state.disk.change(parent, make(&state.disk, parent))
            return true
        }
        guard isDone else { throw Self.fault(what, path, "No such file or directory") }
        onStep(what)
    }

    private func checkName(_ path: String) throws(FileFault) {
        guard path.split(separator: "/").allSatisfy({ $0.utf8.count <= DiskState.longestName }) else {
            throw Self.fault("open", path, "File name too long")
        }
    }

    private static func fault(_ operation: String, _ path: String, _ reason: String) -> FileFault {
        FileFault(operation: operation, path: path, reason: reason)
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
