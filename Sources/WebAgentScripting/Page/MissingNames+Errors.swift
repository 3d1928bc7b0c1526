extension MissingNames {
    private static let owners: Set<String> = [
        "window", "self", "globalThis", "document", "navigator", "location", "history", "screen", "performance",
        "crypto",
    ]

    /// The name that an error message of the engine says is not there, if it is one of the platform or a global.
    static func named(in message: String) -> String? {
        if let name = text(in: message, between: "ReferenceError: Can't find variable: ", and: "\n") { return name }
        guard message.hasPrefix("TypeError: ") else { return nil }
        let path =
            text(in: message, between: "(evaluating '", and: "'").map { path in
                String(path.split(separator: "(").first ?? "")
            } ?? text(in: message, between: "TypeError: ", and: " is not a ")
        guard let path else { return nil }
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, owners.contains(String(first)),
            parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } })
        else { return nil }
        // In `a.b.c` of which `b` is missing the engine names all three.
        let found = message.contains("is not an object") ? parts.dropLast() : parts[...]
        let name = found.last.map(String.init) ?? ""
        if let known = nodeMembers[name] ?? otherMembers[name] { return known }
        let isGlobal = found.count == 2 && ["window", "self", "globalThis"].contains(first)
        return (isGlobal ? found.dropFirst() : found).joined(separator: ".")
    }

    private static func text(in message: String, between start: String, and end: String) -> String? {
        guard let from = message.firstRange(of: start) else { return nil }
        let rest = message[from.upperBound...]
        let found = rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? (end == "\n" ? rest : rest.prefix(0))
        return found.isEmpty ? nil : String(found)
    }
}

extension StringProtocol {
    /// Where a text first stands in this one.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
