#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Kills a process as the system would for want of memory.
func killProcess(_ process: Int32) {
    _ = kill(process, SIGKILL)
}
