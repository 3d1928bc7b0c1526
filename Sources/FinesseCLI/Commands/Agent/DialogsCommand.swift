import ArgumentParser
import Finesse
import FinesseTypes

/// The agent's calls.
struct DialogsCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialogs",
        abstract: "Lists your calls, with what you may do in each.",
        discussion: """
            Example:
              finessectl dialogs
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let desk = try await AgentDesk(connection, in: context)
            let user = try await desk.client.user(desk.id)
            var table = ReportTable(
                [
                    .init("id", "ID"), .init("state", "STATE"), .init("from", "FROM"), .init("to", "TO"),
                    .init("queue", "QUEUE"), .init("ownState", "YOU"), .init("actions", "ACTIONS"),
                ],
                empty: "You are in no call."
            )
            for dialog in try await desk.client.dialogs(of: desk.id) {
                let own = user.phoneExtension.flatMap { dialog.participant(at: $0) }
                table.add([
                    .filled(dialog.id?.rawValue), .filled(dialog.state?.rawValue), .filled(dialog.fromAddress),
                    .filled(dialog.toAddress), .filled(dialog.mediaProperties.queueName), .filled(own?.state?.rawValue),
                    .list(own?.actions.map(\.rawValue) ?? []),
                ])
            }
            output.show(table, on: context.console)
        }
    }
}

extension Report {
    /// A call, as the commands that do something with one show it.
    init(_ dialog: Dialog, _ user: User?) {
        let own = user?.phoneExtension.flatMap { dialog.participant(at: $0) }
        add("id", "call", dialog.id?.rawValue)
        add("state", "state", dialog.state?.rawValue)
        add("ownState", "you", own?.state?.rawValue)
        add("from", "from", .filled(dialog.fromAddress))
        add("to", "to", .filled(dialog.toAddress))
        add("actions", "possible now", .list(own?.actions.map(\.rawValue) ?? []))
    }

    /// What is left after a call.
    init(_ situation: AgentSituation) {
        add("state", "state", situation.user.state.rawValue)
        add("pendingState", "state after the call", situation.user.pendingState?.rawValue)
        add("calls", "calls", .list(situation.dialogs.compactMap(\.id?.rawValue)))
        add("allowed", "possible now", .list(situation.allowed.map(\.rawValue)))
    }
}
