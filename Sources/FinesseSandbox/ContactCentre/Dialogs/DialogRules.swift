/// What happens to calls: each rule takes calls as they are and returns them as they become, one after the other.
///
/// Source: Finesse REST guide, "Dialog APIs" and "CTI event mappings".
enum DialogRules {
    /// Decides whether work is left behind for a party whose call is over.
    typealias Work = (DialogRecord.Participant, DialogRecord) -> Bool

    /// A party answers.
    static func answer(
        _ dialog: DialogRecord,
        _ address: String,
        at now: SandboxInstant
    ) throws(CentreFault)
        -> [DialogRecord]
    {
        guard dialog.kind != .preview, dialog.participant(address)?.state == .alerting else { throw .callState }
        var next = dialog
        next.change(address) { $0.enter(.active, at: now) }
        for other in next.participants where [.initiating, .initiated].contains(other.state) {
            next.change(other.address) { $0.enter(.active, at: now) }
        }
        return [next]
    }

    /// A party puts the call on hold.
    static func hold(
        _ dialog: DialogRecord,
        _ address: String,
        at now: SandboxInstant
    ) throws(CentreFault)
        -> [DialogRecord]
    {
        guard let party = dialog.participant(address), party.state == .active, !party.isSilent,
            dialog.kind != .monitor
        else { throw .callState }
        var next = dialog
        next.change(address) { $0.enter(.held, at: now) }
        return [next]
    }

    /// A party takes the call back.
    static func retrieve(
        _ dialog: DialogRecord,
        _ address: String,
        isBusy: Bool,
        at now: SandboxInstant
    ) throws(CentreFault) -> [DialogRecord] {
        guard dialog.participant(address)?.state == .held, !isBusy else { throw .callState }
        var next = dialog
        next.change(address) { $0.enter(.active, at: now) }
        return [next]
    }

    /// A party leaves.
    ///
    /// - Parameters:
    ///   - dialog: The call.
    ///   - address: The party.
    ///   - work: Whether work is left behind.
    ///   - now: The instant.
    /// - Returns: The call, step by step: the party is gone, so are the others when only one is left, and the call leaves
    ///   the lists.
    static func drop(
        _ dialog: DialogRecord,
        _ address: String,
        work: Work,
        at now: SandboxInstant
    ) -> [DialogRecord] {
        var steps: [DialogRecord] = []
        var next = dialog
        leave(&next, address, work: work, at: now)
        steps.append(next)
        let rest = next.live
        if rest.count < 2 || !rest.contains(where: { $0.loginId != nil }) {
            if next.participants.contains(where: \.state.isLive) {
                for party in next.participants where party.state.isLive {
                    leave(&next, party.address, work: work, at: now)
                }
                steps.append(next)
            }
        } else if next.controller == address {
            next.controller = nil
        }
        return steps + unlisted(next)
    }

    /// Ends the call for everybody.
    static func end(_ dialog: DialogRecord, work: Work, at now: SandboxInstant) -> [DialogRecord] {
        var next = dialog
        for party in dialog.participants where party.state.isLive { leave(&next, party.address, work: work, at: now) }
        return [next] + unlisted(next)
    }

    /// Takes the call from the lists of those who have left.
    static func unlisted(_ dialog: DialogRecord) -> [DialogRecord] {
        var next = dialog
        for index in next.participants.indices where next.participants[index].state == .dropped {
            next.participants[index].isListed = false
        }
        return next == dialog ? [] : [next]
    }

    private static func leave(_ dialog: inout DialogRecord, _ address: String, work: Work, at now: SandboxInstant) {
        guard let party = dialog.participant(address), party.state.isLive else { return }
        let leavesWork = party.hasTalked && !party.isSilent && dialog.kind != .monitor && work(party, dialog)
        dialog.change(address) { $0.enter(leavesWork ? .wrapUp : .dropped, at: now) }
    }
}

// MARK: Two calls of one agent

extension DialogRules {
    /// An agent connects the parties of two calls and leaves: the held one survives, whichever was first.
    ///
    /// Source: Finesse REST guide, "Dialog", from and to addresses: after a consult call that is the original call, and
    /// when the agent went back to the original call, the consult call.
    static func transfer(
        held: DialogRecord,
        active: DialogRecord,
        by address: String,
        deployment: SandboxDeployment,
        work: Work,
        at now: SandboxInstant
    ) -> [DialogRecord] {
        var survivor = held
        let joining = active.live.filter { $0.address != address }
        // The agent leaves both calls, then the others leave the one that ends.
        leave(&survivor, address, work: work, at: now)
        var steps = [survivor] + unlisted(survivor)
        survivor = steps.last ?? survivor
        var ended = active
        ended.change(address) { $0.enter(.dropped, at: now) }
        for party in ended.participants where party.state.isLive {
            ended.change(party.address) { $0.enter(.dropped, at: now) }
        }
        steps += unlisted(ended)
        merge(joining, into: &survivor, callType: "TRANSFER", secondary: active, deployment, at: now)
        // Whoever had the surviving call on hold keeps it so; only the transferring agent's hold is over.
        steps.append(survivor)
        return steps
    }

    /// An agent joins two calls into one.
    static func conference(
        held: DialogRecord,
        active: DialogRecord,
        by address: String,
        deployment: SandboxDeployment,
        at now: SandboxInstant
    ) -> [DialogRecord] {
        var survivor = held
        survivor.change(address) { $0.enter(.active, at: now) }
        survivor.controller = survivor.controller ?? address
        let joining = active.live.filter { $0.address != address }
        var ended = active
        for party in ended.participants where party.state.isLive {
            ended.change(party.address) { $0.enter(.dropped, at: now) }
        }
        let steps = unlisted(ended)
        merge(joining, into: &survivor, callType: "CONFERENCE", secondary: active, deployment, at: now)
        return steps + [survivor]
    }

    private static func merge(
        _ joining: [DialogRecord.Participant],
        into survivor: inout DialogRecord,
        callType: String,
        secondary: DialogRecord,
        _ deployment: SandboxDeployment,
        at now: SandboxInstant
    ) {
        for party in joining {
            survivor.participants.removeAll { $0.address == party.address }
            var moved = party
            moved.isListed = party.loginId != nil
            survivor.participants.append(moved)
        }
        survivor.secondaryId = secondary.id
        survivor.associatedId = nil
        survivor.callType = callType
        survivor.kind = .call
        if survivor.queueId == nil { survivor.queueId = secondary.queueId }
        if survivor.campaign == nil { survivor.campaign = secondary.campaign }
        if survivor.handleTime == 0 { survivor.handleTime = secondary.handleTime }
        if survivor.wrapUpReason.isEmpty { survivor.wrapUpReason = secondary.wrapUpReason }
        guard deployment == .uccx, let campaign = survivor.campaign, campaign.mode != .directPreview else { return }
        survivor.set("BAStatus", callType == "TRANSFER" ? "TRANSFERRED" : "CONFERENCED")
    }
}

extension DialogRecord {
    /// Sets a variable.
    mutating func set(_ name: String, _ value: String) {
        if let index = variables.firstIndex(where: { $0.name == name }) {
            variables[index].value = value
        } else {
            variables.append(CallVariable(name: name, value: value))
        }
    }

    /// The value of a variable.
    func variable(_ name: String) -> String? { variables.first { $0.name == name }?.value }
}
