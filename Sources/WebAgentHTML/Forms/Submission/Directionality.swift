/// The direction of a text.
enum Directionality: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}

extension Document {
    /// The direction of an element's text.
    ///
    /// Source: HTML standard, section 3.2.6.4. Departures: a character's direction is told by its block, not by the Unicode
    /// table; `dir=auto` of anything but a control looks at all of its text.
    func directionality(of node: NodeID) -> Directionality {
        var current: NodeID? = node
        while let element = current {
            switch attribute("dir", of: element).map(ASCII.lowercased) {
            case "ltr": return .leftToRight
            case "rtl": return .rightToLeft
            case "auto": return automaticDirection(of: element)
            default: break
            }
            if inputType(of: element) == .tel { return .leftToRight }
            current = parent(of: element)
        }
        return .leftToRight
    }

    private func automaticDirection(of node: NodeID) -> Directionality {
        let isControl = isHTML(node, .input) || isHTML(node, .textarea)
        let text = isControl ? value(of: node) : textContent(of: node)
        for scalar in text.unicodeScalars {
            if StrongDirection.isRightToLeft(scalar) { return .rightToLeft }
            if scalar.properties.isAlphabetic { return .leftToRight }
        }
        return .leftToRight
    }
}

/// The blocks of the scripts that are written from right to left.
enum StrongDirection {
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            scalar.properties.isAlphabetic
        default: false
        }
    }
}
