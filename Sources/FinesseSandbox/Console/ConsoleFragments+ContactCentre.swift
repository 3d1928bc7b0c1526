// The contact centre: who waits, who talks, and what an agent could do now.
extension ConsoleFragments {
    var contactCentre: String {
        """
        <h2>Contact centre</h2>
        \(form("callers", "<ul class=\"plain rows\">\(model.queues.map(queue).joined(separator: "\n"))</ul>"))
        <h3>Calls</h3>
        \(model.calls.isEmpty ? "<p>Nobody is on the phone.</p>" : calls)
        """
    }

    private func queue(_ queue: ConsoleModel.Queue) -> String {
        let waiting =
            queue.waiting == 0
            ? "nobody waits" : "\(queue.waiting) waiting, the first for \(Self.span(queue.longestWait))"
        return """
            <li><span><b>\(text(queue.name))</b> <small>\(text(queue.number)), \(waiting), \(queue.ready) ready</small></span>
            <button id="caller-\(text(queue.id))" name="queue" value="\(text(queue.id))"\
             aria-label="A customer calls \(text(queue.name))">a customer calls</button></li>
            """
    }

    private var calls: String {
        let rows = model.calls.map { call in
            """
            <tr><th scope="row">\(text(call.from)) → \(text(call.to))<small>\(text(call.callType)) · \(text(call.id))</small></th>
            <td>\(Self.span(call.age))</td>
            <td>\(call.parties.map { party($0, of: call) }.joined(separator: "\n"))</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-label="Calls" tabindex="0"><table>
            <thead><tr><th scope="col">Call</th><th scope="col">Age</th><th scope="col">Parties</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
            \(Self.further(model.furtherCalls))
            """
    }

    private func party(_ party: ConsoleModel.Call.Party, of call: ConsoleModel.Call) -> String {
        let (id, address) = (text(call.id), text(party.address))
        let name = party.loginName.isEmpty ? address : "\(address) <small>\(text(party.loginName))</small>"
        let state = "<span class=\"tag state-\(text(party.state.lowercased()))\">\(text(party.state))</span>"
        guard !party.actions.isEmpty else { return "<p class=\"party\">\(name) \(state)</p>" }
        let buttons = party.actions.map { action in
            let words = action.rawValue.lowercased()
            return """
                <button id="\(words)-\(id)-\(address)" name="action" value="\(action.rawValue)"\
                 aria-label="\(words) at \(address)">\(words)</button>
                """
        }
        return form(
            "calls",
            """
            <span class="party">\(name) \(state)</span>
            <input type="hidden" name="dialog" value="\(id)"><input type="hidden" name="address" value="\(address)">
            \(buttons.joined(separator: "\n"))
            """
        )
    }

    /// The states that an agent could ask for now, as buttons.
    func agentStates(_ user: ConsoleModel.User) -> String {
        let name = text(user.loginName)
        let choices: [(word: String, label: String)] =
            user.state == AgentState.logout.rawValue
            ? [("LOGIN", "sign in")]
            : [("READY", "ready"), ("NOT_READY", "not ready"), ("LOGOUT", "sign out")].filter { $0.0 != user.state }
        let buttons = choices.map { word, label in
            """
            <button id="\(word.lowercased())-\(name)" name="state" value="\(word)" aria-label="\(label), \(name)">\(label)</button>
            """
        }
        return form(
            "agents",
            "<input type=\"hidden\" name=\"user\" value=\"\(name)\">\n\(buttons.joined(separator: "\n"))"
        )
    }
}
