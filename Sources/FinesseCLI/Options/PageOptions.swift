import ArgumentParser

/// Where the pages of a sign-in are shown.
struct PageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Show pages by this program, in place of the web-agent-page-host beside finessectl.",
            valueName: "file"
        )
    )
    var pageHost: String?

    @Flag(help: "Show pages in finessectl itself, without walls around their scripts.")
    var inProcessPages = false

    func validate() throws {
        guard pageHost == nil || !inProcessPages else {
            throw ValidationError("Give either --page-host or --in-process-pages, not both.")
        }
    }

    /// What was chosen; nil where nothing was.
    var choice: PageChoice? {
        if inProcessPages { return .inProcess }
        return pageHost.map { .program(path: $0) }
    }
}
