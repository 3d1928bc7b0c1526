/// Gathers the signs of what each control of a page is for.
struct RoleMatcher {
    /// One control with what speaks for each role.
    struct Signs {
        let control: NodeID
        let order: Int
        /// Whether its words say that it is for another thing than signing in.
        let isForSomethingElse: Bool
        var scores: [ControlRole: Int] = [:]

        func score(for role: ControlRole) -> Int { scores[role] ?? 0 }

        /// The role that most speaks for.
        var bestRole: ControlRole? {
            [ControlRole.oneTimeCode, .password, .username].max { score(for: $0) < score(for: $1) }
        }
    }

    private(set) var signs: [Signs] = []

    init(_ document: Document) {
        let labels = LabelTexts(document)
        for node in document.descendants(of: document.root) {
            guard let type = document.inputType(of: node), Self.canBeFilled(node, type, document) else { continue }
            let label = labels.text(of: node)
            let isOther = Self.isForSomethingElse(node, label: label, document)
            var scores = Self.scores(of: node, type, label: label, document)
            if isOther { scores = scores.mapValues { $0 - 60 } }
            signs.append(Signs(control: node, order: signs.count, isForSomethingElse: isOther, scores: scores))
        }
        addSignsOfPlace(document)
    }

    private static func canBeFilled(_ node: NodeID, _ type: InputType, _ document: Document) -> Bool {
        switch type {
        case .text, .email, .tel, .password, .number, .url: break
        default: return false
        }
        return !document.hasAttribute("readonly", of: node) && !document.isDisabled(node) && !isHidden(node, document)
    }

    /// Whether the markup itself hides a control; a style sheet is not read.
    private static func isHidden(_ node: NodeID, _ document: Document) -> Bool {
        var current: NodeID? = node
        while let element = current {
            if document.hasAttribute("hidden", of: element) { return true }
            if let style = document.attribute("style", of: element), hides(style) { return true }
            current = document.parent(of: element)
        }
        return false
    }

    private static func hides(_ style: String) -> Bool {
        ASCII.lowercased(style).utf8.split(separator: UInt8(ascii: ";")).contains { declaration in
            let text = String(decoding: declaration.filter { !ASCII.isWhitespace($0) }, as: UTF8.self)
            return text.hasPrefix("display:none") || text.hasPrefix("visibility:hidden")
        }
    }

    private static func scores(
        of node: NodeID,
        _ type: InputType,
        label: String,
        _ document: Document
    ) -> [ControlRole: Int] {
        var scores = scoresOfAutocomplete(document.attribute("autocomplete", of: node) ?? "")
        if type == .password { scores[.password, default: 0] += 60 }
        if type == .email { scores[.username, default: 0] += 20 }
        let named = ["name", "id"].compactMap { document.attribute($0, of: node) }.joined(separator: " ")
        for text in [named, label] {
            for (role, score) in scoresOfWords(in: text, type) { scores[role, default: 0] += score }
        }
        return scores
    }

    private static func scoresOfAutocomplete(_ value: String) -> [ControlRole: Int] {
        var scores: [ControlRole: Int] = [:]
        for token in ASCII.words(of: ASCII.lowercased(value)) {
            switch token {
            case "username", "email": scores[.username, default: 0] += 100
            case "current-password": scores[.password, default: 0] += 100
            case "new-password": scores[.password, default: 0] -= 20
            case "one-time-code": scores[.oneTimeCode, default: 0] += 200
            default: break
            }
        }
        return scores
    }

    /// What the words of one text speak for; of a password only its own words and those of a code count.
    private static func scoresOfWords(in text: String, _ type: InputType) -> [ControlRole: Int] {
        let holds = { (words: [[UInt8]]) in RoleWords.oneOf(words, isIn: text) }
        var scores: [ControlRole: Int] = [:]
        if holds(RoleWords.oneTimeCode) { scores[.oneTimeCode] = 35 }
        if type == .password {
            if scores.isEmpty, holds(RoleWords.password) { scores[.password] = 35 }
        } else if holds(RoleWords.username) {
            scores[.username] = 35
        } else if scores.isEmpty, holds(RoleWords.password) {
            // Shown in the clear, as after "show password".
            scores[.password] = 10
        }
        return scores
    }

    private static func isForSomethingElse(_ node: NodeID, label: String, _ document: Document) -> Bool {
        let name = document.attribute("name", of: node) ?? ""
        let id = document.attribute("id", of: node) ?? ""
        return [name, id, label].contains { RoleWords.oneOf(RoleWords.others, isIn: $0) }
    }

    /// The last text control before a password, in the same form, is where the name goes.
    private mutating func addSignsOfPlace(_ document: Document) {
        for index in signs.indices where document.inputType(of: signs[index].control) == .password {
            let form = document.formOwner(of: signs[index].control)
            let before = signs[..<index].lastIndex {
                !$0.isForSomethingElse && document.formOwner(of: $0.control) == form
            }
            guard let before, document.inputType(of: signs[before].control) != .password else { continue }
            signs[before].scores[.username, default: 0] += 30
        }
    }
}
