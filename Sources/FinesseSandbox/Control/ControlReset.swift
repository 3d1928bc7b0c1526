/// Beginning anew.
enum ControlReset {
    static let routes = [
        ControlRoute(
            method: "POST",
            path: "/control/reset",
            summary:
                "Forgets everything and sets the switches as at the start, for the next test; clock and keys stay.",
            body: ControlSchema.object([:])
        ) { call throws(ControlProblem) in
            try await call.attempt { () throws(SandboxError) in try await call.sandbox.reset() }
            return .nothing
        }
    ]
}
