#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Counts what a program gets done in a second of its own processor time.
///
/// Processor time and not the clock on the wall: on a shared machine only the first is repeatable.
struct Meter {
    /// The least processor time of one measurement, in seconds.
    let seconds: Double

    /// Prints the piece's name, this program's and the rate, in units a second.
    ///
    /// - Parameters:
    ///   - row: the name of the piece, the same in every program that is compared.
    ///   - units: how many units one call of `body` is: bytes, addresses, cookies.
    ///   - body: the piece; called once before it counts.
    func measure(_ row: String, units: Int, _ body: () -> Void) {
        body()
        // As many calls between two looks at the clock as take a while: a look costs as much as a small piece.
        var batch = 1
        var calls = 0
        var elapsed = 0.0
        let start = Self.processorTime()
        while elapsed < seconds {
            for _ in 0..<batch { body() }
            calls += batch
            batch *= 2
            elapsed = Self.processorTime() - start
        }
        print("\(row)\tFinesseKit\t\(Double(units * calls) / elapsed)")
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
