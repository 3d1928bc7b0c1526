import ArgumentParser
import Finesse
import FinesseTypes

/// The agent's queues.
struct QueuesCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "queues",
        abstract: "Lists your queues and how they are doing.",
        discussion: """
            A supervisor sees the queues of all agents of the teams. Unified CCX counts nothing, which a dash stands for.

            Example:
              finessectl queues
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let desk = try await AgentDesk(connection, in: context)
            var table = ReportTable(
                [
                    .init("id", "ID"), .init("name", "NAME"), .init("callsInQueue", "WAITING"),
                    .init("longestSince", "LONGEST SINCE"), .init("agentsReady", "READY"),
                    .init("agentsNotReady", "NOT READY"), .init("agentsTalking", "TALKING"),
                    .init("agentsWrappingUp", "WRAPPING UP"), .init("agentsLoggedOn", "SIGNED IN"),
                ],
                empty: "You have no queue."
            )
            for queue in try await desk.client.queues(of: desk.id) {
                let numbers = queue.statistics
                table.add([
                    .filled(queue.id?.rawValue), .filled(queue.name), .count(numbers.callsInQueue),
                    .filled(numbers.startTimeOfLongestCallInQueue), .count(numbers.agentsReady),
                    .count(numbers.agentsNotReady),
                    .count(
                        sum(numbers.agentsTalkingInbound, numbers.agentsTalkingOutbound, numbers.agentsTalkingInternal)
                    ),
                    .count(sum(numbers.agentsWrapUpReady, numbers.agentsWrapUpNotReady)),
                    .count(numbers.agentsLoggedOn),
                ])
            }
            output.show(table, on: context.console)
        }
    }

    /// The sum of what is counted; nil where nothing is.
    private func sum(_ numbers: Int?...) -> Int? {
        let counted = numbers.compactMap(\.self)
        return counted.isEmpty ? nil : counted.reduce(0, +)
    }
}
