extension RESTService {
    /// Source: Finesse REST guide, "ConnectedUsersInfo"; what `RuntimeConfigInfo` holds is open.
    static let serviceabilityRoutes: [RESTRoute] = [
        .serving("V4", "GET", "ConnectedUsersInfo", who: .user, isConfiguration: false) { call throws(ApiError) in
            guard call.caller == .administrator else { throw .forbidden("Only an administrator may read this") }
            let count = await call.world.signedInCount
            var children = [
                FinesseXML("desktopUsers", "0"), FinesseXML("fippaUsers", "0"),
                FinesseXML("thirdPartyUsers", String(count)), FinesseXML("totalConnectedUsers", String(count)),
            ]
            if call.world.configuration.knows(.release1262) {
                children.append(FinesseXML("totalConnectedUsersViaProxy", "0"))
            }
            return .document(
                FinesseXML(
                    "ConnectedUsersInfo",
                    children: [
                        FinesseXML("userSummary", children: children),
                        FinesseXML("uri", "/finesse/api/ConnectedUsersInfo"),
                    ]
                )
            )
        },
        .serving("V8", "GET", "RuntimeConfigInfo", isConfiguration: false) { call throws(ApiError) in
            let configuration = call.world.configuration
            return .document(
                FinesseXML(
                    "RuntimeConfigInfo",
                    children: [
                        FinesseXML("uri", "/finesse/api/RuntimeConfigInfo"),
                        FinesseXML("deploymentType", configuration.deployment.rawValue),
                        FinesseXML("systemAuthMode", configuration.authenticationMode.rawValue),
                        FinesseXML("enableUserAuthMode", String(configuration.desktop.servesUserAuthMode)),
                    ]
                )
            )
        },
    ]
}

extension SandboxWorld {
    /// How many agents are signed in.
    var signedInCount: Int { state.agents.values(now: clock.now).count { $0.isSignedIn } }
}
