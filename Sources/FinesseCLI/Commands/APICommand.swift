import ArgumentParser
import Finesse
import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport

/// Any call of the REST API.
struct APICommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Makes any call of the REST API and prints its answer as it comes.",
        discussion: """
            The path stands below /finesse/api. The call carries the token of the agent who is signed in, or, with --basic, the
            name of --user and a password: configuration needs the administrator's.

            An answer whose status says no is printed too, and ends the command with status 5.

            Examples:
              finessectl api GET User/98411
              finessectl api PUT User/98411 --data not-ready.xml
              finessectl api GET "ReasonCodes?category=NOT_READY" --basic --user administrator --password-file secret
            """
    )

    @Argument(help: "The method: GET, PUT, POST or DELETE.")
    var method: String

    @Argument(help: "The path below /finesse/api, with its query: User/98411.")
    var path: String

    @Option(help: ArgumentHelp("Send the bytes of a file; \"-\" is standard input.", valueName: "file"))
    var data: String?

    @Option(help: ArgumentHelp("The type of what is sent.", valueName: "type"))
    var contentType = "application/xml"

    @Flag(name: [.short, .long], help: "Print the status and the header fields first.")
    var include = false

    @Flag(help: "Use the name of --user and a password, not the token of an agent who is signed in.")
    var basic = false

    @Option(
        help: ArgumentHelp(
            "With --basic: take the password from the first line of a file; \"-\" is standard input.",
            valueName: "file"
        )
    )
    var passwordFile: String?

    @Option(
        help: ArgumentHelp(
            "With --basic: take the password from the first line that a command prints.",
            valueName: "command"
        )
    )
    var passwordCommand: String?

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard ["GET", "PUT", "POST", "DELETE"].contains(method.uppercased()) else {
            throw ValidationError("The method must be GET, PUT, POST or DELETE.")
        }
        guard !path.contains("://") else {
            throw ValidationError("Give the path below /finesse/api, such as User/98411, not a whole address.")
        }
        guard basic || (passwordFile == nil && passwordCommand == nil) else {
            throw ValidationError("A password goes with --basic only.")
        }
        guard passwordFile == nil || passwordCommand == nil else {
            throw ValidationError("Give either --password-file or --password-command, not both.")
        }
        guard passwordFile != "-" || data != "-" else {
            throw ValidationError(
                "Standard input cannot be both the password and the data: give one of them as a file."
            )
        }
    }

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let call = RawCall(method: method, address: path, body: try body(), contentType: contentType)
            let client = basic ? try basicClient(in: context) : try await AgentDesk(connection, in: context).client
            let answer = try await client.perform(call)
            if include {
                context.console.output("HTTP \(answer.status)")
                for field in answer.fields { context.console.output("\(field.name): \(field.text)") }
                context.console.output("")
            }
            if !answer.body.isEmpty { context.console.bytes(answer.body) }
            // In a file the bytes are those of the server; on a terminal the next words begin a line of their own.
            if context.terminal.isTerminal, answer.body.last.map({ $0 != UInt8(ascii: "\n") }) ?? false {
                context.console.output("")
            }
            if let refusal = answer.refusal {
                throw CommandFailure(.serverError, "\(FinesseError.refused(refusal))\(hint(refusal.status))")
            }
        }
    }

    /// What the command line has to do with a refusal.
    private func hint(_ status: Int) -> String {
        switch status {
        case 401 where !basic, 403 where !basic:
            " If the call is for administrators, add --basic --user NAME with the administrator's name."
        case 404: " The path stands below /finesse/api, as in User/98411."
        case 415 where data == nil: " Nothing was sent: --data FILE names the body."
        case 415: " The type of what was sent is \(contentType); --content-type changes it."
        default: ""
        }
    }

    private func body() throws -> [UInt8]? {
        guard let data else { return nil }
        do {
            if data == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
            return Array(try Data(contentsOf: URL(filePath: data)))
        } catch {
            throw CommandFailure(
                .usage,
                "The file \(data) cannot be read (\(error.localizedDescription)). Name one that can be with --data."
            )
        }
    }

    private func basicClient(in context: CommandContext) throws -> FinesseClient {
        let connection = try Connection(connection, in: context)
        guard let user = connection.user else {
            throw CommandFailure(.usage, "Whose password? Name the user: --basic --user administrator.")
        }
        let source = passwordFile.map(PasswordSource.file) ?? passwordCommand.map(PasswordSource.command) ?? .prompt
        let password = try source.password(asking: "Password of \(user): ", prompter: context.prompter)
        return FinesseClient(
            transport: connection.transport,
            origin: connection.nodes.state.current,
            credentials: .basic(user, password)
        )
    }
}
