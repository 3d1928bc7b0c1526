extension RESTService {
    /// Source: Finesse REST developer guide, "SystemInfo", "Single Sign-On: Get User Authentication Mode".
    static let systemInfoRoutes: [RESTRoute] = {
        var status = RESTRoute.serving(
            "V1",
            "GET",
            "SystemInfo",
            who: .anyone,
            isConfiguration: false
        ) { call throws(ApiError) in
            let isOut = call.world.fails(.finesseOutOfService)
            let document = SystemInfoDocument(world: call.world, origins: call.origins)
            return .document(document.element(status: isOut ? "OUT_OF_SERVICE" : "IN_SERVICE"))
        }
        status.saysStatus = true
        return [
            status,
            .serving("S4", "GET", "UserAuthMode/{id}", who: .anyone, isConfiguration: false) { call throws(ApiError) in
                let configuration = call.world.configuration
                guard configuration.desktop.hasUserAuthMode else { throw .notFound(call.request.path) }
                guard configuration.desktop.servesUserAuthMode else { throw .authModeDisabled }
                let name = call.path["id"] ?? ""
                guard configuration.authenticationMode == .hybrid,
                    let user = call.world.directory.user(named: name)
                else { throw .userNotFound(name) }
                let mode = user.usesSSO ? SandboxAuthenticationMode.sso : .nonSSO
                return .document(FinesseXML("UserAuthMode", children: [FinesseXML("authMode", mode.rawValue)]))
            },
        ]
    }()
}
