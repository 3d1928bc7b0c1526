extension AttributeTest {
    func matches(_ node: NodeID, in document: Document) -> Bool {
        let isHTML = document.namespace(of: node) == .html
        guard let found = document.attribute(isHTML ? lowercasedName : name, of: node) else { return false }
        if self.operator == .exists { return true }
        let ignoresCase =
            caseRule == .insensitive
            || caseRule == .natural && isHTML && Self.caseInsensitive.contains(lowercasedName)
        return ignoresCase
            ? compare(ASCII.lowercased(found), with: ASCII.lowercased(value)) : compare(found, with: value)
    }

    /// Bytes are compared: `String` itself would take different spellings of one character as equal.
    private func compare(_ found: String, with value: String) -> Bool {
        let found = Array(found.utf8)
        let value = Array(value.utf8)
        switch self.operator {
        case .exists: return true
        case .equals: return found == value
        case .includesWord:
            return !value.isEmpty && found.split(whereSeparator: ASCII.isWhitespace).contains(value[...])
        case .dashPrefix:
            return found == value || found.starts(with: value + [UInt8(ascii: "-")])
        case .hasPrefix: return !value.isEmpty && found.starts(with: value)
        case .hasSuffix: return !value.isEmpty && found.reversed().starts(with: value.reversed())
        case .contains: return !value.isEmpty && Self.contains(found, value)
        }
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }

    /// Source: HTML standard, section 4.16.2.
    private static let caseInsensitive: Set<String> = [
        "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype",
        "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang",
        "http-equiv", "lang", "language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade",
        "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text",
        "type", "valign", "valuetype", "vlink",
    ]
}
