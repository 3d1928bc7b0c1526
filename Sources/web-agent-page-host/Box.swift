import CProcessBox
import WebAgentScripting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// Unsafe, wrapper of the walls of CProcessBox. What keeps it true: a text is handed over only for the length of its call.

/// The walls this process puts around itself.
enum Box {
    /// What stands from the start; before there is a second thread.
    static func enter(processor: UInt32) -> PageHostWalls {
        walls(CBoxEnter(processor))
    }

    /// What stands once everything is loaded.
    static func lock(memory: UInt64) -> PageHostWalls {
        walls(CBoxLock(memory))
    }

    /// Tries what the walls forbid: 0 when it was let, an error number when it was denied, nil for no such try.
    static func attempt(_ what: String) -> Int32? {
        let result = unsafe CBoxTry(what)
        return result < 0 ? nil : result
    }

    private static func walls(_ bits: UInt32) -> PageHostWalls {
        let known: [(bit: Int, wall: PageHostWalls)] = [
            (CBoxWallMemory, .memory), (CBoxWallProcessor, .processorTime), (CBoxWallNoCore, .noCore),
            (CBoxWallNoFileGrowth, .noFileGrowth), (CBoxWallNoNewPrivileges, .noNewPrivileges),
            (CBoxWallNotDumpable, .notDumpable), (CBoxWallEndsWithParent, .endsWithParent),
            (CBoxWallClosedDescriptors, .closedDescriptors), (CBoxWallFileRules, .fileRules),
            (CBoxWallSystemCalls, .systemCalls),
        ]
        return PageHostWalls(known.compactMap { UInt32($0.bit) & bits == 0 ? nil : $0.wall })
    }
}

/// Ends this process at once, with the status of one that was left alone.
func exitProcess(_ status: Int32 = 0) -> Never {
    exit(status)
}
