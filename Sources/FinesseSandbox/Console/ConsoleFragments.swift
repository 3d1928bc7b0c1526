/// The parts of the console's page, each of which is drawn anew when it has changed.
struct ConsoleFragments: Sendable {
    let model: ConsoleModel
    /// What every form carries.
    let formToken: String

    /// A part by its id.
    struct Fragment: Hashable, Sendable {
        var id: String
        var markup: String
    }

    /// Every part, in the order of the page.
    var all: [Fragment] {
        [
            Fragment(id: "users", markup: users), Fragment(id: "contact-centre", markup: contactCentre),
            Fragment(id: "sign-ins", markup: signIns), Fragment(id: "clock", markup: clock),
            Fragment(id: "failures", markup: failures), Fragment(id: "faults", markup: faults),
            Fragment(id: "nodes", markup: nodes),
        ]
    }

    // MARK: Clock

    private var clock: String {
        let spans = [("1m", "1 minute"), ("10m", "10 minutes"), ("1h", "1 hour"), ("1d", "1 day")]
        let buttons = spans.map { span, words in
            "<button id=\"clock-\(span)\" name=\"advance\" value=\"\(span == "1d" ? "24h" : span)\">+ \(words)</button>"
        }
        return """
            <h2>Clock</h2>
            <p class="time"><time>\(text(model.time))</time> <span class="tag">\(model.isVirtual ? "virtual" : "real")</span></p>
            \(form("clock", buttons.joined(separator: "\n")))
            """
    }

    // MARK: Users

    private var users: String {
        let rows = model.users.map { user in
            """
            <tr><th scope="row">\(text(user.loginName))<small>\(text(user.loginId)) · \(text(user.name))</small></th>
            <td><span class="tag state-\(text(user.state.lowercased()))">\(text(user.state))</span>\
            \(user.phone.isEmpty ? "" : "<small>\(text(user.phone))</small>")\(agentStates(user))</td>
            <td>\(tokens(user))</td>
            <td class="does">\(account(user))</td></tr>
            """
        }
        return """
            <h2>Users</h2>
            <div class="scroll" role="region" aria-label="Users" tabindex="0"><table>
            <thead><tr><th scope="col">User</th><th scope="col">State</th><th scope="col">Tokens</th>
            <th scope="col">Account</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
            \(Self.further(model.furtherUsers))
            \(form("sessions", "<button id=\"end-sessions\" name=\"sessions\" value=\"end\">End all provider sessions</button>"))
            """
    }

    private func tokens(_ user: ConsoleModel.User) -> String {
        guard !user.tokens.isEmpty else { return "<small>none</small>" }
        return user.tokens.suffix(3).map { token in
            let access = token.accessSeconds > 0 ? "access \(Self.span(token.accessSeconds))" : "access ended"
            let (mark, end) = token.isRefreshed ? (" used", ", exchanged") : ("", "")
            return "<span class=\"token\(mark)\">\(access)<br>refresh \(Self.span(token.refreshSeconds))\(end)</span>"
        }.joined(separator: " ")
    }

    private func account(_ user: ConsoleModel.User) -> String {
        let name = text(user.loginName)
        func button(_ id: String, _ key: String, _ isOn: Bool, _ words: String) -> String {
            """
            <button id="\(id)-\(name)" name="\(key)" value="\(isOn ? "false" : "true")" aria-pressed="\(isOn)">\(words)</button>
            """
        }
        return form(
            "users",
            """
            <input type="hidden" name="user" value="\(name)">
            \(button("lock", "isLocked", user.isLocked, "locked"))
            \(button("expire", "hasExpiredPassword", user.hasExpiredPassword, "password expired"))
            """
        )
    }

    static func span(_ seconds: Int64) -> String {
        let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
        return hours > 0
            ? "\(hours) h \(minutes) min" : minutes > 0 ? "\(minutes) min \(seconds % 60) s" : "\(seconds) s"
    }

    // MARK: Sign-ins

    private var signIns: String {
        let ladders = model.signIns.enumerated().map { index, signIn in ladder(signIn, isFirst: index == 0) }
        return """
            <h2>Last sign-ins</h2>
            \(ladders.isEmpty ? "<p>Nobody has signed in yet.</p>" : ladders.joined(separator: "\n"))
            """
    }

    private func ladder(_ signIn: ConsoleSignIn, isFirst: Bool) -> String {
        guard let first = signIn.hops.first else { return "" }
        let outcome =
            signIn.isDone
            ? "<span class=\"tag good\">token</span>"
            : signIn.refusal.map { "<span class=\"tag bad\">\(text($0.rawValue))</span>" }
                ?? "<span class=\"tag\">under way</span>"
        return """
            <details class="ladder" id="sign-in-\(first.number)"\(isFirst ? " open" : "")>
            <summary><time>\(text(first.instant.timestamp))</time> \(outcome) <small>\(signIn.hops.count) requests</small></summary>
            <div class="lanes" aria-hidden="true"><span>Client</span><span>Finesse</span><span>Identity Service</span>\
            <span>Identity provider</span></div>
            <ol>\(signIn.hops.map(hop).joined(separator: "\n"))</ol>
            </details>
            """
    }

    private func hop(_ entry: JournalEntry) -> String {
        func names(_ label: String, _ names: [String]) -> String {
            names.isEmpty
                ? "" : "<dt>\(label)</dt><dd>\(names.map { "<code>\(text($0))</code>" }.joined(separator: " "))</dd>"
        }
        let refusal = entry.refusal.map { "<dt>Refused</dt><dd><code>\(text($0.rawValue))</code></dd>" } ?? ""
        let notes = entry.notes.isEmpty ? "" : "<dt>Notes</dt><dd>\(text(entry.notes.joined(separator: "; ")))</dd>"
        return """
            <li class="to-\(entry.party.rawValue)\(entry.refusal == nil ? "" : " refused")"><details id="hop-\(entry.number)">
            <summary><span class="arrow"><b>\(text(entry.method)) \(text(entry.path))</b>\
            <span class="status">\(entry.status)</span></span></summary>
            <dl><dt>At</dt><dd>\(text(entry.instant.timestamp)), \(Self.party(entry.party))</dd>
            \(names("Query", entry.queryNames))\(names("Form", entry.formNames))\(names("Cookies", entry.cookieNames))
            \(refusal)\(notes)</dl></details></li>
            """
    }

    static func party(_ party: SandboxParty) -> String {
        switch party {
        case .finesse: "Finesse"
        case .identityService: "Identity Service"
        case .identityProvider: "Identity provider"
        }
    }

    // MARK: Parts

    func form(_ name: String, _ parts: String) -> String {
        """
        <form method="post" action="/console/\(name)"><input type="hidden" name="csrf" value="\(text(formToken))">
        \(parts)
        </form>
        """
    }

    /// How many are not shown, where there are any.
    static func further(_ count: Int) -> String { count == 0 ? "" : "<p>And \(count) more.</p>" }

    func text(_ text: String) -> String { TextEncodings.escapeMarkup(text) }
}
