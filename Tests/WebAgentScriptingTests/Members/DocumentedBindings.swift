/// The text of `docs/dom.md`, made from the bindings.
enum DocumentedBindings {
    static func text(_ interfaces: [BoundInterface]) -> String {
        let members = interfaces.flatMap(\.members)
        let fixed = members.count { $0.mark == .fixed }
        let inert = members.count { $0.mark == .inert }
        return """
            # The DOM that scripts see

            Made from the bindings by `make dom`; a test compares this text with them, so change the bindings and not the text.

            \(interfaces.count) interfaces with \(members.count) members. What no layout, media or network can back is there so that \
            scripts run, and marked: a *fixed* attribute has the same value for ever (\(fixed) of them), an *inert* method does nothing \
            and answers the same for ever (\(inert)). Every other member has a test that fails when the member is taken away. A script \
            that reaches for a name of the web platform that is not here is named in the recording and in the message a sign-in stops with.


            """ + interfaces.map(section).joined(separator: "\n")
    }

    private static func section(_ interface: BoundInterface) -> String {
        var lines = ["## \(interface.name)", ""]
        if !interface.parent.isEmpty && interface.parent != "Object" {
            let isLinked = interface.parent != "Error"
            lines += [
                "Inherits from \(isLinked ? "[\(interface.parent)](#\(interface.parent.lowercased()))" : interface.parent).",
                "",
            ]
        }
        let rows = BoundMember.Kind.allCases.compactMap { kind in
            row(kind, interface.members.filter { $0.kind == kind })
        }
        if rows.isEmpty { return (lines + ["No members of its own.", ""]).joined(separator: "\n") }
        return (lines + ["| kind | members |", "|---|---|"] + rows + [""]).joined(separator: "\n")
    }

    private static func row(_ kind: BoundMember.Kind, _ members: [BoundMember]) -> String? {
        guard !members.isEmpty else { return nil }
        let names = members.sorted { $0.name < $1.name }.map { member in
            let call = kind == .method ? "()" : ""
            return "`\(member.name)\(call)`" + (member.mark == .none ? "" : " *\(member.mark.rawValue)*")
        }
        return "| \(title(kind)) | \(names.joined(separator: ", ")) |"
    }

    private static func title(_ kind: BoundMember.Kind) -> String {
        switch kind {
        case .attribute: "attributes"
        case .readonly: "read-only attributes"
        case .handler: "event handlers"
        case .method: "methods"
        case .iterable: "iteration"
        case .constant: "constants"
        case .constructor: "constructors"
        }
    }
}
