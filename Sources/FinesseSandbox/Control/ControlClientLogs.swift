/// The logs that clients sent.
enum ControlClientLogs {
    private static let log = ControlSchema.object([
        "user": ControlSchema.string, "receivedAt": ControlSchema.string, "count": ControlSchema.integer,
        "text": ControlSchema.string,
    ])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/client-logs",
            summary: "Shows the log that each user's client sent last, and how many it has sent.",
            answer: ControlSchema.object(["logs": ControlSchema.array(log)])
        ) { call throws(ControlProblem) in
            let logs = await call.sandbox.world.clientLogs.map { user, record in
                JSONText.object([
                    ("user", .string(user)), ("receivedAt", .string(record.receivedAt.timestamp)),
                    ("count", .integer(Int64(record.count))), ("text", .string(record.text)),
                ])
            }
            return .json(.object([("logs", .array(logs))]))
        }
    ]
}
