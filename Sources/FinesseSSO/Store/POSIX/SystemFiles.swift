// What keeps the unsafe calls of this folder true: every pointer handed to the C library belongs to a Swift value that
// lives for the whole call (a string or an array); every descriptor is closed exactly once, in the function that opened
// it; `errno` is read right after the call that set it, before anything else can.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The operations on files by the C library, since nothing smaller syncs a file and a directory.
///
/// Source: POSIX.1-2017 (open, write, fsync, rename).
public struct SystemFiles: StoreFileSystem {
    /// Makes it; it holds nothing.
    public init() {}

    /// Makes a directory, and those above it, for its owner alone; one that is there is made so.
    ///
    /// - Parameter path: The directory.
    /// - Returns: The directories that were not there before.
    /// - Throws: ``FileFault``.
    @discardableResult
    public func makeDirectory(_ path: String) throws(FileFault) -> [String] {
        if unsafe mkdir(path, 0o700) == 0 { return [path] }
        switch errno {
        case EEXIST:
            guard unsafe chmod(path, 0o700) == 0 else { throw fault("make the directory its owner's alone", path) }
            return []
        case ENOENT where Self.parent(of: path) != path:
            return try makeParents(of: path) + make(path)
        default:
            throw fault("make the directory", path)
        }
    }

    /// Reads a whole file.
    ///
    /// - Parameter path: The file.
    /// - Returns: Its bytes; nil when there is no such file.
    /// - Throws: ``FileFault``.
    public func read(_ path: String) throws(FileFault) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw fault("open the file", path)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = unsafe systemRead(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw fault("read the file", path)
            }
        }
    }

    /// Writes a file that must not be there yet, for its owner alone.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - bytes: Its bytes.
    /// - Throws: ``FileFault``.
    public func create(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault("make the file", path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw fault("write the file", path)
            }
        }
    }

    /// Puts what a file or a directory holds where a loss of power does not reach it.
    ///
    /// - Parameter path: The file or directory.
    /// - Throws: ``FileFault``.
    public func sync(_ path: String) throws(FileFault) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault("open for syncing", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault("sync", path) }
    }

    /// Moves a file, over the one that may be there.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - target: Its new path.
    /// - Throws: ``FileFault``.
    public func rename(_ path: String, to target: String) throws(FileFault) {
        guard unsafe systemRename(path, target) == 0 else { throw fault("rename the file", path) }
    }

    /// Removes a file; one that is not there is no error.
    ///
    /// - Parameter path: The file.
    /// - Throws: ``FileFault``.
    public func remove(_ path: String) throws(FileFault) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw fault("remove the file", path) }
    }

    /// Lists the names in a directory.
    ///
    /// - Parameter path: The directory.
    /// - Returns: The names, in no order; none when there is no such directory.
    /// - Throws: ``FileFault``.
    public func list(_ path: String) throws(FileFault) -> [String] {
        guard let directory = unsafe opendir(path) else {
            if errno == ENOENT { return [] }
            throw fault("list the directory", path)
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// The directories above are shared with other programs: an existing one stays as it is.
    private func makeParents(of path: String) throws(FileFault) -> [String] {
        let parent = Self.parent(of: path)
        guard parent != path, unsafe access(parent, F_OK) != 0 else { return [] }
        return try makeParents(of: parent) + make(parent)
    }

    private func make(_ path: String) throws(FileFault) -> [String] {
        if unsafe mkdir(path, 0o700) == 0 { return [path] }
        // Another program was faster.
        guard errno == EEXIST else { throw fault("make the directory", path) }
        return []
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func fault(_ operation: String, _ path: String) -> FileFault { Self.fault(operation, path) }

    /// What the system has just refused.
    static func fault(_ operation: String, _ path: String) -> FileFault {
        let number = errno
        let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
        return FileFault(operation: operation, path: path, reason: reason)
    }
}

// The methods above hide the functions of the same name.

private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    unsafe read(descriptor, buffer, count)
}

private func systemRename(_ path: UnsafePointer<CChar>, _ target: UnsafePointer<CChar>) -> CInt {
    unsafe rename(path, target)
}
