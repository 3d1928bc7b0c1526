import ArgumentParser
import Finesse

/// The reason codes that the agent may choose from.
struct ReasonCodesCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "reason-codes",
        abstract: "Lists the reason codes that the agent may choose from.",
        discussion: """
            The id is what "finessectl state NOT_READY --reason ID" takes; the code is what reports count by.

            Examples:
              finessectl reason-codes
              finessectl reason-codes LOGOUT --json
            """
    )

    /// What the codes are for.
    enum Category: String, CaseIterable, ExpressibleByArgument {
        case notReady = "NOT_READY"
        case logout = "LOGOUT"

        init?(argument: String) {
            self.init(rawValue: argument.uppercased().replacing("-", with: "_"))
        }
    }

    @Argument(help: "What the codes are for: NOT_READY or LOGOUT; leave it out to see both.")
    var category: Category?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context)
            var table = ReportTable(
                [.init("id", "ID"), .init("category", "CATEGORY"), .init("code", "CODE"), .init("label", "LABEL")],
                empty: "No reason code is configured."
            )
            for category in category.map({ [$0] }) ?? Category.allCases {
                for code in try await codes(category, of: agent) {
                    table.add([
                        .filled(code.id?.rawValue), .filled(code.category?.rawValue), .count(code.code),
                        .filled(code.label),
                    ])
                }
            }
            output.show(table, on: context.console)
        }
    }

    private func codes(_ category: Category, of agent: AgentDesk) async throws(FinesseError) -> [ReasonCode] {
        let word = ReasonCodeCategory(rawValue: category.rawValue)
        let list = try await agent.list { team throws(FinesseError) in
            try await agent.client.teamReasonCodes(team, category: word)
        } orOfUser: { () throws(FinesseError) in
            try await agent.client.reasonCodes(ofUser: agent.id, category: word)
        }
        return list.items
    }
}
