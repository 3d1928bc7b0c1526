/// The clock.
enum ControlClock {
    /// The longest span that one request may add.
    private static let longest = Duration.seconds(10 * 366 * 86_400)
    private static let schema = ControlSchema.object([
        "now": ControlSchema.string, "milliseconds": ControlSchema.integer, "isVirtual": ControlSchema.truth,
    ])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/clock",
            summary: "Reads the clock.",
            answer: schema
        ) { call throws(ControlProblem) in read(call.sandbox.clock) },
        ControlRoute(
            method: "POST",
            path: "/control/clock",
            summary: "Moves the clock forward; what falls due on the way happens, in order, before the answer.",
            body: ControlSchema.object(["advance": ControlSchema.span]),
            answer: schema
        ) { call throws(ControlProblem) in
            let text = try call.string("advance")
            let span: Duration
            do throws(SandboxError) {
                span = try ConfigurationReader.span(text, key: "advance")
            } catch {
                throw ControlProblem(422, "advance must be a span such as 300s, 20ms, 10m or 2h.", key: "advance")
            }
            guard span <= longest else {
                throw ControlProblem(422, "advance must not be longer than ten years.", key: "advance")
            }
            await call.sandbox.clock.advance(by: span)
            return read(call.sandbox.clock)
        },
    ]

    private static func read(_ clock: SandboxClock) -> ControlAnswer {
        let now = clock.now
        return .json(
            .object([
                ("now", .string(now.timestamp)), ("milliseconds", .integer(now.milliseconds)),
                ("isVirtual", .truth(clock.isVirtual)),
            ])
        )
    }
}
