// What keeps the unsafe calls of this folder true is said in SystemFiles.swift. A lock's descriptor is closed exactly
// once: by whoever takes it out of the mutex.

import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Locks beside the records of a ``FileTokenStore``: an empty file for each, locked as a whole.
///
/// The lock belongs to the open file, so that two keepers of one program shut each other out as well, and the system
/// gives it back when the program ends. The file stays.
///
/// Source: flock(2).
public struct FileSessionLock: SessionLock {
    private let directory: String
    private let files = SystemFiles()

    private final class Held: HeldSessionLock {
        private let descriptor: Mutex<Int32?>

        init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

        deinit { giveBack() }

        func release() async { giveBack() }

        private func giveBack() {
            let open = descriptor.withLock { descriptor in
                defer { descriptor = nil }
                return descriptor
            }
            if let open { close(open) }
        }
    }

    /// Makes the locks of a directory.
    ///
    /// - Parameter directory: The directory of the store.
    public init(directory: String) {
        self.directory = directory
    }

    /// Takes the lock if nobody has it.
    ///
    /// - Parameter key: Which record.
    /// - Returns: The lock; nil when somebody has it.
    /// - Throws: ``TokenStoreError/file(_:)``.
    public func take(_ key: SessionKey) async throws(TokenStoreError) -> (any HeldSessionLock)? {
        let path = "\(directory)/\(FileTokenStore.name(of: key)).lock"
        do throws(FileFault) {
            try files.makeDirectory(directory)
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw SystemFiles.fault("open the lock", path) }
            while true {
                if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return Held(descriptor) }
                if errno == EINTR { continue }
                let isTaken = errno == EWOULDBLOCK
                let failure = SystemFiles.fault("take the lock", path)
                close(descriptor)
                if isTaken { return nil }
                throw failure
            }
        } catch {
            throw .file(error)
        }
    }
}
