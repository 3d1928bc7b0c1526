import Foundation

// The only unsafe code here: clocks and usages are written by C into local variables that outlive the call.

/// Processor time of this process and of its children, those that ended and those that live.
struct ProcessorTime {
    var own: Duration
    var children: Duration

    var whole: Duration { own + children }

    /// What was spent so far, without the time that measuring itself took.
    static func now(without measuring: Duration) -> ProcessorTime {
        let living = ChildProcesses.identifiers.map(time(of:)).reduce(.zero, +)
        return ProcessorTime(own: own - measuring, children: ended + living)
    }

    static func - (after: ProcessorTime, before: ProcessorTime) -> ProcessorTime {
        ProcessorTime(own: after.own - before.own, children: after.children - before.children)
    }

    /// What the calling thread has spent.
    static func ofThisThread() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Duration(time)
    }

    private static func time(of process: Int32) -> Duration {
        #if os(Linux)
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return .zero }
        return Duration(time)
        #else
        return .zero
        #endif
    }

    #if canImport(Glibc)
    private static var own: Duration { usage(RUSAGE_SELF.rawValue) }
    private static var ended: Duration { usage(RUSAGE_CHILDREN.rawValue) }
    #else
    private static var own: Duration { usage(RUSAGE_SELF) }
    private static var ended: Duration { usage(RUSAGE_CHILDREN) }
    #endif

    private static func usage(_ whose: some BinaryInteger) -> Duration {
        var found = rusage()
        getrusage(.init(whose), &found)
        return Duration(found.ru_utime) + Duration(found.ru_stime)
    }
}

/// The processes that this one has started and that are there.
enum ChildProcesses {
    static var identifiers: [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return threads.flatMap { thread in
            let list = FileManager.default.contents(atPath: "/proc/self/task/\(thread)/children") ?? Data()
            return String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
        }
    }
}

extension Duration {
    fileprivate init(_ time: timespec) {
        self = .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    fileprivate init(_ time: timeval) {
        self = .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
    }

    var milliseconds: Double { self / .milliseconds(1) }
}
