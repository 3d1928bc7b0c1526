import ArgumentParser

/// What makes a shell complete words.
struct CompletionCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Prints what makes a shell complete the words of finessectl.",
        discussion: """
            Examples:
              finessectl completion bash > ~/.local/share/bash-completion/completions/finessectl
              finessectl completion zsh > ~/.zfunc/_finessectl       (~/.zfunc is in fpath, before compinit)
              finessectl completion fish > ~/.config/fish/completions/finessectl.fish
            """
    )

    /// The shells.
    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish

        /// The parser's name for it.
        var parserShell: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: Shell

    func run(in context: CommandContext) async throws {
        context.console.output(FinesseCommand.completionScript(for: shell.parserShell))
    }
}
