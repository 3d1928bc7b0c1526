/// The nodes and where they listen.
enum ControlNodes {
    private static let node = ControlSchema.object([
        "host": ControlSchema.string, "port": ControlSchema.integer, "address": ControlSchema.string,
        "addressPort": ControlSchema.integer,
    ])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/nodes",
            summary: "Lists the servers: the names that clients use, and where they listen.",
            answer: ControlSchema.object(["nodes": ControlSchema.array(node)])
        ) { call throws(ControlProblem) in
            let nodes = call.sandbox.connectTo.map { place in
                JSONText.object([
                    ("host", .string(place.host)), ("port", .integer(Int64(place.port))),
                    ("address", .string(place.address)), ("addressPort", .integer(Int64(place.addressPort))),
                ])
            }
            return .json(.object([("nodes", .array(nodes))]))
        }
    ]
}
