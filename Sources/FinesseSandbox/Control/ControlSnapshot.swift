/// Taking along what the sandbox remembers, and putting it back.
enum ControlSnapshot {
    private static let snapshot = JSONText.object([
        ("type", .string("object")), ("required", .array([.string("version")])),
        ("properties", .object([("version", ControlSchema.integer)])),
    ])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/snapshot",
            summary: "Everything that the sandbox remembers, users' passwords among it: keep it as you keep these.",
            answer: snapshot
        ) { call throws(ControlProblem) in
            let bytes = try await call.attempt { () throws(SandboxError) in try await call.sandbox.snapshot().json() }
            return .whole(.text(String(decoding: bytes, as: UTF8.self), type: "application/json", status: 200))
        },
        ControlRoute(
            method: "PUT",
            path: "/control/snapshot",
            summary: "Puts a snapshot in place of everything that the sandbox remembers.",
            body: snapshot
        ) { call throws(ControlProblem) in
            try await call.attempt { () throws(SandboxError) in
                try await call.sandbox.restore(try SandboxSnapshot(json: call.request.body))
            }
            return .nothing
        },
    ]
}
