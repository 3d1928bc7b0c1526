import ArgumentParser
import Foundation

// What happens in a running sandbox, and what shall happen.

extension ControlCommand {
    struct Journal: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the requests that the sandbox received: names only, no values.",
            discussion: "Example:\n  finessectl control journal --last 20"
        )

        @Option(help: ArgumentHelp("Only those of finesse, identityService or identityProvider.", valueName: "server"))
        var party: String?

        @Option(help: ArgumentHelp("Only those that were refused for this reason.", valueName: "reason"))
        var refusal: String?

        @Option(help: ArgumentHelp("Only the last so many.", valueName: "number"))
        var last: Int?

        @Flag(help: "Forget every entry.")
        var clear = false

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                if clear {
                    try await client.send("DELETE", "/journal")
                    return context.console.talk("The journal is empty.")
                }
                let filters = [("party", party), ("refusal", refusal), ("limit", last.map(String.init))]
                let query = filters.compactMap { name, value in
                    value.map { "\(name)=\(ControlQuery.encode($0))" }
                }
                let path = "/journal" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
                try options.show(try await client.send("GET", path), on: context.console) { answer in
                    (answer["entries"]?.elements ?? []).map(Self.line)
                }
            }
        }

        private static func line(_ entry: ControlValue) -> String {
            let parts = ["number", "party", "method", "path", "status"].map { entry[$0]?.words ?? "" }
            let refusal = entry["refusal"] == .null ? [] : ["refused[\(entry["refusal"]?.words ?? "")]"]
            let notes = (entry["notes"]?.elements ?? []).map { "(\($0.words))" }
            return (parts + refusal + notes).joined(separator: " ")
        }
    }

    struct Failures: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists what goes wrong for every request, or lets these go wrong and nothing else.",
            discussion: """
                Example:
                  finessectl control failures metadataNotInitialized
                  finessectl control failures --clear
                """
        )

        @Argument(help: "What shall go wrong; docs/sandbox.md lists the names.")
        var failures: [String] = []

        @Flag(help: "Add to what goes wrong already.")
        var add = false

        @Flag(help: "Let nothing go wrong any more.")
        var clear = false

        @OptionGroup var options: ControlOptions

        func validate() throws {
            guard !clear || failures.isEmpty else { throw ValidationError("--clear takes no names.") }
            guard !add || !failures.isEmpty else { throw ValidationError("--add needs a name.") }
        }

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                if clear { try await client.send("DELETE", "/failures") }
                if add {
                    for failure in failures {
                        try await client.send("POST", "/failures", .object(["failure": .text(failure)]))
                    }
                } else if !failures.isEmpty {
                    try await client.send(
                        "PUT",
                        "/failures",
                        .object(["failures": .list(failures.map(ControlValue.text))])
                    )
                }
                try options.show(try await client.send("GET", "/failures"), on: context.console) { answer in
                    (answer["failures"]?.elements ?? []).map(\.words)
                }
            }
        }
    }

    struct Faults: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists what goes wrong for some requests, adds to it or removes it.",
            discussion: """
                Example:
                  finessectl control faults --add nextRefreshFails
                  finessectl control faults --add '{effect: {status: 503}, when: {route: refresh, times: 2}}'
                """
        )

        @Option(
            help: ArgumentHelp(
                "Add a fault: a word, or a mapping as YAML writes it; may be repeated.",
                valueName: "fault"
            )
        )
        var add: [String] = []

        @Option(help: ArgumentHelp("Remove the fault with this number.", valueName: "number"))
        var remove: Int?

        @Flag(help: "Remove every fault, before any is added.")
        var clear = false

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                if clear { try await client.send("DELETE", "/faults") }
                if let remove { try await client.send("DELETE", "/faults/\(remove)") }
                for fault in add { try await client.send("POST", "/faults", ControlValue(written: fault)) }
                try options.show(try await client.send("GET", "/faults"), on: context.console) { answer in
                    (answer["faults"]?.elements ?? []).map { entry in
                        let counts = "fired \(entry["fired"]?.words ?? "") of \(entry["seen"]?.words ?? "")"
                        let name = entry["fault"]?["name"]?.words ?? entry["fault"]?["effect"]?.words ?? ""
                        let end = entry["isActive"] == .flag(false) ? "  (over)" : ""
                        return "\(entry["id"]?.words ?? "")  \(name)  \(counts)\(end)"
                    }
                }
            }
        }
    }

    struct Nodes: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the sandbox's nodes and how they are doing, or kills, freezes or brings back one.",
            discussion: "Example:\n  finessectl control nodes --kill finesse1.xyz.com"
        )

        @Option(help: ArgumentHelp("Refuse connections to this node, and close the open ones.", valueName: "host"))
        var kill: String?

        @Option(help: ArgumentHelp("Let this node answer nothing until it recovers.", valueName: "host"))
        var pause: String?

        @Option(help: ArgumentHelp("Let this node serve again.", valueName: "host"))
        var recover: String?

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                for (verb, host) in [("kill", kill), ("pause", pause), ("recover", recover)] {
                    guard let host else { continue }
                    guard host.allSatisfy({ $0.isLetter || $0.isNumber || ".-".contains($0) }) else {
                        throw CommandFailure(.usage, "\(host) is no host name.")
                    }
                    try await client.send("POST", "/nodes/\(host)/\(verb)", .object([:]))
                }
                try options.show(try await client.send("GET", "/nodes"), on: context.console) { answer in
                    (answer["nodes"]?.elements ?? []).map { node in
                        ["host", "state", "port", "address", "addressPort"].map { node[$0]?.words ?? "-" }
                            .joined(separator: "  ")
                    }
                }
            }
        }
    }

    struct Keys: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a new token key: every token issued before is void.",
            discussion: "Example:\n  finessectl control keys --regenerate"
        )

        @Flag(help: "Make the key anew; without it nothing is done.")
        var regenerate = false

        @OptionGroup var options: ControlOptions

        func validate() throws {
            guard regenerate else { throw ValidationError("Say --regenerate: every token becomes void.") }
        }

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let answer = try await options.client(in: context).send("POST", "/keys/regenerate", .object([:]))
                try options.show(answer, on: context.console) { [$0["publicKey"]?.words ?? ""] }
            }
        }
    }

    struct Sessions: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends every session at the identity provider and at the Identity Service.",
            discussion: "Example:\n  finessectl control sessions --end"
        )

        @Flag(help: "End them; without it nothing is done.")
        var end = false

        @OptionGroup var options: ControlOptions

        func validate() throws {
            guard end else { throw ValidationError("Say --end: everybody is asked for a password again.") }
        }

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                try await options.client(in: context).send("DELETE", "/sessions")
                context.console.talk("Every session is ended.")
            }
        }
    }

    struct Reset: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forgets everything and sets the switches as at the start; clock and keys stay.",
            discussion: "Example:\n  finessectl control reset"
        )

        @OptionGroup var options: ControlOptions

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                try await options.client(in: context).send("POST", "/reset", .object([:]))
                context.console.talk("The sandbox is as at its start.")
            }
        }
    }
}

/// A value within a query.
enum ControlQuery {
    /// The value with every byte escaped that is not unreserved.
    ///
    /// Source: RFC 3986, 2.3.
    static func encode(_ value: String) -> String {
        value.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }

    private static let allowed = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
}

/// `KEY=VALUE` of a command line.
enum Assignment {
    /// The two sides of the first equals sign.
    static func split(_ text: String) throws(CommandFailure) -> (key: String, value: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw CommandFailure(
                .usage,
                "\"\(text)\" sets nothing. Write KEY=VALUE, such as tokens.accessLifetime=10m."
            )
        }
        return (parts[0], parts[1])
    }
}
