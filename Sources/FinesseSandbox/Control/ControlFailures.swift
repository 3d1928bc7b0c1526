/// What goes wrong for every request, by its name.
enum ControlFailures {
    private static let failure = ControlSchema.words(SandboxFailure.allCases.map(\.rawValue))
    private static let schema = ControlSchema.object(["failures": ControlSchema.array(failure)])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/failures",
            summary: "Lists what goes wrong now.",
            answer: schema
        ) { call throws(ControlProblem) in show(call) },
        ControlRoute(
            method: "PUT",
            path: "/control/failures",
            summary: "Lets these go wrong from now, and nothing else.",
            body: schema,
            answer: schema
        ) { call throws(ControlProblem) in
            guard let words = call.body?["failures"]?.array else {
                throw ControlProblem(422, "The body must be an object with the list \"failures\".", key: "failures")
            }
            var failures: Set<SandboxFailure> = []
            for word in words { failures.insert(try failure(word.string)) }
            await call.sandbox.setFailures(failures)
            return show(call)
        },
        ControlRoute(
            method: "POST",
            path: "/control/failures",
            summary: "Lets one more thing go wrong from now.",
            body: ControlSchema.object(["failure": failure]),
            answer: schema
        ) { call throws(ControlProblem) in
            let failure = try failure(try call.string("failure"))
            try await call.attempt { () throws(SandboxError) in
                try await call.sandbox.reconfigure { $0.failures.insert(failure) }
            }
            return show(call)
        },
        ControlRoute(
            method: "DELETE",
            path: "/control/failures",
            summary: "Lets nothing go wrong any more."
        ) { call throws(ControlProblem) in
            await call.sandbox.setFailures([])
            return .nothing
        },
    ]

    private static func show(_ call: ControlRoute.Call) -> ControlAnswer {
        let present = call.sandbox.configuration.failures
        let words = SandboxFailure.allCases.filter(present.contains).map { JSONText.string($0.rawValue) }
        return .json(.object([("failures", .array(words))]))
    }

    private static func failure(_ word: String?) throws(ControlProblem) -> SandboxFailure {
        guard let word, let failure = SandboxFailure(rawValue: word) else {
            let words = SandboxFailure.allCases.map(\.rawValue).joined(separator: ", ")
            throw ControlProblem(422, "A failure must be one of \(words).", key: "failures")
        }
        return failure
    }
}
