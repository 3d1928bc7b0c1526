/// How a ladder is drawn in a terminal.
package struct LadderStyle: Hashable, Sendable {
    /// How many characters a line has.
    package var width: Int
    /// Whether only ASCII can be shown.
    package var isASCII: Bool
    /// Whether colours are wanted.
    package var hasColour: Bool

    /// Makes a style.
    ///
    /// - Parameters:
    ///   - width: How many characters a line has; what is less than 60 is taken for 60, what is more than 140 for 140.
    ///   - isASCII: Whether only ASCII can be shown.
    ///   - hasColour: Whether colours are wanted.
    package init(width: Int = 80, isASCII: Bool = false, hasColour: Bool = false) {
        self.width = min(140, max(60, width))
        self.isASCII = isASCII
        self.hasColour = hasColour
    }

    /// The colours, by what they mean.
    enum Ink: String {
        case plain = "0"
        case faint = "2"
        case strong = "1"
        case good = "32"
        case onward = "36"
        case bad = "31"
        case cookie = "33"
        case saml = "35"
    }

    /// The strokes.
    var line: Character { isASCII ? "|" : "│" }
    var dash: Character { isASCII ? "-" : "─" }
    var start: Character { isASCII ? "+" : "├" }
    var end: Character { isASCII ? "+" : "┤" }
    var right: Character { isASCII ? ">" : "▶" }
    var left: Character { isASCII ? "<" : "◀" }
    var ellipsis: String { isASCII ? "..." : "…" }

    func text(_ text: String) -> String { PlainText.line(text, isASCII: isASCII) }
}
