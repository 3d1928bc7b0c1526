import ArgumentParser

/// Whether a command's exchanges are recorded.
struct TraceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Record every exchange in a HAR file, without secrets; see \"finessectl trace\".",
            valueName: "file"
        ),
        completion: .file(extensions: ["har"])
    )
    var trace: String?
}
