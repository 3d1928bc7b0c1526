#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An error number of the system.
struct SystemFailure: Error, Hashable, Sendable, CustomStringConvertible {
    let number: Int32

    /// Takes what a function of CProcessBox returned.
    init(negated result: Int64) {
        number = Int32(clamping: -result)
    }

    /// Whether it only means: not now.
    var isForLater: Bool { number == EAGAIN || number == EWOULDBLOCK }

    var description: String {
        switch number {
        case ENOENT: "it is not there"
        case EACCES, EPERM: "it may not be started"
        case ENOEXEC: "it is no program of this machine"
        case EMFILE, ENFILE: "too many files are open"
        case EAGAIN, ENOMEM: "the system has no room for another process"
        default: "error \(number) of the system"
        }
    }
}

/// How a child ended.
enum ChildEnd: Hashable, Sendable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)

    /// Somebody else has waited for it.
    case unknown

    var description: String {
        switch self {
        case .exit(0): "it left"
        case .exit(let status): "it left with status \(status)"
        case .signal(SIGXCPU): "it used up its processor time"
        case .signal(SIGSYS): "it asked the system for what its walls forbid"
        case .signal(SIGABRT): "it gave up, most likely for want of memory"
        case .signal(SIGKILL): "it was killed"
        case .signal(let signal): "it crashed by signal \(signal)"
        case .unknown: "nothing is known of its end"
        }
    }
}
