/// The console: pages for people on the control's port.
///
/// Who may see it, and whose forms count, the control decides before it comes here.
struct Console: Sendable {
    /// Answers a visit.
    ///
    /// - Parameter visit: The visit.
    /// - Returns: The page, the stream of its changes or what a form led to; nothing elsewhere.
    func answer(_ visit: ControlVisit) async -> ControlAnswer? {
        switch (visit.request.method, visit.request.path) {
        case ("GET", "/"): .whole(await page(visit))
        case ("GET", "/console/events"): .events(ConsoleEvents.stream(of: visit))
        case ("POST", let path) where path.hasPrefix("/console/"): await act(visit).map(ControlAnswer.whole)
        default: nil
        }
    }

    private func page(_ visit: ControlVisit) async -> SandboxAnswer {
        let model = await ConsoleModel.of(visit.sandbox)
        let fragments = ConsoleFragments(model: model, formToken: visit.formToken)
        let nonce = TextEncodings.base64URL(SandboxRandom.system.bytes(18))
        return ConsolePage(fragments: fragments, nonce: nonce).answer
    }

    // MARK: Forms

    private func act(_ visit: ControlVisit) async -> SandboxAnswer? {
        let (sandbox, form) = (visit.sandbox, visit.request.form)
        do throws(SandboxError) {
            switch visit.request.path {
            case "/console/clock":
                let span = try ConfigurationReader.span(form["advance"] ?? "", key: "advance")
                await sandbox.clock.advance(by: min(span, .seconds(366 * 86_400)))
                return told("The clock is \(sandbox.clock.now.timestamp).", visit)
            case "/console/sessions":
                await sandbox.endProviderSessions()
                return told("Every session at the identity provider has ended.", visit)
            case "/console/failures":
                guard let failure = form["failure"].flatMap(SandboxFailure.init) else { return refused(visit) }
                let isOn = sandbox.configuration.failures.contains(failure)
                try await sandbox.reconfigure { configuration throws(SandboxError) in
                    if isOn { configuration.failures.remove(failure) } else { configuration.failures.insert(failure) }
                }
                return told("\(ConsoleFragments.words(failure.rawValue)): \(isOn ? "off" : "on").", visit)
            case "/console/skin":
                let skin = form["skin"] ?? ""
                try await sandbox.reconfigure { configuration throws(SandboxError) in
                    try configuration.set("identityProvider.skin", to: skin)
                }
                return told("The identity provider's pages are \(skin) now.", visit)
            case "/console/users":
                return try await changeUser(visit)
            case "/console/agents":
                return await changeAgent(visit)
            case "/console/calls":
                return await changeCall(visit)
            case "/console/callers":
                return try await bringCaller(visit)
            case "/console/faults":
                return try changeFaults(visit)
            case "/console/nodes":
                return await changeNode(visit)
            default:
                return nil
            }
        } catch {
            return told(ControlProblem(error).detail, visit, status: 422)
        }
    }

    private func changeUser(_ visit: ControlVisit) async throws(SandboxError) -> SandboxAnswer {
        let form = visit.request.form
        let name = form["user"] ?? ""
        let isOn = (form["isLocked"] ?? form["hasExpiredPassword"]) == "true"
        let locks = form["isLocked"] != nil
        guard visit.sandbox.configuration.users.contains(where: { $0.loginName == name }) else { return refused(visit) }
        try await visit.sandbox.reconfigure { configuration throws(SandboxError) in
            for index in configuration.users.indices where configuration.users[index].loginName == name {
                if locks {
                    configuration.users[index].isLocked = isOn
                } else {
                    configuration.users[index].hasExpiredPassword = isOn
                }
            }
        }
        return told("\(name): \(locks ? "locked" : "password expired") is \(isOn ? "on" : "off").", visit)
    }

    private func changeFaults(_ visit: ControlVisit) throws(SandboxError) -> SandboxAnswer {
        let form = visit.request.form
        if let id = form["remove"].flatMap({ Int($0) }) {
            // Somebody else may have removed it: then it is gone as well.
            visit.sandbox.faults.remove(id)
            return told("The fault is removed.", visit)
        }
        guard let word = form["word"].flatMap(SandboxFault.Word.init) else { return refused(visit) }
        var members: [String: JSONValue] = ["word": .string(word.rawValue)]
        if let user = form["user"], !user.isEmpty { members["user"] = .string(user) }
        let read = try SandboxFault.list([.object(members)])
        for fault in read { try visit.sandbox.faults.add(fault) }
        return told("\(Self.labels(read)) is added.", visit)
    }

    private static func labels(_ faults: [SandboxFault]) -> String { faults.map(\.label).joined(separator: ", ") }

    private func changeNode(_ visit: ControlVisit) async -> SandboxAnswer {
        let (form, nodes) = (visit.request.form, visit.sandbox.nodes)
        do throws(SandboxNodeError) {
            if let host = form["kill"] {
                try await nodes.kill(host)
                return told("\(host) is killed.", visit)
            } else if let host = form["pause"] {
                try await nodes.pause(host)
                return told("\(host) is paused.", visit)
            } else if let host = form["recover"] {
                try await nodes.recover(host)
                return told("\(host) runs.", visit)
            }
            return refused(visit)
        } catch {
            return told(error.description, visit, status: 422)
        }
    }

    func refused(_ visit: ControlVisit) -> SandboxAnswer {
        told("The form is not one of this page. Load the page again.", visit, status: 422)
    }

    /// A sentence for the script, or the way back to the page where there is none.
    func told(_ sentence: String, _ visit: ControlVisit, status: Int = 200) -> SandboxAnswer {
        visit.request.header("accept") == "text/plain" || status != 200
            ? .plain(sentence, status: status) : .redirect(to: "/", status: 303)
    }
}
