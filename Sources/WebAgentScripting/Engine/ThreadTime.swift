#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: the system fills a local variable whose address it gets for one call.

/// The processor time that the calling thread has used.
///
/// A page is judged by it and not by the time of day: on a busy machine an innocent page waits long and works little, and a
/// question to the parent costs the page nothing.
enum ThreadTime {
    /// The time used since the thread began.
    static func now() -> Duration {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
