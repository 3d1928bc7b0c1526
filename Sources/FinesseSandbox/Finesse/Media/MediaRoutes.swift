internal import XMLTree

extension RESTService {
    /// Source: Finesse REST guide, "Media"; the list to be put, and what it looks like, are inferred.
    static let mediaRoutes: [RESTRoute] =
        // One address for six calls, which their bodies tell apart.
        ["M1", "M2", "M3", "M4", "M5", "M6"].map { api in
            media(api, "PUT", "User/{id}/Media/{media}") { call, user throws(ApiError) in
                let body = try call.object(named: "Media")
                try await call.world.accept(body, mediaId: try mediaId(of: call), user: user, call.requestId)
                return call.acceptedWithRequestId
            }
        } + [
            media("M7", "GET", "User/{id}/Media/{media}") { call, user throws(ApiError) in
                guard let domain = call.world.mediaDomain(call.path["media"] ?? "") else {
                    throw .objectNotFound("Media", call.path["media"] ?? "")
                }
                return .document(await call.world.mediaDocument(domain, of: user))
            },
            media("M8", "GET", "User/{id}/Media") { call, user throws(ApiError) in
                var list: [FinesseXML] = []
                for domain in call.world.configuration.mediaDomains {
                    list.append(await call.world.mediaDocument(domain, of: user))
                }
                return .document(FinesseXML("MediaList", children: list))
            },
            media("M9", "PUT", "User/{id}/Media") { call, user throws(ApiError) in
                guard call.world.configuration.knows(.release1262) else { throw .notFound(call.request.path) }
                let elements = try call.object(named: "MediaList").children("Media").map { ObjectBody($0) }
                guard !elements.isEmpty else { throw .parameterMissing("Media") }
                for element in elements {
                    let id = try element.needed("id")
                    guard call.world.mediaDomain(id) != nil else { throw .objectNotFound("Media", id) }
                    _ = try await call.world.readMedia(element)
                }
                for element in elements {
                    try await call.world.accept(
                        element,
                        mediaId: try element.needed("id"),
                        user: user,
                        call.requestId
                    )
                }
                return call.acceptedWithRequestId
            },
            .serving("M10", "GET", "MediaDomain", who: .user, platform: .ucce, isConfiguration: false) {
                call throws(ApiError) in
                let domains = call.world.configuration.mediaDomains.map { domain in
                    FinesseXML(
                        "MediaDomain",
                        children: [
                            FinesseXML("id", domain.id), FinesseXML("name", domain.name),
                            FinesseXML("description", domain.description),
                            FinesseXML("interruptible", String(domain.interruptible)),
                        ]
                    )
                }
                return .document(FinesseXML("MediaDomains", children: domains))
            },
            media("U8", "GET", "User/{id}/Dialogs/Media") { call, user throws(ApiError) in
                var tasks: [FinesseXML] = []
                for task in await call.world.tasks(of: user.loginId) {
                    tasks.append(await call.world.taskDocument(task))
                }
                return .document(FinesseXML("Dialogs", children: tasks))
            },
        ]

    private static func media(
        _ api: String,
        _ method: String,
        _ path: String,
        _ work: @escaping @Sendable (RESTCall, SandboxUser) async throws(ApiError) -> RESTReply
    ) -> RESTRoute {
        .serving(api, method, path, who: .own, platform: .ucce, isConfiguration: false) { call throws(ApiError) in
            try await work(call, try call.strictlyOwnUser())
        }
    }

    /// The domain of the path; voice is one, too, as far as Finesse itself is concerned.
    private static func mediaId(of call: RESTCall) throws(ApiError) -> String {
        let id = call.path["media"] ?? ""
        guard id == "1" || call.world.mediaDomain(id) != nil else { throw .objectNotFound("Media", id) }
        return id
    }
}

extension SandboxWorld {
    /// Reads a request for a media.
    fileprivate func readMedia(_ body: ObjectBody) throws(ApiError) -> MediaRequest {
        try MediaRules.read(body) { id, category in reasonCodes[id]?.category == category }
    }

    /// Accepts a request for a media, which is decided in a moment.
    fileprivate func accept(
        _ body: ObjectBody,
        mediaId: String,
        user: SandboxUser,
        _ requestId: String
    ) throws(ApiError) {
        let request = try readMedia(body)
        requestMedia(.request(request, loginId: user.loginId, mediaId: mediaId, requestId: requestId))
    }
}

extension RESTCall {
    /// 202 with the `requestId` of the request, as the Media APIs answer.
    var acceptedWithRequestId: RESTReply {
        let answer = SandboxAnswer(status: 202, headers: [("Content-Length", "0")])
        return .answer(requestId.isEmpty ? answer : answer.adding("requestId", requestId))
    }
}
