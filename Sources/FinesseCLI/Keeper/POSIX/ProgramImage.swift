import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Another program in this process's place: signals and the exit status are then its own.
struct ProgramImage {
    /// The program, by its path or its name, and its arguments.
    var command: [String]

    /// All of its variables.
    var environment: [String: String]

    /// Something to read for it: at this descriptor are these bytes, and then the end.
    var input: (descriptor: Int32, bytes: [UInt8])?

    /// The descriptors that this process was given, which the program gets as well; all others stay here.
    var inherited: Set<Int32>

    /// The descriptors that are open now.
    static func openDescriptors() -> Set<Int32> {
        Set((Int32(0)..<4096).filter { fcntl($0, F_GETFD) >= 0 })
    }

    /// Begins the program; returns only when that cannot be done.
    ///
    /// - Returns: why not; `isFound` is false where there is no such program.
    func begin() -> (refusal: SystemRefusal, isFound: Bool) {
        if let input, let refusal = Self.offer(input.bytes, at: input.descriptor) { return (refusal, true) }
        // Connections of the libraries, which not all of them keep to themselves.
        for descriptor in Self.openDescriptors().subtracting(inherited) where descriptor != input?.descriptor {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        // Dispositions belong to the whole process: of two that take and give back at once, the later would give back the
        // former's.
        return Self.dispositions.withLock { _ in takePlace() }
    }

    private static let dispositions = Mutex(())

    private func takePlace() -> (refusal: SystemRefusal, isFound: Bool) {
        // The threads that tasks run on let no signal through, and that would be inherited.
        var none = sigset_t()
        var mask = sigset_t()
        unsafe sigemptyset(&none)
        _ = unsafe pthread_sigmask(SIG_SETMASK, &none, &mask)
        // A program that takes this one's place gets the default for each signal that has a handler, not for one that is
        // ignored. A handler that does nothing is both: until then, and where nothing takes the place, a library's broken
        // connection does not end this process.
        let nothing: @convention(c) (Int32) -> Void = { _ in }
        let actions = [SIGINT, SIGTERM, SIGPIPE].map { ($0, signal($0, nothing)) }
        defer {
            for (number, action) in actions { signal(number, action) }
            _ = unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
        }
        let name = command.first ?? ""
        var refusal = SystemRefusal(operation: "find the program", path: name, reason: "no folder of PATH has it")
        var isFound = false
        for path in candidates(name) {
            execute(path)
            let failure = SystemRefusal("run the program", path)
            if errno == ENOENT || errno == ENOTDIR { continue }
            refusal = failure
            isFound = true
            // As a shell does: one that may not be run does not hide a later one.
            guard errno == EACCES else { break }
        }
        return (refusal, isFound)
    }

    private func candidates(_ name: String) -> [String] {
        guard !name.contains("/") else { return [name] }
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":",
            omittingEmptySubsequences: false
        )
        return name.isEmpty ? [] : folders.map { $0.isEmpty ? "./\(name)" : "\($0)/\(name)" }
    }

    private func execute(_ path: String) {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) } + [nil]
        var values: [UnsafeMutablePointer<CChar>?] = unsafe variables.map { unsafe strdup($0) } + [nil]
        _ = unsafe execve(path, &arguments, &values)
        let number = errno
        for index in unsafe arguments.indices { unsafe free(arguments[index]) }
        for index in unsafe values.indices { unsafe free(values[index]) }
        errno = number
    }

    /// Puts bytes into a pipe whose other end is at a descriptor that the next program inherits.
    private static func offer(_ bytes: [UInt8], at descriptor: Int32) -> SystemRefusal? {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { return SystemRefusal("make a pipe", "the system") }
        // Nobody reads yet: what does not fit at once never will.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let count = unsafe write(ends[1], bytes, bytes.count)
        close(ends[1])
        guard count == bytes.count else {
            return SystemRefusal(operation: "put the token into a pipe", path: "the system", reason: "it is too long")
        }
        guard ends[0] != descriptor else { return nil }
        guard dup2(ends[0], descriptor) == descriptor else {
            return SystemRefusal("put the token at descriptor \(descriptor)", "the system")
        }
        close(ends[0])
        return nil
    }
}
