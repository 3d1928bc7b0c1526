import ConformanceSuites
import Foundation

/// Drives test vectors that nobody in this project wrote: `conformance SUITE PATH [--report FILE]`.
@main
struct Conformance {
    static func main() async {
        let code = await ConformanceCommand.run(
            Array(CommandLine.arguments.dropFirst()),
            output: { print($0) },
            complaint: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
        )
        exit(code.rawValue)
    }
}
