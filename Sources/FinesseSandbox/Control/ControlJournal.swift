/// What was asked of the sandbox's servers, and what is being asked.
enum ControlJournal {
    private static let entry = ControlSchema.object([
        "number": ControlSchema.integer, "at": ControlSchema.string, "party": ControlSchema.string,
        "node": ControlSchema.string, "route": ControlSchema.anyOf([ControlSchema.string, ControlSchema.null]),
        "fault": ControlSchema.anyOf([ControlSchema.string, ControlSchema.null]),
        "isPlain": ControlSchema.truth, "method": ControlSchema.string, "path": ControlSchema.string,
        "queryNames": ControlSchema.array(ControlSchema.string),
        "formNames": ControlSchema.array(ControlSchema.string),
        "cookieNames": ControlSchema.array(ControlSchema.string),
        "authorizationScheme": ControlSchema.anyOf([ControlSchema.string, ControlSchema.null]),
        "status": ControlSchema.integer,
        "refusal": ControlSchema.anyOf([ControlSchema.string, ControlSchema.null]),
        "notes": ControlSchema.array(ControlSchema.string),
    ])
    private static let after = ControlRoute.Parameter(
        name: "after",
        text: "Only entries with a higher number.",
        schema: ControlSchema.integer
    )

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/journal",
            summary: "Lists the requests that the servers received: names only, no values.",
            parameters: [
                ControlRoute.Parameter(
                    name: "party",
                    text: "Only those of one server.",
                    schema: ControlSchema.words(SandboxParty.allCases.map(\.rawValue))
                ),
                ControlRoute.Parameter(name: "method", text: "Only those of a method.", schema: ControlSchema.string),
                ControlRoute.Parameter(name: "path", text: "Only those of a path.", schema: ControlSchema.string),
                ControlRoute.Parameter(name: "refusal", text: "Only those refused so.", schema: ControlSchema.string),
                after,
                ControlRoute.Parameter(name: "limit", text: "The last so many.", schema: ControlSchema.integer),
            ],
            answer: ControlSchema.object(["entries": ControlSchema.array(entry)])
        ) { call throws(ControlProblem) in
            let query = call.request.query
            var party: SandboxParty?
            if let word = query["party"] {
                party = SandboxParty(rawValue: word)
                let known = SandboxParty.allCases.map(\.rawValue).joined(separator: ", ")
                guard party != nil else { throw ControlProblem(400, "party must be one of \(known).", key: "party") }
            }
            let after = try call.number("after", in: 0...Int.max, else: 0)
            let limit = try call.number("limit", in: 1...Int.max, else: Int.max)
            let entries = call.sandbox.journal.entries(
                party: party,
                method: query["method"],
                path: query["path"],
                refusal: query["refusal"].map { SandboxRefusal(rawValue: $0) }
            )
            let chosen = entries.filter { $0.number > after }.suffix(limit)
            return .json(.object([("entries", .array(chosen.map(\.json)))]))
        },
        ControlRoute(
            method: "DELETE",
            path: "/control/journal",
            summary: "Forgets every entry; the numbers go on."
        ) { call throws(ControlProblem) in
            call.sandbox.journal.removeAll()
            return .nothing
        },
        ControlRoute(
            method: "GET",
            path: "/control/events",
            summary: "Sends each entry of the journal, or each notification, as it is made, as server-sent events.",
            parameters: [
                after,
                ControlRoute.Parameter(
                    name: "kind",
                    text: "What is sent: request (by default), or notification.",
                    schema: ControlSchema.words(["request", "notification"])
                ),
            ],
            answer: ControlSchema.string,
            type: "text/event-stream"
        ) { call throws(ControlProblem) in
            let journal = call.sandbox.journal
            let last = call.request.header("last-event-id").flatMap { Int($0) }
            let after = try call.number("after", in: 0...Int.max, else: Int.max)
            switch call.request.query["kind"] ?? "request" {
            case "request": break
            case "notification":
                let present = await call.sandbox.world.lastNotification
                return .events(
                    ControlContactCentre.events(of: call.sandbox.world, after: last ?? min(after, present))
                )
            default: throw ControlProblem(400, "kind must be request or notification.", key: "kind")
            }
            return .events(events(of: journal, after: last ?? (after == Int.max ? nil : after)))
        },
    ]

    /// The entries after a number, those made from now on included, as text of server-sent events.
    ///
    /// - Parameters:
    ///   - journal: The journal.
    ///   - after: The number; nothing for those made from now on only.
    /// - Returns: The text, event by event.
    private static func events(of journal: SandboxJournal, after: Int?) -> AsyncStream<String> {
        let (texts, texter) = AsyncStream.makeStream(of: String.self)
        let changes = journal.changes
        let first = after ?? journal.entries.last?.number ?? 0
        let task = Task {
            texter.yield(": the journal of the sandbox\n\n")
            var last = first
            for await _ in changes {
                for entry in journal.entries.reversed().prefix(while: { $0.number > last }).reversed() {
                    last = entry.number
                    texter.yield("event: request\nid: \(entry.number)\ndata: \(entry.json.text)\n\n")
                }
            }
            texter.finish()
        }
        // A comment now and then finds out who no longer listens.
        let pulse = Task {
            while (try? await Task.sleep(for: .seconds(15))) != nil { texter.yield(": still here\n\n") }
        }
        texter.onTermination = { _ in
            task.cancel()
            pulse.cancel()
        }
        return texts
    }
}

extension JournalEntry {
    /// The entry as JSON.
    package var json: JSONText {
        func words(_ words: [String]) -> JSONText { .array(words.map(JSONText.string)) }
        return .object([
            ("number", .integer(Int64(number))), ("at", .string(instant.timestamp)),
            ("party", .string(party.rawValue)), ("node", .string(node)),
            ("route", route.map { .string($0.rawValue) } ?? .null), ("fault", fault.map(JSONText.string) ?? .null),
            ("isPlain", .truth(isPlain)), ("method", .string(method)),
            ("path", .string(path)), ("queryNames", words(queryNames)), ("formNames", words(formNames)),
            ("cookieNames", words(cookieNames)),
            ("authorizationScheme", authorizationScheme.map(JSONText.string) ?? .null),
            ("status", .integer(Int64(status))), ("refusal", refusal.map { .string($0.rawValue) } ?? .null),
            ("notes", words(notes)),
        ])
    }
}
