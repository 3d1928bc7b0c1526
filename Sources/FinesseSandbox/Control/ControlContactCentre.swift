/// The contact centre: who calls, who talks, and what was published about it.
enum ControlContactCentre {
    private static let counts = ControlSchema.object([
        "offered": ControlSchema.integer, "answered": ControlSchema.integer, "abandoned": ControlSchema.integer,
        "waiting": ControlSchema.integer,
    ])
    private static let notification = ControlSchema.object([
        "number": ControlSchema.integer, "at": ControlSchema.string, "node": ControlSchema.string,
        "source": ControlSchema.string, "method": ControlSchema.string, "requestId": ControlSchema.string,
        "data": ControlSchema.string,
    ])
    private static let call = ControlSchema.object(
        [
            "queue": ControlSchema.string, "number": ControlSchema.string, "patience": ControlSchema.span,
            "handleTime": ControlSchema.span, "agent": ControlSchema.string,
            "campaign": ControlSchema.words(CampaignCall.Mode.allCases.map(\.rawValue)),
        ],
        optional: ["queue", "number", "patience", "handleTime", "agent", "campaign"]
    )

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/contact-centre",
            summary: "Counts the calls of simulated callers: made, answered, given up, and waiting now.",
            answer: counts
        ) { call throws(ControlProblem) in
            let world = call.sandbox.world
            let counters = await world.counters
            let waiting = await world.waitingCallers
            return .json(
                .object([
                    ("offered", .integer(Int64(counters.offered))), ("answered", .integer(Int64(counters.answered))),
                    ("abandoned", .integer(Int64(counters.abandoned))), ("waiting", .integer(Int64(waiting))),
                ])
            )
        },
        ControlRoute(
            method: "POST",
            path: "/control/contact-centre/calls",
            summary: "Brings one caller to a queue now, or with a campaign one customer to an agent who is ready.",
            body: call
        ) { call throws(ControlProblem) in
            let number = call.body?["number"]?.string ?? "4085550123"
            let handleTime = try span(call, "handleTime")
            if let word = call.body?["campaign"]?.string {
                return try await campaign(call, word, number: number, handleTime: handleTime ?? .zero)
            }
            let patience = try span(call, "patience")
            let queue = call.body?["queue"]?.string
            try await call.attempt { () throws(SandboxError) in
                try await call.sandbox.bringCaller(
                    to: queue,
                    number: number,
                    patience: patience,
                    handleTime: handleTime
                )
            }
            return .nothing
        },
        ControlRoute(
            method: "GET",
            path: "/control/notifications",
            summary: "Lists what the contact centre published, as a notification service would.",
            parameters: [
                ControlRoute.Parameter(
                    name: "after",
                    text: "Only notifications with a higher number.",
                    schema: ControlSchema.integer
                ),
                ControlRoute.Parameter(name: "node", text: "Only those of a node.", schema: ControlSchema.string),
            ],
            answer: ControlSchema.object(["notifications": ControlSchema.array(notification)])
        ) { call throws(ControlProblem) in
            let after = try call.number("after", in: 0...Int.max, else: 0)
            let node = call.request.query["node"]
            let all = await call.sandbox.world.notifications(after: after)
            let chosen = all.filter { node == nil || $0.node == node }
            return .json(.object([("notifications", .array(chosen.map(\.json)))]))
        },
    ]

    private static func campaign(
        _ call: ControlRoute.Call,
        _ word: String,
        number: String,
        handleTime: Duration
    ) async throws(ControlProblem) -> ControlAnswer {
        guard let mode = CampaignCall.Mode(rawValue: word) else {
            let known = CampaignCall.Mode.allCases.map(\.rawValue).joined(separator: ", ")
            throw ControlProblem(422, "campaign must be one of \(known).", key: "campaign")
        }
        let world = call.sandbox.world
        let name = call.body?["agent"]?.string
        let wanted = name.flatMap { world.directory.user(named: $0) }?.loginId
        guard name == nil || wanted != nil else {
            throw ControlProblem(422, "There is no agent \(name ?? "").", key: "agent")
        }
        guard await world.reserve(mode, customer: number, for: wanted, handleTime: handleTime) != nil else {
            throw ControlProblem(409, "No such agent is ready. Let one get ready first.")
        }
        return .nothing
    }

    private static func span(_ call: ControlRoute.Call, _ name: String) throws(ControlProblem) -> Duration? {
        guard let value = call.body?[name] else { return nil }
        guard let text = value.string else {
            throw ControlProblem(422, "\(name) must be a span such as 300s, 20ms, 10m or 2h.", key: name)
        }
        do throws(SandboxError) {
            return try ConfigurationReader.span(text, key: name)
        } catch {
            throw ControlProblem(422, "\(name) must be a span such as 300s, 20ms, 10m or 2h.", key: name)
        }
    }

    /// The notifications after a number, those published from now on included, as text of server-sent events.
    static func events(of world: SandboxWorld, after: Int) -> AsyncStream<String> {
        let (texts, texter) = AsyncStream.makeStream(of: String.self)
        let task = Task {
            texter.yield(": the notifications of the sandbox\n\n")
            var last = after
            for await _ in await world.notificationChanges() {
                for event in await world.notifications(after: last) {
                    last = event.number
                    texter.yield("event: notification\nid: \(event.number)\ndata: \(event.json.text)\n\n")
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

extension SandboxWorld {
    /// How many simulated callers wait in queues.
    var waitingCallers: Int { state.callers.entries.values.count { $0.value.dialogId == nil } }
}

extension NotificationRecord {
    /// The notification as JSON.
    var json: JSONText {
        .object([
            ("number", .integer(Int64(number))), ("at", .string(at.timestamp)), ("node", .string(node)),
            ("source", .string(source)), ("method", .string(method)), ("requestId", .string(requestId)),
            ("data", .string(data)),
        ])
    }
}
