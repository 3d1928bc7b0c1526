// What keeps the unsafe calls of this folder true: every pointer handed to the C library belongs to a Swift value that
// lives for the whole call; the descriptor is closed exactly once, in the function that opened it; `errno` is read right
// after the call that set it.

import Foundation

/// Files that only their owner may read, from the first byte on.
///
/// Source: POSIX.1-2017 (open, write, rename).
enum PrivateFile {
    /// Why a file could not be written.
    struct Fault: Error, Hashable {
        /// The system's word for it.
        var reason: String
    }

    /// Puts a file in the place of the one there may be: whole, or not at all.
    ///
    /// - Parameters:
    ///   - bytes: its bytes.
    ///   - path: the file.
    /// - Throws: ``Fault``.
    static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
        let temporary = "\(path).\(UInt64.random(in: .min ... .max)).new"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault() }
        do throws(Fault) {
            defer { close(descriptor) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress, $0.count) }
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    throw fault()
                }
            }
            guard unsafe rename(temporary, path) == 0 else { throw fault() }
        } catch {
            _ = unsafe unlink(temporary)
            throw error
        }
    }

    private static func fault() -> Fault { Fault(reason: unsafe String(cString: strerror(errno))) }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, bytes, count)
}
