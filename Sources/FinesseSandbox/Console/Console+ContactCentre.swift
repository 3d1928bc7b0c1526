// What agents do, done for them at the console: the contact centre judges it as it judges their own requests.
extension Console {
    /// Lets an agent ask for a state.
    func changeAgent(_ visit: ControlVisit) async -> SandboxAnswer {
        let (form, world) = (visit.request.form, visit.sandbox.world)
        guard let place = world.directory.users.firstIndex(where: { $0.loginName == form["user"] }),
            let word = form["state"]
        else { return refused(visit) }
        let user = world.directory.users[place]
        // The documentation's agents sit at 2001 and after it; where somebody else does, at the next one.
        var phone = 2001 + place
        while await world.agentAt(String(phone)) != nil { phone += 1 }
        let request = AgentStateRequest(state: word, phone: word == "LOGIN" ? String(phone) : nil)
        do throws(ApiError) {
            try await world.requestChange(request, of: user, isSupervisors: false, requestId: "")
        } catch {
            return told("\(user.loginName): \(error.message)", visit, status: 422)
        }
        return told("\(user.loginName) asked for \(word).", visit)
    }

    /// Lets an agent do something with a call.
    func changeCall(_ visit: ControlVisit) async -> SandboxAnswer {
        let (form, world) = (visit.request.form, visit.sandbox.world)
        guard let action = form["action"].flatMap(DialogAction.init), let id = form["dialog"],
            let address = form["address"]
        else { return refused(visit) }
        guard let loginId = await world.dialog(id)?.participant(address)?.loginId,
            let user = world.directory.user(named: loginId)
        else { return told("The call is over.", visit, status: 422) }
        let order = DialogOrder(action: action, dialogId: id, loginId: loginId, address: address)
        do throws(ApiError) {
            try await world.accept(order, from: user)
        } catch {
            return told("\(user.loginName): \(error.message)", visit, status: 422)
        }
        return told("\(user.loginName) asked for \(action.rawValue).", visit)
    }

    /// Brings a caller to a queue.
    func bringCaller(_ visit: ControlVisit) async throws(SandboxError) -> SandboxAnswer {
        guard let id = visit.request.form["queue"],
            let queue = visit.sandbox.configuration.contactCentre.queues.first(where: { $0.id == id })
        else { return refused(visit) }
        try await visit.sandbox.bringCaller(to: id)
        return told("A customer calls \(queue.name).", visit)
    }
}
