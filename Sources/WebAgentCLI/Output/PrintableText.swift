/// Texts of pages as a terminal may show them: nothing in them moves the cursor, changes colours or turns the line around.
enum PrintableText {
    /// One line; every run of white space is one space.
    static func line(_ text: String) -> String {
        lines(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// A text whose line breaks stay.
    static func lines(_ text: String) -> String {
        var printable = ""
        for scalar in text.unicodeScalars {
            printable.unicodeScalars.append(scalar == "\n" || !isControl(scalar) ? scalar : "\u{FFFD}")
        }
        return printable
    }

    /// Whether a terminal would obey it rather than show it.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
