import ArgumentParser
import FinesseTypes

/// A token for one program, and for nobody who looks at the list of processes.
struct ExecCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec",
        abstract: "Runs a program with a usable token in its environment, or at a file descriptor.",
        discussion: """
            The program takes finessectl's place: signals go to it, and its exit status is the one that
            is seen; 127 says that there is no such program, 126 that it cannot be run. Other programs of
            yours can read a program's environment, but not its descriptors: prefer --fd where the
            program can read one.

            Example:
              finessectl exec --env TOKEN -- sh -c 'curl -H "Authorization: Bearer $TOKEN" "$URL"'
              finessectl exec --fd 3 -- sh -c 'read -r token <&3; use-it'
            """
    )

    @OptionGroup var connection: ConnectionOptions

    @Option(
        help: ArgumentHelp(
            "Put the token into this variable (FINESSE_TOKEN where --fd is not given).",
            valueName: "name"
        )
    )
    var env: String?

    @Option(
        help: ArgumentHelp(
            "Let the token be read as one line from this descriptor: 0, or 3 and more.",
            valueName: "number"
        )
    )
    var fd: Int32?

    @Argument(parsing: .postTerminator, help: "The program and its arguments, after \"--\".")
    var command: [String]

    func validate() throws {
        guard !command.isEmpty else {
            throw ValidationError("Name the program after \"--\": finessectl exec -- sh -c 'echo ready'.")
        }
        if let fd, fd != 0, !(3...1023).contains(fd) {
            throw ValidationError("Give a descriptor that is not for output: --fd 0, or 3 to 1023.")
        }
        if let env, env.isEmpty || env.contains("=") || env.contains("\0") {
            throw ValidationError("\"\(env)\" is no name of a variable. Use letters, digits and \"_\".")
        }
    }

    func run(in context: CommandContext) async throws {
        let inherited = ProgramImage.openDescriptors()
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let token = try await connection.usableToken().token.reveal()
            var image = ProgramImage(command: command, environment: context.environment, inherited: inherited)
            if let fd { image.input = (fd, Array(token.utf8) + [UInt8(ascii: "\n")]) }
            if let name = env ?? (fd == nil ? "FINESSE_TOKEN" : nil) { image.environment[name] = token }
            let (refusal, isFound) = image.begin()
            throw CommandFailure(
                isFound ? .cannotRun : .programNotFound,
                "\(refusal) Name a program of PATH after \"--\", or one by its path."
            )
        }
    }
}
