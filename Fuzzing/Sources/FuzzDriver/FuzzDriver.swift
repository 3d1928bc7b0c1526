// The one place of this package with unsafe code.
//
// What keeps it true: libFuzzer's pointer is read only inside the call and for the length given; the target is set once,
// before libFuzzer runs, and libFuzzer calls it from one thread.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Hands a fuzz target to libFuzzer.
public enum FuzzDriver {
    // nonisolated(unsafe): set once, before libFuzzer makes its first call, and only called afterwards, on one thread.
    nonisolated(unsafe) private static var target: ([UInt8]) -> Void = { _ in }

    /// Whether the crash that each target has planted is armed, by `FUZZ_PLANTED_CRASH`.
    public static let isPlantArmed = unsafe getenv("FUZZ_PLANTED_CRASH") != nil

    /// Runs a target as the command line says, and ends the process.
    ///
    /// - Parameter target: Looks at one input; it ends the process by ``require(_:_:)`` when a promise is broken.
    public static func run(_ target: @escaping ([UInt8]) -> Void) -> Never {
        unsafe Self.target = target
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        let status = unsafe runLibFuzzer(&count, &arguments) { pointer, length in
            unsafe FuzzDriver.target(Array(UnsafeBufferPointer(start: pointer, count: length)))
            return 0
        }
        exit(status)
    }
}

/// Ends the process, which libFuzzer takes for a crash, when a promise is broken.
///
/// An optimised build prints no message of `precondition`; this one it prints.
///
/// - Parameters:
///   - condition: The promise.
///   - message: What is broken.
public func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    guard condition else { fatalError(message()) }
}

/// The crash that shows that a target finds crashes.
///
/// - Parameter condition: A structure that random bytes do not have: coverage has to lead there.
public func plantedCrash(if condition: @autoclosure () -> Bool) {
    if FuzzDriver.isPlantArmed, condition() { fatalError("the planted crash") }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
