import FinesseSSO
import Synchronization

/// Files in memory that keep what was done to them, and fail at one step when told to.
final class MemoryFiles: StoreFileSystem {
    struct State {
        var files: [String: [UInt8]] = [:]
        var log: [String] = []
        var failing: Int?
    }

    private let state = Mutex(State())

    var log: [String] { state.withLock { $0.log } }
    var files: [String: [UInt8]] { state.withLock { $0.files } }

    func put(_ path: String, _ text: String) { state.withLock { $0.files[path] = Array(text.utf8) } }

    /// The step from now on that fails, counted from 0.
    func fail(atStep step: Int?) {
        state.withLock { state in
            state.failing = step
            state.log = []
        }
    }

    private func step<Value>(_ name: String, _ path: String, _ body: (inout State) -> Value) throws(FileFault) -> Value
    {
        let outcome: Result<Value, FileFault> = state.withLock { state in
            state.log.append(name)
            if state.failing == state.log.count - 1 {
                return .failure(FileFault(operation: name, path: path, reason: "told to"))
            }
            return .success(body(&state))
        }
        return try outcome.get()
    }

    func makeDirectory(_ path: String) throws(FileFault) -> [String] { try step("makeDirectory", path) { _ in [path] } }
    func read(_ path: String) throws(FileFault) -> [UInt8]? { try step("read", path) { $0.files[path] } }
    func create(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
        try step("create", path) { $0.files[path] = bytes }
    }
    func sync(_ path: String) throws(FileFault) { try step("sync", path) { _ in } }
    func rename(_ path: String, to target: String) throws(FileFault) {
        try step("rename", path) { $0.files[target] = $0.files.removeValue(forKey: path) }
    }
    func remove(_ path: String) throws(FileFault) { try step("remove", path) { $0.files[path] = nil } }
    func list(_ path: String) throws(FileFault) -> [String] {
        try step("list", path) { state in
            state.files.keys.filter { $0.hasPrefix(path + "/") }.map { String($0.dropFirst(path.count + 1)) }
        }
    }
}
