import Finesse
import XMLTree

/// What is configured and only read.
enum Configuration {
    static func ask(_ root: XMLElement) {
        let users = ConnectedUsersInfo(element: root)
        _ = (users.desktopUsers, users.phoneUsers, users.thirdPartyUsers, users.total, users.totalViaProxy)
        let info = ConfigInfo(element: root)
        _ = (info.totalUsers, info.totalTeams, info.totalSupervisors, info.totalSkillGroups, info.versionInfo)
        _ = ECCVariableConfig(element: root).variables.map { ($0.name, $0.length) }
        _ = FinesseList<PhoneBook>(element: root).flatMap { $0.contacts.map(\.phoneNumber) }
        let system = SystemInfo(element: root)
        _ = (system.deploymentType, system.primaryNode, system.secondaryNode, system.ctiServers)
        _ = (system.authenticationMode, system.timezoneOffset, system.lastSuccessCTIHeartbeatTime)
        let workflow = Workflow(element: root)
        _ = (workflow.triggerSet, workflow.conditionSet, workflow.actions.map(\.id))
        let layout = MediaPropertiesLayout(element: root)
        _ = (layout.header, layout.columns.map { $0.map { ($0.mediaProperty, $0.uiEditable) } })
    }
}
