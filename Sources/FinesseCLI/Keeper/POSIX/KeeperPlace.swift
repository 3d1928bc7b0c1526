import FinesseSSO

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The one place of a keeper's socket, held for as long as the keeper runs.
///
/// A file beside the socket is locked, so that of two keepers that start at once one is turned away, and a socket without a
/// locked file is known to be a dead keeper's. The system gives the lock back however the keeper ends.
final class KeeperPlace: Sendable {
    /// The socket.
    let path: String
    private let lock: Int32

    private init(path: String, lock: Int32) {
        self.path = path
        self.lock = lock
    }

    deinit { close(lock) }

    /// Takes the place, and removes the socket that a dead keeper may have left there.
    ///
    /// - Parameter path: where the socket will be; its folder is made, or made its owner's alone.
    /// - Returns: the place; nil when a live keeper has it.
    /// - Throws: ``SystemRefusal``, or `FileFault` for the folder.
    static func take(_ path: String) throws -> KeeperPlace? {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try SystemFiles().makeDirectory(folder)
        let file = path + ".lock"
        let lock = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw SystemRefusal("open the lock", file) }
        let place = KeeperPlace(path: path, lock: lock)
        while flock(lock, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            if errno == EWOULDBLOCK { return nil }
            throw SystemRefusal("take the lock", file)
        }
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemRefusal("remove the old socket", path) }
        return place
    }

    /// Removes the socket; the lock goes with this value.
    func removeSocket() {
        _ = unsafe unlink(path)
    }
}
