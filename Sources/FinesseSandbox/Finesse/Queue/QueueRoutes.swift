extension RESTService {
    /// Source: Finesse REST developer guide, "Queue APIs".
    static let queueRoutes: [RESTRoute] = [
        .serving("Q1", "GET", "Queue/{id}", who: .user, platform: .ucce, isConfiguration: false) {
            call throws(ApiError) in
            let id = call.path["id"] ?? ""
            guard let queue = call.world.configuration.contactCentre.queues.first(where: { $0.id == id }) else {
                throw .objectNotFound("Queue", id)
            }
            return .document(await call.world.element(queue))
        },
        .serving("Q2", "GET", "User/{id}/Queues", who: .user, isConfiguration: false) { call throws(ApiError) in
            let name = call.path["id"] ?? ""
            guard let user = call.world.directory.user(named: name) else { throw .userNotFound(name) }
            var queues: [FinesseXML] = []
            for queue in await call.world.queues(of: user) { queues.append(await call.world.element(queue)) }
            return .document(FinesseXML("Queues", children: queues))
        },
    ]
}
