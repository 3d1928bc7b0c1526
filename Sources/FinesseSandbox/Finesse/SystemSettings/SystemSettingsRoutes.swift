extension RESTService {
    /// Source: Finesse REST guide, "SystemConfig", "ClusterConfig", "EnterpriseDatabaseConfig", "LayoutConfig",
    /// "ConfigInfo", "ECCVariableConfig", "ChatConfig", "SystemVariable"; whether `/1` belongs to an address is open, so
    /// both are served.
    static let systemSettingsRoutes: [RESTRoute] =
        forms(.cluster, get: "C14", set: "C15", platform: .ucce)
        + forms(.database, get: "C16", set: "C17", platform: .ucce)
        + forms(.system, get: "C18", set: "C19", platform: .ucce)
        + forms(.chat, get: "C22", set: "C23", platform: nil, reader: .user)
        + [
            .serving("C12", "GET", "LayoutConfig/default") { call throws(ApiError) in
                .document(
                    FinesseXML(
                        "LayoutConfig",
                        children: [
                            FinesseXML("uri", "/finesse/api/LayoutConfig/default"),
                            FinesseXML("layoutxml", await call.world.defaultLayout),
                        ]
                    )
                )
            },
            .serving("C13", "PUT", "LayoutConfig/default") { call throws(ApiError) in
                let body = try call.object(named: "LayoutConfig", upTo: OriginServer.bodyLimit)
                try await call.world.changeDefaultLayout(by: body)
                return .done
            },
            .serving("C20", "GET", "ConfigInfo") { call throws(ApiError) in
                .document(configInfo(call.world.configuration))
            },
            .serving("C21", "GET", "ECCVariableConfig", who: .user, platform: .ucce) { call throws(ApiError) in
                let variables = call.world.configuration.eccVariables.map { variable in
                    FinesseXML(
                        "ECCVariable",
                        children: [
                            FinesseXML("name", variable.name), FinesseXML("length", String(variable.length)),
                        ]
                    )
                }
                return .document(FinesseXML("ECCVariableConfig", children: variables))
            },
            .serving("C70", "GET", "SystemVariables") { call throws(ApiError) in
                .document(FinesseXML("SystemVariables", children: SystemVariables.all.map(SystemVariables.document)))
            },
        ]

    private static func forms(
        _ form: SettingsForm,
        get: String,
        set: String,
        platform: SandboxDeployment?,
        reader: RESTRoute.Audience = .administrator
    ) -> [RESTRoute] {
        ["", "/1"].flatMap { suffix -> [RESTRoute] in
            [
                .serving(get, "GET", form.object + suffix, who: reader, platform: platform) { call throws(ApiError) in
                    .document(form.document(await call.world.settings(form)))
                },
                .serving(set, "PUT", form.object + suffix, platform: platform) { call throws(ApiError) in
                    try await call.world.changeSettings(form, by: try call.object(named: form.object))
                    return .done
                },
            ]
        }
    }

    private static func configInfo(_ configuration: SandboxConfiguration) -> FinesseXML {
        let queues = configuration.deployment == .ucce ? configuration.teams.count : 0
        let supervisors = configuration.users.count(where: \.isSupervisor)
        return FinesseXML(
            "ConfigInfo",
            children: [
                FinesseXML("totalSkillGroups", String(queues)),
                FinesseXML("totalSupervisors", String(supervisors)),
                FinesseXML("totalTeams", String(configuration.teams.count)),
                FinesseXML("totalUsers", String(configuration.users.count)),
                FinesseXML("uri", "/finesse/api/ConfigInfo"),
                FinesseXML("versionInfo", configuration.release?.rawValue ?? "12.6(2)"),
            ]
        )
    }
}

/// The variables that actions of workflows know by name.
///
/// Source: inferred from Finesse REST guide, "WorkflowAction API Parameters": each has a name and a place in the dialog.
enum SystemVariables {
    static let all: [(name: String, node: String)] =
        (1...10).map {
            (
                "callVariable\($0)",
                "//Dialog/mediaProperties/callvariables/CallVariable[name='callVariable\($0)']/value"
            )
        } + [
            ("DNIS", "//Dialog/mediaProperties/DNIS"), ("fromAddress", "//Dialog/fromAddress"),
            ("toAddress", "//Dialog/toAddress"), ("dialedNumber", "//Dialog/mediaProperties/dialedNumber"),
            ("queueName", "//Dialog/mediaProperties/queueName"), ("callType", "//Dialog/mediaProperties/callType"),
            ("wrapUpReason", "//Dialog/mediaProperties/wrapUpReason"),
        ]

    static func document(_ variable: (name: String, node: String)) -> FinesseXML {
        FinesseXML(
            "SystemVariable",
            children: [FinesseXML("name", variable.name), FinesseXML("node", variable.node)]
        )
    }
}
