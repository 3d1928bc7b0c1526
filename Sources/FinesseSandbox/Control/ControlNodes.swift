/// The nodes: where they listen, how they are doing, and what happens to them.
enum ControlNodes {
    private static let node = ControlSchema.object(
        [
            "host": ControlSchema.string,
            "party": ControlSchema.words(SandboxParty.allCases.map(\.rawValue)),
            "place": ControlSchema.integer,
            "state": ControlSchema.words(SandboxNodes.State.allCases.map(\.rawValue)),
            "port": ControlSchema.integer, "address": ControlSchema.string, "addressPort": ControlSchema.integer,
        ],
        optional: ["port", "address", "addressPort"]
    )
    private static let list = ControlSchema.object(["nodes": ControlSchema.array(node)])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/nodes",
            summary: "Lists the nodes: the names that clients use, where they listen, how they are doing.",
            answer: list
        ) { call throws(ControlProblem) in show(call) },
        change("kill", "Kills a node: it refuses connections, and open ones are closed.") {
            (nodes, host) throws(SandboxNodeError) in try await nodes.kill(host)
        },
        change("pause", "Freezes a node: it accepts connections and answers nothing until it recovers.") {
            (nodes, host) throws(SandboxNodeError) in try await nodes.pause(host)
        },
        change("recover", "Lets a node serve again, at the address where it was.") {
            (nodes, host) throws(SandboxNodeError) in try await nodes.recover(host)
        },
    ]

    private static func change(
        _ verb: String,
        _ summary: String,
        _ action: @escaping @Sendable (SandboxNodes, String) async throws(SandboxNodeError) -> Void
    ) -> ControlRoute {
        ControlRoute(
            method: "POST",
            path: "/control/nodes/{host}/\(verb)",
            summary: summary,
            body: ControlSchema.object([:]),
            answer: list
        ) { call throws(ControlProblem) in
            do throws(SandboxNodeError) {
                try await action(call.sandbox.nodes, call.path["host"] ?? "")
            } catch {
                switch error {
                case .unknown: throw ControlProblem(404, error.description, key: "host")
                case .listen: throw ControlProblem(503, error.description)
                }
            }
            return show(call)
        }
    }

    private static func show(_ call: ControlRoute.Call) -> ControlAnswer {
        let nodes = call.sandbox.nodes.list.map { node in
            var members: [(name: String, value: JSONText)] = [
                ("host", .string(node.host)), ("party", .string(node.party.rawValue)),
                ("place", .integer(Int64(node.place))), ("state", .string(node.state.rawValue)),
            ]
            if let place = call.sandbox.connectTo.first(where: { $0.host == node.host }) {
                members += [
                    ("port", .integer(Int64(place.port))), ("address", .string(place.address)),
                    ("addressPort", .integer(Int64(place.addressPort))),
                ]
            }
            return JSONText.object(members)
        }
        return .json(.object([("nodes", .array(nodes))]))
    }
}
