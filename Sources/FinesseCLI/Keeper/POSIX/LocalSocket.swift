// The unsafe code of this folder is the C library's sockets, locks and exec, which Foundation has no names for. What keeps
// it true: every pointer handed over belongs to a local value that lives for the whole call; each descriptor has one owner,
// which closes it exactly once, in its deinit or where the descriptor was made; `errno` is read right after the call that
// set it.

import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One end of a conversation on a local socket, or the place where such conversations begin.
///
/// Source: unix(7), socket(7).
final class LocalSocket: Sendable {
    private let descriptor: Int32

    private init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The longest path that a socket may have, in bytes.
    static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// Listens at a path where nothing is, for its owner alone.
    ///
    /// - Parameter path: in a folder that is its owner's alone.
    /// - Returns: the place to accept from.
    /// - Throws: ``SystemRefusal``.
    static func listen(at path: String) throws(SystemRefusal) -> LocalSocket {
        let made = try make()
        let isBound = try unsafe withAddress(of: path) { address, size in unsafe bind(made.descriptor, address, size) }
        guard isBound == 0 else { throw SystemRefusal("make the socket", path) }
        guard unsafe chmod(path, 0o600) == 0 else { throw SystemRefusal("make the socket its owner's alone", path) }
        guard systemListen(made.descriptor, 64) == 0 else { throw SystemRefusal("listen on the socket", path) }
        return made
    }

    /// Begins a conversation.
    ///
    /// - Parameter path: where somebody listens.
    /// - Returns: this end of it.
    /// - Throws: ``SystemRefusal``; where nobody listens as well.
    static func connect(to path: String) throws(SystemRefusal) -> LocalSocket {
        let made = try make()
        let isConnected = try unsafe withAddress(of: path) { address, size in
            unsafe systemConnect(made.descriptor, address, size)
        }
        guard isConnected == 0 else { throw SystemRefusal("connect to the socket", path) }
        return made
    }

    /// Waits for the next conversation.
    ///
    /// - Returns: this end of it; nil when the system had none to give just then.
    func accept() -> LocalSocket? {
        let accepted = systemAccept(descriptor)
        guard accepted >= 0 else { return nil }
        Self.keepToOneself(accepted)
        return LocalSocket(owning: accepted)
    }

    /// Who is at the other end, as the system vouches for it; nil where it does not.
    var peer: UInt32? {
        #if os(Linux)
        // struct ucred: process, user and group, four bytes each.
        var credentials: [UInt32] = [0, 0, 0]
        var size = socklen_t(12)
        guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0, size == 12 else {
            return nil
        }
        return credentials[1]
        #else
        var user = uid_t()
        var group = gid_t()
        guard unsafe getpeereid(descriptor, &user, &group) == 0 else { return nil }
        return user
        #endif
    }

    /// The person whose program this is.
    static var ownUser: UInt32 { geteuid() }

    /// Reads what there is, as soon as there is something.
    ///
    /// - Parameters:
    ///   - limit: the most bytes.
    ///   - time: how long to wait for the first of them.
    /// - Returns: the bytes, none at the other side's end; nil when the time is over or the conversation broke.
    func read(upTo limit: Int, within time: Duration) -> [UInt8]? {
        guard waits(for: Int16(POLLIN), time) else { return nil }
        var buffer = [UInt8](repeating: 0, count: limit)
        while true {
            let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
            if count >= 0 { return Array(buffer[..<count]) }
            guard errno == EINTR else { return nil }
        }
    }

    /// Writes bytes that fit into the system's buffers, as a line does.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - time: how long the other side may leave the buffers full.
    /// - Returns: false when the time is over or the conversation broke.
    func write(_ bytes: [UInt8], within time: Duration) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard waits(for: Int16(POLLOUT), time) else { return false }
            let part = Array(rest)
            let count = unsafe send(descriptor, part, part.count, Self.sendFlags)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR, errno != EAGAIN {
                return false
            }
        }
        return true
    }

    /// Ends the conversation for both sides, also while another thread waits in it.
    func end() {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    // MARK: The system's calls

    private static func make() throws(SystemRefusal) -> LocalSocket {
        #if canImport(Darwin)
        let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #else
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        guard descriptor >= 0 else { throw SystemRefusal("make a socket", "the system") }
        keepToOneself(descriptor)
        return LocalSocket(owning: descriptor)
    }

    /// No program that this one starts has the descriptor, and a peer that went away is no signal.
    private static func keepToOneself(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        #if canImport(Darwin)
        var yes: Int32 = 1
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(4))
        #endif
    }

    private static var sendFlags: Int32 {
        #if canImport(Darwin)
        0
        #else
        Int32(MSG_NOSIGNAL)
        #endif
    }

    private func waits(for events: Int16, _ time: Duration) -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + time
        while true {
            let left = max(.zero, clock.now.duration(to: end)).components
            let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
            var entry = pollfd(fd: descriptor, events: events, revents: 0)
            let count = unsafe poll(&entry, 1, Int32(clamping: milliseconds))
            if count > 0 { return true }
            if count == 0 || errno != EINTR { return false }
        }
    }

    private static func withAddress(
        of path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(SystemRefusal) -> Int32 {
        let bytes = Array(path.utf8)
        guard bytes.count <= longestPath, !bytes.contains(0) else {
            throw SystemRefusal(
                operation: "use it as the path of a socket",
                path: path,
                reason: "it has \(bytes.count) bytes, and \(longestPath) is the most"
            )
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        return unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe body(address, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

// The methods above hide the functions of the same name.

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }

private func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
    unsafe connect(descriptor, address, size)
}

private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }
