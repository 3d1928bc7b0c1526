extension SandboxWorld {
    /// A campaign has somebody for the agent who is ready the longest, or for one agent.
    ///
    /// - Parameters:
    ///   - mode: How it dials.
    ///   - customer: The customer's number.
    ///   - wanted: The agent, where it must be a certain one.
    ///   - variables: What the call brings along.
    ///   - handleTime: After what span of talking the customer hangs up; zero for never.
    /// - Returns: The agent; nothing when none is ready.
    @discardableResult
    func reserve(
        _ mode: CampaignCall.Mode,
        customer: String,
        for wanted: String? = nil,
        variables: [CallVariable] = [],
        handleTime: Duration = .zero
    ) -> String? {
        let ready = readyAgents.filter { loginId, _ in
            (wanted == nil || wanted == loginId) && agent(loginId).dialogs.isEmpty
        }
        guard let loginId = ready.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
        let call = makeCampaignCall(mode, customer: customer, at: loginId, variables, handleTime)
        guard let reservation = mode.reservation else {
            var record = agent(loginId)
            record.enter(.reservedOutbound, at: clock.now)
            put(record, of: loginId)
            schedule(
                .centre(.customerConnected(call, loginId: loginId)),
                after: configuration.contactCentre.answerDelay
            )
            return loginId
        }
        var preview = call
        preview.kind = .preview
        preview.to = preview.from
        preview.callType = reservation.callType
        preview.set("BAStatus", reservation.status)
        preview.participants = [
            DialogRecord.Participant(preview.from, loginId, .alerting, isInitiator: true, at: clock.now)
        ]
        apply([preview])
        return loginId
    }

    private func makeCampaignCall(
        _ mode: CampaignCall.Mode,
        customer: String,
        at loginId: String,
        _ variables: [CallVariable],
        _ handleTime: Duration
    ) -> DialogRecord {
        let phone = agent(loginId).phone
        var call = DialogRecord(
            id: makeDialogId(),
            from: phone,
            to: customer,
            dialedNumber: customer,
            callType: "OUTBOUND"
        )
        call.campaign = CampaignCall(mode: mode, customer: customer)
        call.variables = variables
        call.handleTime = handleTime.wholeMilliseconds
        call.set("BACampaign", "Renewals")
        call.set("BAStatus", mode.status)
        call.set("BAResponse", "")
        if configuration.deployment == .uccx { call.set("BACustomerNumber", customer) }
        return call
    }

    /// The customer of a progressive campaign is connected, if the agent is still there for it.
    func customerConnected(_ call: DialogRecord, _ loginId: String) {
        guard agent(loginId).state == .reservedOutbound else { return }
        apply([talking(call, loginId)])
    }

    /// The customer of a previewed call answers, if the agent still waits.
    func customerAnswers(_ id: String) {
        guard let preview = dialog(id), let party = preview.participants.first(where: { $0.state == .accepted }),
            let loginId = party.loginId, let campaign = preview.campaign
        else { return }
        var call = preview
        call.id = makeDialogId()
        call.kind = .call
        call.to = campaign.customer
        call.callType = "OUTBOUND"
        call.set("BAStatus", campaign.mode.status)
        apply([talking(call, loginId)] + DialogRules.end(preview, work: { _, _ in false }, at: clock.now))
    }

    private func talking(_ call: DialogRecord, _ loginId: String) -> DialogRecord {
        var call = call
        call.participants = [
            DialogRecord.Participant(call.from, loginId, .active, isInitiator: true, at: clock.now),
            DialogRecord.Participant(call.to, nil, .active, at: clock.now),
        ]
        if call.handleTime > 0 {
            schedule(.centre(.hangsUp(dialogId: call.id, address: call.to)), after: .milliseconds(call.handleTime))
        }
        return call
    }
}
