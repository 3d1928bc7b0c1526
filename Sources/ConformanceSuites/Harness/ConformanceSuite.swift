/// A set of test vectors that nobody in this project wrote, and how to drive it through the code the agent itself uses.
///
/// The vectors are data outside the repository; a suite knows their shape and the rule each row states, never a row.
package protocol ConformanceSuite: Sendable {
    /// The name on the command line, such as `http-state`.
    static var name: String { get }

    /// Where the given vectors lie below the data folder: a file or a folder.
    static var defaultPath: String { get }

    /// All of them, where the given vectors are more than one file; ``defaultPath`` alone unless a suite says more.
    static var defaultPaths: [String] { get }

    /// A line printed before the results, such as the version of a table that the outcome depends on.
    static var preamble: String? { get }

    /// Runs every row of the input.
    ///
    /// - Parameter input: the file or the folder that was named.
    /// - Returns: one outcome per row, in the input's order.
    /// - Throws: ``SuiteInputError`` when the input cannot be read or has another shape.
    static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome]
}

extension ConformanceSuite {
    package static var preamble: String? { nil }
    package static var defaultPaths: [String] { [defaultPath] }
}

extension ConformanceSuite {
    /// Runs a file, or a folder in place of the file that the suite's default is.
    static func run(path: String) async throws(SuiteInputError) -> [CaseOutcome] {
        let input = SuiteInput(path: path)
        let names = defaultPaths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        guard names.allSatisfy({ $0.hasSuffix(".json") }) else { return try await run(input) }
        var outcomes: [CaseOutcome] = []
        for input in input.expanded(to: names) { outcomes += try await run(input) }
        return outcomes
    }
}
