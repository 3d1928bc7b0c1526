import ArgumentParser

/// How a command shows what it found.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object for programs.")
    var json = false

    /// Shows a report on standard output.
    func show(_ report: Report, on console: Console) {
        if json {
            console.output(report.json)
        } else {
            for line in report.lines { console.output(line) }
        }
    }
}
