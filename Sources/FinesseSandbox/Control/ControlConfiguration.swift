internal import Yams

/// The switches and the releases.
enum ControlConfiguration {
    /// The schema's name among the components of the description.
    private static let schema = JSONText.object([("$ref", .string("#/components/schemas/Configuration"))])
    private static let releaseSchema = ControlSchema.anyOf([
        ControlSchema.words(SandboxRelease.allCases.map(\.rawValue)), ControlSchema.null,
    ])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/configuration",
            summary: "Shows every switch, by the names that YAML has for them; secrets are left out.",
            answer: schema
        ) { call throws(ControlProblem) in try await show(call) },
        ControlRoute(
            method: "PATCH",
            path: "/control/configuration",
            summary: "Changes the switches that are named and leaves the others; a list replaces the whole list.",
            body: schema,
            answer: schema
        ) { call throws(ControlProblem) in
            guard let body = call.body, case .object = body else {
                throw ControlProblem(422, "The body must be an object with the switches to change.")
            }
            try await call.attempt { () throws(SandboxError) in
                try await call.sandbox.reconfigure { (configuration) throws(SandboxError) in
                    try configuration.merge(Node(body), readsFiles: false)
                }
            }
            return try await show(call)
        },
        ControlRoute(
            method: "GET",
            path: "/control/releases",
            summary: "Lists the releases whose behaviour can be chosen.",
            answer: ControlSchema.object([
                "chosen": releaseSchema,
                "releases": ControlSchema.array(
                    ControlSchema.object(["release": ControlSchema.string, "summary": ControlSchema.string])
                ),
            ])
        ) { call throws(ControlProblem) in
            let releases = SandboxRelease.allCases.map { release in
                JSONText.object([("release", .string(release.rawValue)), ("summary", .string(release.summary))])
            }
            let chosen = call.sandbox.configuration.release.map { JSONText.string($0.rawValue) }
            return .json(.object([("chosen", chosen ?? .null), ("releases", .array(releases))]))
        },
        ControlRoute(
            method: "PUT",
            path: "/control/release",
            summary: "Sets every switch in which releases differ; null sets them to their defaults.",
            body: ControlSchema.object(["release": releaseSchema]),
            answer: schema
        ) { call throws(ControlProblem) in
            let release = try release(call.body)
            try await call.attempt { () throws(SandboxError) in
                try await call.sandbox.reconfigure { $0.apply(release) }
            }
            return try await show(call)
        },
    ]

    private static func show(_ call: ControlRoute.Call) async throws(ControlProblem) -> ControlAnswer {
        let configuration = call.sandbox.configuration
        return .json(try await call.attempt { () throws(SandboxError) in try configuration.document() })
    }

    private static func release(_ body: JSONValue?) throws(ControlProblem) -> SandboxRelease? {
        if body?["release"] == .null { return nil }
        guard let word = body?["release"]?.string, let release = SandboxRelease(rawValue: word) else {
            let words = SandboxRelease.allCases.map(\.rawValue).joined(separator: ", ")
            throw ControlProblem(422, "release must be null or one of \(words).", key: "release")
        }
        return release
    }
}
