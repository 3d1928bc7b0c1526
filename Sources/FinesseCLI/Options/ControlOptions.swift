import ArgumentParser

/// Which running sandbox, and how its answer is shown.
struct ControlOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The profile that the sandbox wrote.", valueName: "name"))
    var profile = "sandbox"

    @OptionGroup var output: OutputOptions

    /// The control of the sandbox.
    func client(in context: CommandContext) throws -> ControlClient {
        try ControlClient(profile: profile, in: context)
    }

    /// Shows a value: as JSON, or in the lines that a closure makes of it.
    func show(
        _ value: ControlValue,
        on console: Console,
        _ lines: (ControlValue) -> [String] = ControlOptions.lines
    ) throws {
        guard !output.json else { return console.output(try JSONText.line(value)) }
        for line in lines(value) { console.output(line) }
    }

    /// Aligned lines, `key  value`.
    static func lines(_ value: ControlValue) -> [String] {
        let lines = value.lines()
        let width = lines.map(\.key.count).max() ?? 0
        return lines.map { $0.key + String(repeating: " ", count: width - $0.key.count + 2) + $0.words }
    }
}
