import ArgumentParser
import Finesse

/// The wrap-up reasons that the agent may choose from, and the choice.
struct WrapUpCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "wrap-up",
        abstract: "Says how a call came out, or lists the reasons that there are.",
        discussion: """
            The reason goes to the call that the agent talks in or wraps up. "finessectl state READY" ends the wrap-up.

            Examples:
              finessectl wrap-up
              finessectl wrap-up "Sale"
            """
    )

    @Argument(help: "The label of the reason; leave it out to see all of them.")
    var reason: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let desk = try await AgentDesk(connection, in: context)
            let reasons = try await desk.list { team throws(FinesseError) in
                try await desk.client.teamWrapUpReasons(team)
            } orOfUser: { () throws(FinesseError) in
                try await desk.client.wrapUpReasons(ofUser: desk.id)
            }
            if let reason {
                try check(reason, among: reasons.compactMap(\.label))
                let dialog = try await desk.agent().wrapUp(reason)
                context.console.talk("Call \(dialog.id?.rawValue ?? "?") came out as \(reason).")
                return
            }
            var table = ReportTable(
                [.init("id", "ID"), .init("label", "LABEL")],
                empty: "No wrap-up reason is configured."
            )
            for reason in reasons { table.add([.filled(reason.id?.rawValue), .filled(reason.label)]) }
            output.show(table, on: context.console)
        }
    }

    /// The server takes any words; those that nobody has configured would be missing from every report.
    private func check(_ reason: String, among labels: [String]) throws {
        guard !labels.contains(reason) else { return }
        let known = labels.map { "\"\($0)\"" }.joined(separator: ", ")
        throw CommandFailure(
            .usage,
            labels.isEmpty
                ? "No wrap-up reason is configured. An administrator adds them in the Finesse administration."
                : "There is no wrap-up reason \"\(reason)\". Choose one of \(known)."
        )
    }
}
