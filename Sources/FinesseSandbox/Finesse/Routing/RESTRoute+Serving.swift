internal import XMLTree

/// What a call of the tables is answered with.
enum RESTReply: Sendable {
    /// 200 with an element.
    case document(FinesseXML)
    /// 200 without a body.
    case done
    /// 200 without a body, with the address of what was created.
    case created(String)
    /// 202 without a body.
    case accepted
    /// As it is.
    case answer(SandboxAnswer)
}

extension RESTRoute {
    /// A call whose errors are thrown.
    static func serving(
        _ api: String,
        _ method: String,
        _ path: String,
        who: Audience = .administrator,
        platform: SandboxDeployment? = nil,
        isConfiguration: Bool = true,
        _ work: @escaping @Sendable (RESTCall) async throws(ApiError) -> RESTReply
    ) -> RESTRoute {
        RESTRoute(
            api: api,
            method: method,
            path: path,
            who: who,
            platform: platform,
            isConfiguration: isConfiguration,
            perform: { call in
                do throws(ApiError) {
                    return call.answer(try await work(call))
                } catch {
                    return error.answer
                }
            }
        )
    }
}

extension RESTCall {
    fileprivate func answer(_ reply: RESTReply) -> SandboxAnswer {
        switch reply {
        case .document(let element): .xml(element)
        case .done: SandboxAnswer(status: 200, headers: [("Content-Length", "0")])
        case .created(let path):
            SandboxAnswer(
                status: 200,
                headers: [("Location", origins.text(.finesse) + path), ("Content-Length", "0")]
            )
        case .accepted: SandboxAnswer(status: 202, headers: [("Content-Length", "0")])
        case .answer(let answer): answer
        }
    }

    /// The body as the configuration APIs read it.
    func object(named name: String, upTo length: Int = 64 << 10) throws(ApiError) -> ObjectBody {
        ObjectBody(try body(named: name, upTo: length))
    }

    /// The number in the path, which no object of a kind has when it is no number.
    func number(_ name: String, of kind: String) throws(ApiError) -> Int {
        let text = path[name] ?? ""
        guard let number = Int(text) else { throw .objectNotFound(kind, text) }
        return number
    }

    /// The user of the path, who must be the caller, unless that is the administrator.
    func ownUser() throws(ApiError) -> SandboxUser {
        let name = path["id"] ?? ""
        guard let user = world.directory.user(named: name) else { throw .userNotFound(name) }
        switch caller {
        case .nobody: throw .notAuthenticated(name)
        case .administrator: return user
        case .user(let own):
            // Unified CCE takes the login id only.
            let isId = world.configuration.deployment == .uccx || user.loginId == name
            guard own.loginId == user.loginId, isId else { throw .otherUser(name) }
            return user
        }
    }
}
