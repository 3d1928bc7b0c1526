import ArgumentParser
import Finesse
import Foundation

/// Saved connections.
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Saves how to reach a Finesse system, under a name.",
        discussion: """
            Example:
              finessectl profile add work --server finesse1.xyz.com --user sjefferson --ca company-ca.pem
            """,
        subcommands: [Add.self, List.self, Show.self, Default.self, Remove.self]
    )

    struct Add: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Saves a profile; the first one becomes the default."
        )

        @Argument(help: "The profile's name: letters, digits, \".\", \"-\", \"_\".")
        var name: String

        @OptionGroup var connection: ConnectionOptions

        @Option(
            help: ArgumentHelp(
                "The system's other Finesse node, to ask where the first one cannot serve.",
                valueName: "host[:port]"
            )
        )
        var secondaryServer: String?

        @Flag(name: .customLong("default"), help: "Use it where no profile is named.")
        var makeDefault = false

        func validate() throws {
            guard connection.server != nil else { throw ValidationError("Name the Finesse host with --server HOST.") }
            guard connection.profile == nil else {
                throw ValidationError("The profile's name is the argument; leave --profile out.")
            }
            guard !connection.pages.inProcessPages else {
                throw ValidationError("--in-process-pages is not saved; give it with each command.")
            }
            guard connection.recording.trace == nil else {
                throw ValidationError("--trace is not saved; give it with the command to be recorded.")
            }
            guard connection.cert == nil else {
                throw ValidationError("A client certificate is not saved; give --cert and --key with each command.")
            }
        }

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                guard let server = connection.server else { throw CleanExit.helpRequest(self) }
                let profile = Profile(
                    server: server,
                    secondaryServer: secondaryServer,
                    user: connection.user,
                    certificateAuthority: connection.certificateAuthority.map { URL(filePath: $0).path },
                    connectTo: connection.connectTo.isEmpty ? nil : connection.connectTo,
                    proxy: connection.proxy,
                    authenticationMode: connection.authMode,
                    tokenStore: connection.tokenStore,
                    pageHost: connection.pages.pageHost.map { URL(filePath: $0).path }
                )
                // What cannot be used is refused now, not at the next sign-in.
                _ = try secondaryServer.map { text throws in try ServerAddress(parsing: text) }
                let settings = try ConnectionSettings(connection, profiles: context.profiles)
                _ = try settings.signInOptions(SignInChoices(), in: context)
                _ = try Connection(connection, in: context)
                let file = try context.profiles.save(profile, named: name, makeDefault: makeDefault)
                context.console.output("Saved profile \(name) in \(file.path).")
            }
        }
    }

    struct List: ContextCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the profiles; * marks the default.")

        @OptionGroup var output: OutputOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let names = context.profiles.names()
                let chosen = try context.profiles.defaultName()
                if output.json {
                    var report = Report()
                    report.add("profiles", "profiles", .list(names))
                    report.add("default", "default", chosen)
                    return output.show(report, on: context.console)
                }
                if names.isEmpty {
                    context.console.talk("No profile yet. Add one with: finessectl profile add NAME --server HOST")
                }
                for name in names {
                    let server = (try? context.profiles.profile(named: name).server) ?? "(cannot be read)"
                    context.console.output("\(name == chosen ? "*" : " ") \(name)  \(server)")
                }
            }
        }
    }

    struct Show: ContextCommand {
        static let configuration = CommandConfiguration(abstract: "Shows a profile; the default one unless named.")

        @Argument(help: "The profile's name.")
        var name: String?

        @OptionGroup var output: OutputOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let profile = try context.profiles.profile(named: name)
                var report = Report()
                report.add("server", "server", profile.server)
                report.add("secondaryServer", "secondary server", profile.secondaryServer)
                report.add("user", "user", profile.user)
                report.add("certificateAuthority", "certificate authority", profile.certificateAuthority)
                report.add("connectTo", "connect to", .list(profile.connectTo ?? []))
                report.add("proxy", "proxy", profile.proxy)
                report.add("authenticationMode", "authentication mode", profile.authenticationMode)
                report.add("pins", "pinned origins", .list((profile.pins ?? [:]).keys.sorted()))
                report.add("passwordOrigins", "password origins", .list(profile.passwordOrigins ?? []))
                report.add("pageHost", "page host", profile.pageHost)
                output.show(report, on: context.console)
            }
        }
    }

    struct Default: ContextCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a profile the default one.")

        @Argument(help: "The profile's name.")
        var name: String

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                try context.profiles.makeDefault(name)
                context.console.output("\(name) is the default profile.")
            }
        }
    }

    struct Remove: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a profile; tokens stay, \"finessectl logout\" removes those."
        )

        @Argument(help: "The profile's name.")
        var name: String

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                try context.profiles.remove(name)
                context.console.output("Removed profile \(name).")
            }
        }
    }
}
