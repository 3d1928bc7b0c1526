/// The description of the control's API, made from the routes themselves.
///
/// Source: OpenAPI 3.1.1.
package enum ControlOpenAPI {
    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/openapi.json",
            summary: "This description.",
            answer: .object([("type", .string("object"))])
        ) { _ throws(ControlProblem) in
            .json(document(of: ControlServer.routes))
        }
    ]

    /// The description of some routes.
    ///
    /// - Parameter routes: The routes.
    /// - Returns: The document.
    package static func document(of routes: [ControlRoute]) -> JSONText {
        var paths: [(name: String, value: JSONText)] = []
        for route in routes where !paths.contains(where: { $0.name == route.path }) {
            let operations = routes.filter { $0.path == route.path }.map { ($0.method.lowercased(), operation($0)) }
            paths.append((route.path, .object(operations.map { (name: $0.0, value: $0.1) })))
        }
        return .object([
            ("openapi", .string("3.1.1")),
            (
                "info",
                .object([
                    ("title", .string("FinesseKit sandbox control")), ("version", .string("1")),
                    (
                        "description",
                        .string(
                            "Turns the switches of a running sandbox. It listens on 127.0.0.1 only; every request needs "
                                + "the token that the sandbox printed at its start."
                        )
                    ),
                ])
            ),
            ("servers", .array([.object([("url", .string("/"))])])),
            ("security", .array([.object([("token", .array([]))])])),
            ("paths", .object(paths)),
            (
                "components",
                .object([
                    (
                        "schemas",
                        .object([("Problem", ControlProblem.schema), ("Configuration", configuration)])
                    ),
                    (
                        "securitySchemes",
                        .object([
                            ("token", .object([("type", .string("http")), ("scheme", .string("bearer"))]))
                        ])
                    ),
                ])
            ),
        ])
    }

    /// The keys come from the code that reads them, which refuses none of the default configuration.
    private static var configuration: JSONText {
        (try? SandboxConfiguration.schema()) ?? .object([("type", .string("object"))])
    }

    private static func operation(_ route: ControlRoute) -> JSONText {
        var members: [(name: String, value: JSONText)] = [
            ("operationId", .string(name(of: route))), ("summary", .string(route.summary)),
        ]
        let parameters = pathParameters(route) + route.parameters.map { parameter($0) }
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if let body = route.body {
            let content = JSONText.object([("application/json", .object([("schema", body)]))])
            members.append(("requestBody", .object([("required", .truth(true)), ("content", content)])))
        }
        let problem = JSONText.object([("schema", .object([("$ref", .string("#/components/schemas/Problem"))]))])
        var success: [(name: String, value: JSONText)] = [("description", .string("It was done."))]
        if let answer = route.answer {
            success.append(("content", .object([(route.type, .object([("schema", answer)]))])))
        }
        let refusal = JSONText.object([
            ("description", .string("It was refused, and nothing was changed.")),
            ("content", .object([("application/problem+json", problem)])),
        ])
        let status = route.answer == nil ? "204" : "200"
        members.append(("responses", .object([(status, .object(success)), ("default", refusal)])))
        return .object(members)
    }

    private static func parameter(_ parameter: ControlRoute.Parameter) -> JSONText {
        .object([
            ("name", .string(parameter.name)), ("in", .string("query")), ("description", .string(parameter.text)),
            ("schema", parameter.schema),
        ])
    }

    private static func pathParameters(_ route: ControlRoute) -> [JSONText] {
        route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            .object([
                ("name", .string(String(part.dropFirst().dropLast()))), ("in", .string("path")),
                ("required", .truth(true)), ("schema", ControlSchema.string),
            ])
        }
    }

    /// `PUT /control/release` is `putRelease`.
    private static func name(of route: ControlRoute) -> String {
        let words = route.path.split(whereSeparator: { !$0.isLetter }).dropFirst()
        return route.method.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
