import Finesse
import FinesseTypes
import FuzzDriver
import XMLTree

/// What an agent's desk reads: people, calls, queues, tasks.
enum Desk {
    static func ask(_ root: XMLElement) {
        let queue = Queue(element: root).statistics
        _ = (queue.callsInQueue, queue.agentsReady, queue.startTimeOfLongestCallInQueue, queue.agentsWrapUpReady)
        let team = Team(element: root)
        _ = (team.name, team.users.map(\.loginID))
        let media = Media(element: root)
        _ = (media.id, media.name, media.details, media.state, media.stateChangeTime, media.isRoutable)
        _ = (media.isInterruptible, media.interruptAction, media.dialogLogoutAction, media.maxDialogLimit)
        _ = (media.reasonCodeID, media.reasonCode?.label, media.isConnected, media.isAssociated, media.channel)
        let message = TeamMessage(element: root)
        _ = (message.author?.loginID, message.createdAt, message.duration, message.content, message.teamIDs)
        let dialog = Dialog(element: root)
        check(dialog)
        guard let user = User(element: root) else { return }
        require(!user.loginID.rawValue.isEmpty, "a user without an id")
        _ = (user.roles, user.reasonCodeID, user.reasonCode, user.settings.wrapUpOnIncoming, user.wrapUpTimer)
        _ = (user.mobileAgent, user.supervisedTeams.map(\.id), user.services, user.stateChangeMilliseconds)
        for deployment in [DeploymentType.enterprise, .express] {
            check(AgentSituation(user: user, dialogs: [dialog], deployment: deployment))
        }
    }

    private static func check(_ dialog: Dialog) {
        for participant in dialog.participants {
            guard let address = participant.mediaAddress else { continue }
            require(dialog.participant(at: address)?.mediaAddress == address, "another one is found at \(address)")
        }
        let properties = dialog.mediaProperties
        for variable in properties.callVariables {
            require(properties.callVariable(variable.name) != nil, "\(variable.name) is not found")
        }
        _ = (properties.wrapUpItems, properties.queueName, dialog.scheduledCallback?.time, dialog.state)
    }

    /// What is allowed is what the agent's own part offers.
    private static func check(_ situation: AgentSituation) {
        for action in situation.allowed { require(situation.allows(action), "\(action) is allowed and is not") }
        for action in [DialogAction.answer, .hold, .drop] {
            guard let dialog = situation.dialog(allowing: [action]) else { continue }
            require(situation.own(in: dialog)?.actions.contains(action) == true, "\(action) is another's")
        }
    }
}
