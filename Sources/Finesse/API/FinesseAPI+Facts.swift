/// What is known of a call.
struct FinesseAPIFacts: Sendable {
    var method: String
    /// Below `/finesse/api/`, or from the root where it begins with a slash; a name in braces for each part that varies.
    var path: String
    var evidence: FinesseAPI.Evidence
    var platform: FinesseAPI.Platform
    var group: String

    init(
        _ method: String,
        _ path: String,
        _ evidence: FinesseAPI.Evidence,
        _ platform: FinesseAPI.Platform,
        _ group: String
    ) {
        self.method = method
        self.path = path
        self.evidence = evidence
        self.platform = platform
        self.group = group
    }
}

extension FinesseAPI {
    /// True for the calls of the administrator, which the primary node alone takes; on Unified CCX the other one reads too.
    ///
    /// Source: Finesse REST guide, "Configuration APIs".
    public var isConfiguration: Bool { rawValue.hasPrefix("C") }

    /// Source: Finesse REST guide, the address of each call.
    var facts: FinesseAPIFacts {
        switch self {
        case .signIn: .init("PUT", "User/{id}", .documented, .every, "User")
        case .signInAsMobileAgent: .init("PUT", "User/{id}", .documented, .ucce, "User")
        case .signOut: .init("PUT", "User/{id}", .documented, .every, "User")
        case .user: .init("GET", "User/{id}", .sample, .every, "User")
        case .userByLoginName: .init("GET", "User/{loginName}", .documented, .ucce, "User")
        case .users: .init("GET", "Users", .documented, .every, "User")
        case .userDialogs: .init("GET", "User/{id}/Dialogs", .sample, .every, "User")
        case .userMediaDialogs: .init("GET", "User/{id}/Dialogs/Media", .inferred, .ucce, "User")
        case .changeState: .init("PUT", "User/{id}", .documented, .every, "User")
        case .changeStateWithReasonCode: .init("PUT", "User/{id}", .documented, .every, "User")
        case .userReasonCode: .init("GET", "User/{id}/ReasonCode/{rcId}", .documented, .every, "User")
        case .userReasonCodes: .init("GET", "User/{id}/ReasonCodes", .documented, .every, "User")
        case .userWrapUpReason: .init("GET", "User/{id}/WrapUpReason/{wrId}", .documented, .every, "User")
        case .userWrapUpReasons: .init("GET", "User/{id}/WrapUpReasons", .sample, .every, "User")
        case .userMediaPropertiesLayout: .init("GET", "User/{id}/MediaPropertiesLayout", .sample, .every, "User")
        case .userMediaPropertiesLayouts: .init("GET", "User/{id}/MediaPropertiesLayouts", .inferred, .every, "User")
        case .userPhoneBooks: .init("GET", "User/{id}/PhoneBooks", .sample, .every, "User")
        case .userWorkflows: .init("GET", "User/{id}/Workflows", .sample, .every, "User")
        case .dialog: .init("GET", "Dialog/{dialogId}", .sample, .every, "Dialog")
        case .makeCall: .init("POST", "User/{id}/Dialogs", .documented, .every, "Dialog")
        case .takeAction: .init("PUT", "Dialog/{dialogId}", .sample, .every, "Dialog")
        case .updateCallData: .init("PUT", "Dialog/{dialogId}", .sample, .every, "Dialog")
        case .sendDTMF: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .consultCall: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .singleStepTransfer: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .silentMonitor: .init("POST", "User/{id}/Dialogs", .documented, .every, "Dialog")
        case .endSilentMonitor: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .bargeCall: .init("POST", "User/{id}/Dialogs", .documented, .every, "Dialog")
        case .endBargeCall: .init("PUT", "Dialog/{dialogId}", .inferred, .every, "Dialog")
        case .dropParticipant: .init("PUT", "Dialog/{dialogId}", .sample, .ucce, "Dialog")
        case .startRecording: .init("PUT", "Dialog/{dialogId}", .documented, .uccx, "Dialog")
        case .answerOutboundPreview: .init("PUT", "Dialog/{dialogId}", .documented, .ucce, "Dialog")
        case .answerDirectPreview: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .reclassify: .init("PUT", "Dialog/{dialogId}", .sample, .every, "Dialog")
        case .scheduleCallback: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .cancelCallback: .init("PUT", "Dialog/{dialogId}", .documented, .every, "Dialog")
        case .queue: .init("GET", "Queue/{id}", .documented, .ucce, "Queue")
        case .userQueues: .init("GET", "User/{id}/Queues", .documented, .every, "Queue")
        case .team: .init("GET", "Team/{id}", .sample, .every, "Team")
        case .teamResourceReasonCodes:
            .init("GET", "TeamResource/{teamId}/ReasonCodes", .inferred, .every, "TeamResource")
        case .teamResourceWrapUpReasons:
            .init("GET", "TeamResource/{teamId}/WrapUpReasons", .inferred, .every, "TeamResource")
        case .teamResourceMediaPropertiesLayouts:
            .init("GET", "TeamResource/{teamId}/MediaPropertiesLayouts", .inferred, .every, "TeamResource")
        case .teamResourcePhoneBooks:
            .init("GET", "TeamResource/{teamId}/PhoneBooks", .documented, .every, "TeamResource")
        case .teamResourceWorkflows:
            .init("GET", "TeamResource/{teamId}/Workflows", .inferred, .every, "TeamResource")
        case .teamMessage: .init("GET", "TeamMessage/{id}", .sample, .every, "TeamMessage")
        case .teamMessages: .init("GET", "TeamMessages", .inferred, .every, "TeamMessage")
        case .createTeamMessage: .init("POST", "TeamMessage", .documented, .every, "TeamMessage")
        case .deleteTeamMessage: .init("DELETE", "TeamMessage/{id}", .inferred, .every, "TeamMessage")
        case .activeTeamMessages: .init("GET", "Team/{teamId}/TeamMessages", .sample, .every, "TeamMessage")
        case .postClientLog: .init("POST", "User/{id}/ClientLog", .sample, .every, "ClientLog")
        case .mediaSignIn: .init("PUT", "User/{id}/Media/{mrdId}", .documented, .ucce, "Media")
        case .mediaSignOut: .init("PUT", "User/{id}/Media/{mrdId}", .inferred, .ucce, "Media")
        case .mediaChangeState: .init("PUT", "User/{id}/Media/{mrdId}", .inferred, .ucce, "Media")
        case .mediaChangeStateWithReasonCode: .init("PUT", "User/{id}/Media/{mrdId}", .documented, .ucce, "Media")
        case .mediaRoutable: .init("PUT", "User/{id}/Media/{mrdId}", .documented, .ucce, "Media")
        case .mediaWorkToActive: .init("PUT", "User/{id}/Media/{mrdId}", .inferred, .ucce, "Media")
        case .media: .init("GET", "User/{id}/Media/{mrdId}", .documented, .ucce, "Media")
        case .mediaList: .init("GET", "User/{id}/Media", .documented, .ucce, "Media")
        case .mediaPutList: .init("PUT", "User/{id}/Media", .inferred, .ucce, "Media")
        case .mediaDomains: .init("GET", "MediaDomain", .inferred, .ucce, "Media")
        case .testSignOn: .init("GET", "/desktop/sso/test", .documented, .every, "SSO")
        case .fetchAccessToken: .init("GET", "/desktop/sso/token", .documented, .every, "SSO")
        case .refreshAccessToken: .init("POST", "/desktop/sso/token", .documented, .every, "SSO")
        case .userAuthMode: .init("GET", "UserAuthMode/{user}", .documented, .ucce, "SSO")
        case .reasonCode: .init("GET", "ReasonCode/{id}", .documented, .every, "ReasonCode")
        case .reasonCodeByCode: .init("GET", "ReasonCode", .inferred, .every, "ReasonCode")
        case .reasonCodes: .init("GET", "ReasonCodes", .sample, .every, "ReasonCode")
        case .createReasonCode: .init("POST", "ReasonCode", .inferred, .every, "ReasonCode")
        case .updateReasonCode: .init("PUT", "ReasonCode/{id}", .documented, .every, "ReasonCode")
        case .deleteReasonCode: .init("DELETE", "ReasonCode/{id}", .documented, .every, "ReasonCode")
        case .wrapUpReason: .init("GET", "WrapUpReason/{id}", .documented, .every, "WrapUpReason")
        case .wrapUpReasons: .init("GET", "WrapUpReasons", .sample, .every, "WrapUpReason")
        case .createWrapUpReason: .init("POST", "WrapUpReason", .inferred, .every, "WrapUpReason")
        case .updateWrapUpReason: .init("PUT", "WrapUpReason/{id}", .inferred, .every, "WrapUpReason")
        case .deleteWrapUpReason: .init("DELETE", "WrapUpReason/{id}", .inferred, .every, "WrapUpReason")
        case .layoutConfig: .init("GET", "LayoutConfig/default", .sample, .every, "LayoutConfig")
        case .setLayoutConfig: .init("PUT", "LayoutConfig/default", .sample, .every, "LayoutConfig")
        case .clusterConfig: .init("GET", "ClusterConfig", .inferred, .ucce, "ClusterConfig")
        case .setClusterConfig: .init("PUT", "ClusterConfig", .inferred, .ucce, "ClusterConfig")
        case .enterpriseDatabaseConfig:
            .init("GET", "EnterpriseDatabaseConfig", .inferred, .ucce, "EnterpriseDatabaseConfig")
        case .setEnterpriseDatabaseConfig:
            .init("PUT", "EnterpriseDatabaseConfig", .inferred, .ucce, "EnterpriseDatabaseConfig")
        case .systemConfig: .init("GET", "SystemConfig", .inferred, .ucce, "SystemConfig")
        case .setSystemConfig: .init("PUT", "SystemConfig", .inferred, .ucce, "SystemConfig")
        case .configInfo: .init("GET", "ConfigInfo", .inferred, .every, "ConfigInfo")
        case .eccVariableConfig: .init("GET", "ECCVariableConfig", .inferred, .ucce, "ECCVariableConfig")
        case .chatConfig: .init("GET", "ChatConfig", .sample, .every, "ChatConfig")
        case .setChatConfig: .init("PUT", "ChatConfig", .inferred, .every, "ChatConfig")
        case .defaultMediaPropertiesLayout:
            .init("GET", "MediaPropertiesLayout/default", .documented, .every, "MediaPropertiesLayout")
        case .setDefaultMediaPropertiesLayout:
            .init("PUT", "MediaPropertiesLayout/default", .documented, .every, "MediaPropertiesLayout")
        case .mediaPropertiesLayouts: .init("GET", "MediaPropertiesLayouts", .sample, .every, "MediaPropertiesLayout")
        case .mediaPropertiesLayout:
            .init("GET", "MediaPropertiesLayout/{id}", .inferred, .every, "MediaPropertiesLayout")
        case .createMediaPropertiesLayout:
            .init("POST", "MediaPropertiesLayout", .inferred, .every, "MediaPropertiesLayout")
        case .updateMediaPropertiesLayout:
            .init("PUT", "MediaPropertiesLayout/{id}", .inferred, .every, "MediaPropertiesLayout")
        case .deleteMediaPropertiesLayout:
            .init("DELETE", "MediaPropertiesLayout/{id}", .inferred, .every, "MediaPropertiesLayout")
        case .phoneBook: .init("GET", "PhoneBook/{id}", .sample, .every, "PhoneBook")
        case .phoneBooks: .init("GET", "PhoneBooks", .sample, .every, "PhoneBook")
        case .createPhoneBook: .init("POST", "PhoneBook", .sample, .every, "PhoneBook")
        case .updatePhoneBook: .init("PUT", "PhoneBook/{id}", .sample, .every, "PhoneBook")
        case .deletePhoneBook: .init("DELETE", "PhoneBook/{id}", .sample, .every, "PhoneBook")
        case .importContactsAsCSV:
            .init("POST", "PhoneBook/{id}/Contacts/csvFileContent", .documented, .every, "PhoneBook")
        case .importContactsAsXML: .init("PUT", "PhoneBook/{id}/Contacts", .inferred, .every, "PhoneBook")
        case .exportContacts: .init("GET", "PhoneBook/{id}/Contacts/csvFileContent", .inferred, .every, "PhoneBook")
        case .contacts: .init("GET", "PhoneBook/{id}/Contacts", .sample, .every, "Contact")
        case .contact: .init("GET", "PhoneBook/{id}/Contact/{cid}", .sample, .every, "Contact")
        case .createContact: .init("POST", "PhoneBook/{id}/Contact", .sample, .every, "Contact")
        case .updateContact: .init("PUT", "PhoneBook/{id}/Contact/{cid}", .sample, .every, "Contact")
        case .deleteContact: .init("DELETE", "PhoneBook/{id}/Contact/{cid}", .sample, .every, "Contact")
        case .workflow: .init("GET", "Workflow/{id}", .sample, .every, "Workflow")
        case .workflows: .init("GET", "Workflows", .sample, .every, "Workflow")
        case .createWorkflow: .init("POST", "Workflow", .sample, .every, "Workflow")
        case .updateWorkflow: .init("PUT", "Workflow/{id}", .sample, .every, "Workflow")
        case .deleteWorkflow: .init("DELETE", "Workflow/{id}", .sample, .every, "Workflow")
        case .workflowAction: .init("GET", "WorkflowAction/{id}", .sample, .every, "WorkflowAction")
        case .workflowActions: .init("GET", "WorkflowActions", .sample, .every, "WorkflowAction")
        case .createWorkflowAction: .init("POST", "WorkflowAction", .sample, .every, "WorkflowAction")
        case .updateWorkflowAction: .init("PUT", "WorkflowAction/{id}", .sample, .every, "WorkflowAction")
        case .deleteWorkflowAction: .init("DELETE", "WorkflowAction/{id}", .sample, .every, "WorkflowAction")
        case .teams: .init("GET", "Teams", .sample, .every, "Team")
        case .teamReasonCodes: .init("GET", "Team/{id}/ReasonCodes", .sample, .every, "Team")
        case .assignReasonCodes: .init("PUT", "Team/{id}/ReasonCodes", .sample, .every, "Team")
        case .teamWrapUpReasons: .init("GET", "Team/{id}/WrapUpReasons", .sample, .every, "Team")
        case .assignWrapUpReasons: .init("PUT", "Team/{id}/WrapUpReasons", .sample, .every, "Team")
        case .teamPhoneBooks: .init("GET", "Team/{id}/PhoneBooks", .sample, .every, "Team")
        case .assignPhoneBooks: .init("PUT", "Team/{id}/PhoneBooks", .sample, .every, "Team")
        case .teamLayoutConfig: .init("GET", "Team/{id}/LayoutConfig", .sample, .every, "Team")
        case .assignLayoutConfig: .init("PUT", "Team/{id}/LayoutConfig", .sample, .every, "Team")
        case .teamWorkflows: .init("GET", "Team/{id}/Workflows", .sample, .every, "Team")
        case .assignWorkflows: .init("PUT", "Team/{id}/Workflows", .sample, .every, "Team")
        case .teamMediaPropertiesLayouts: .init("GET", "Team/{id}/MediaPropertiesLayouts", .inferred, .every, "Team")
        case .assignMediaPropertiesLayouts:
            .init("PUT", "Team/{id}/MediaPropertiesLayouts", .inferred, .every, "Team")
        case .systemVariables: .init("GET", "SystemVariables", .inferred, .every, "SystemVariable")
        case .systemInfo: .init("GET", "SystemInfo", .documented, .every, "SystemInfo")
        case .connectedUsersInfo: .init("GET", "ConnectedUsersInfo", .sample, .every, "ConnectedUsersInfo")
        case .runtimeConfigInfo: .init("GET", "RuntimeConfigInfo", .inferred, .every, "RuntimeConfigInfo")
        }
    }
}
