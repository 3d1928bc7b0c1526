// What goes wrong, as the console shows it and lets it be turned.
extension ConsoleFragments {
    // MARK: Failures

    var failures: String {
        let buttons = SandboxFailure.allCases.map { failure in
            let isOn = model.failures.contains(failure)
            return """
                <button id="failure-\(failure.rawValue)" name="failure" value="\(failure.rawValue)" aria-pressed="\(isOn)">\
                \(Self.words(failure.rawValue))</button>
                """
        }
        let skins = SandboxIdentityProviderSettings.Skin.allCases.map { skin in
            "<option\(skin == model.skin ? " selected" : "")>\(skin.rawValue)</option>"
        }
        return """
            <h2>Failures</h2>
            \(form("failures", buttons.joined(separator: "\n")))
            <h3>Pages of the identity provider</h3>
            \(form(
                "skin",
                """
                <label for="skin">Like those of</label>
                <select id="skin" name="skin">\(skins.joined())</select>
                <button id="skin-set">Use these</button>
                """
            ))
            """
    }

    /// `tokenAsHTML` as "token as HTML".
    static func words(_ name: String) -> String {
        var words = ""
        var last: Character = " "
        for character in name {
            if character.isUppercase, last.isLowercase { words += " " }
            words.append(character)
            last = character
        }
        return words.split(separator: " ").map { word in
            word.dropFirst().contains { $0.isUppercase } ? String(word) : word.lowercased()
        }.joined(separator: " ")
    }

    // MARK: Faults

    var faults: String {
        let rows = model.faults.map { fault in
            """
            <li><span><b>\(text(fault.label))</b> <small>fired \(fault.fired) of \(fault.seen)\
            \(fault.isActive ? "" : ", over")</small></span>
            <button id="fault-remove-\(fault.id)" name="remove" value="\(fault.id)"\
             aria-label="Remove \(text(fault.label))">Remove</button></li>
            """
        }
        let words = SandboxFault.Word.allCases.map { "<option>\($0.rawValue)</option>" }
        let users = model.users.map { "<option>\(text($0.loginName))</option>" }
        let list = "<ul class=\"plain rows\">\(rows.joined(separator: "\n"))</ul>"
        return """
            <h2>Faults</h2>
            \(rows.isEmpty ? "<p>None. A fault is for some requests and not for others.</p>" : form("faults", list))
            \(form(
                "faults",
                """
                <label for="fault-word">Fault</label>
                <select id="fault-word" name="word">\(words.joined())</select>
                <label for="fault-user">for</label>
                <select id="fault-user" name="user"><option value="">any user</option>\(users.joined())</select>
                <button id="fault-add">Add</button>
                """
            ))
            """
    }

    // MARK: Nodes

    var nodes: String {
        let rows = model.nodes.map { node in
            let host = text(node.host)
            let verbs = node.state == .running ? ["pause", "kill"] : ["recover"]
            let buttons = verbs.map { verb in
                """
                <button id="\(verb)-\(host)" name="\(verb)" value="\(host)" aria-label="\(verb) \(host)">\(verb)</button>
                """
            }
            return """
                <li><span><code>\(host)</code> <span class="tag state-\(node.state.rawValue)">\(node.state.rawValue)</span>\
                <small>\(Self.party(node.party))\(node.address.map { ", at \(text($0))" } ?? "")</small></span>
                <span class="does">\(buttons.joined(separator: " "))</span></li>
                """
        }
        return """
            <h2>Nodes</h2>
            \(form("nodes", "<ul class=\"plain rows\">\(rows.joined(separator: "\n"))</ul>"))
            """
    }
}
