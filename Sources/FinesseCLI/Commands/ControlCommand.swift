import ArgumentParser

/// A running sandbox's switches.
struct ControlCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "control",
        abstract: "Turns the switches of a running sandbox.",
        discussion: """
            The sandbox of "finessectl sandbox" is found by its profile. What is changed holds from the next request on.

            Example:
              finessectl sandbox                                       (in another terminal)
              finessectl control set tokens.accessLifetime=10m
              finessectl control clock --advance 10m
              finessectl control failures tokenAsHTML
              finessectl control faults --add nextRefreshFails
              finessectl control reset
            """,
        subcommands: [
            Get.self, Set.self, Release.self, Clock.self, Users.self, Journal.self, Failures.self, Faults.self,
            Nodes.self, Snapshot.self, Keys.self,
            Sessions.self, Reset.self,
        ]
    )

    struct Get: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows every switch, or one; docs/sandbox.md says what each does.",
            discussion: "Example:\n  finessectl control get tokens.accessLifetime"
        )

        @Argument(help: "The switch, with dots for nested ones.")
        var key: String?

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let all = try await options.client(in: context).send("GET", "/configuration")
                guard let key else { return try options.show(all, on: context.console) }
                guard let value = all.value(at: key) else {
                    throw CommandFailure(
                        .usage,
                        "There is no switch \(key). \"finessectl control get\" lists them."
                    )
                }
                try options.show(value, on: context.console) { value in
                    value.lines().map { $0.key.isEmpty ? $0.words : "\(key).\($0.key)  \($0.words)" }
                }
            }
        }
    }

    struct Set: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets switches; if one cannot be set, none is.",
            discussion: """
                Example:
                  finessectl control set authenticationMode=HYBRID users.bwitwicky.usesSSO=true
                """
        )

        @Argument(help: ArgumentHelp("A switch and its value, as YAML writes it.", valueName: "key=value"))
        var assignments: [String]

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                var body = ControlValue.object([:])
                for text in assignments {
                    let (key, value) = try Assignment.split(text)
                    body = body.merged(with: ControlValue(ControlValue(written: value), below: key))
                }
                let all = try await options.client(in: context).send("PATCH", "/configuration", body)
                guard !options.output.json else { return try options.show(all, on: context.console) }
                for text in assignments {
                    let key = try Assignment.split(text).key
                    // A user's switch is shown in the list of users only.
                    context.console.output("\(key)  \(all.value(at: key)?.words ?? "set")")
                }
            }
        }
    }

    struct Release: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the releases, or sets every switch in which releases differ.",
            discussion: "Example:\n  finessectl control release \"12.6(2)\""
        )

        @Argument(help: "The release, or none for the defaults.")
        var release: String?

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                if let release {
                    let value: ControlValue = release == "none" ? .null : .text(release)
                    try await client.send("PUT", "/release", .object(["release": value]))
                }
                try options.show(try await client.send("GET", "/releases"), on: context.console) { answer in
                    (answer["releases"]?.elements ?? []).map { entry in
                        let name = entry["release"]?.words ?? ""
                        let mark = entry["release"] == answer["chosen"] ? "*" : " "
                        let gap = String(repeating: " ", count: max(1, 10 - name.count))
                        return "\(mark) \(name)\(gap)\(entry["summary"]?.words ?? "")"
                    }
                }
            }
        }
    }

    struct Clock: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads the sandbox's clock, or moves it forward.",
            discussion: "Example:\n  finessectl control clock --advance 10m"
        )

        @Option(help: ArgumentHelp("How far: 300s, 10m, 2h.", valueName: "span"))
        var advance: String?

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                let answer =
                    if let advance {
                        try await client.send("POST", "/clock", .object(["advance": .text(advance)]))
                    } else {
                        try await client.send("GET", "/clock")
                    }
                try options.show(answer, on: context.console) { [$0["now"]?.words ?? ""] }
            }
        }
    }

    struct Users: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the users with their states and with what is left of their tokens' lives.",
            discussion: "Example:\n  finessectl control users"
        )

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let answer = try await options.client(in: context).send("GET", "/users")
                try options.show(answer, on: context.console) { answer in
                    (answer["users"]?.elements ?? []).map { user in
                        let tokens = (user["tokens"]?.elements ?? []).map { token in
                            "\(token["expiresIn"]?.words ?? "")s/\(token["refreshExpiresIn"]?.words ?? "")s"
                        }
                        let parts = ["loginName", "loginId", "state"].map { user[$0]?.words ?? "" }
                        return (parts + tokens).joined(separator: "  ")
                    }
                }
            }
        }
    }
}
