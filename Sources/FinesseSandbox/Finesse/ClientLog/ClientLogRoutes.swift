extension RESTService {
    /// Source: Finesse REST guide, "ClientLog"; whether the answer is 200 or 202 is open.
    static let clientLogRoutes: [RESTRoute] = [
        .serving("L1", "POST", "User/{id}/ClientLog", who: .own, isConfiguration: false) { call throws(ApiError) in
            let user = try call.strictlyOwnUser()
            let body = try call.object(named: "ClientLog", upTo: OriginServer.bodyLimit)
            let loginId = call.world.directory.loginId(of: user)
            await call.world.keepClientLog(try ClientLogRules.text(body, of: loginId), of: loginId)
            return .accepted
        }
    ]
}

extension RESTCall {
    /// The user of the path, who must be the caller; the administrator is none.
    func strictlyOwnUser() throws(ApiError) -> SandboxUser {
        let user = try ownUser()
        guard caller.user != nil else { throw .otherUser(user.loginId) }
        return user
    }
}
