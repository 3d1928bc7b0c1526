/// Tasks of the contact centre, which no client can create.
enum ControlTasks {
    static let routes = [
        ControlRoute(
            method: "POST",
            path: "/control/contact-centre/tasks",
            summary:
                "Offers a task to an agent who is ready in a media routing domain; to the first one unless one is named.",
            body: ControlSchema.object(
                [
                    "mediaId": ControlSchema.string, "user": ControlSchema.string,
                    "queueName": ControlSchema.string,
                    "variables": .object([
                        ("type", .string("object")), ("additionalProperties", ControlSchema.string),
                    ]),
                ],
                optional: ["user", "queueName", "variables"]
            ),
            answer: ControlSchema.object(["dialogId": ControlSchema.string, "user": ControlSchema.string])
        ) { call throws(ControlProblem) in
            let world = call.sandbox.world
            guard world.configuration.deployment == .ucce else {
                throw ControlProblem(422, "Unified CCX has no tasks. Set deployment to UCCE first.", key: "deployment")
            }
            var task = SandboxWorld.NewTask(mediaId: try call.string("mediaId"))
            guard world.mediaDomain(task.mediaId) != nil else {
                let known = world.configuration.mediaDomains.map(\.id).joined(separator: ", ")
                throw ControlProblem(422, "There is no such media routing domain; there is \(known).", key: "mediaId")
            }
            if call.body?["user"] != nil {
                let name = try call.string("user")
                guard let user = world.directory.user(named: name) else {
                    throw ControlProblem(422, "There is no user \(name).", key: "user")
                }
                task.loginId = user.loginId
            }
            if call.body?["queueName"] != nil { task.queueName = try call.string("queueName") }
            task.variables = try variables(call.body?["variables"])
            guard let offered = await world.offer(task) else {
                throw ControlProblem(
                    409,
                    "No agent can take a task there. Sign one in to the domain, ready and routable, with room for it."
                )
            }
            return .json(
                .object([("dialogId", .string(offered.id)), ("user", .string(offered.loginId))])
            )
        }
    ]

    private static func variables(_ value: JSONValue?) throws(ControlProblem) -> [String: String] {
        guard let value else { return [:] }
        guard case .object(let members) = value else {
            throw ControlProblem(422, "variables must be an object of strings.", key: "variables")
        }
        var variables: [String: String] = [:]
        for (name, member) in members {
            guard let text = member.string else {
                throw ControlProblem(422, "variables must be an object of strings.", key: "variables")
            }
            variables[name] = text
        }
        return variables
    }
}
