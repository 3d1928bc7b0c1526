/// Texts of others as a terminal may show them: nothing in them moves the cursor, changes colours or turns the line around.
package enum PlainText {
    /// One line; every run of white space is one space.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isASCII: Whether nothing but ASCII may be shown.
    /// - Returns: The line.
    package static func line(_ text: String, isASCII: Bool = false) -> String {
        var line = ""
        for scalar in text.split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars {
            if isControl(scalar) {
                line += "?"
            } else if isASCII, !scalar.isASCII {
                line += spelled[scalar] ?? "?"
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// A text cut to a width.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - width: The most characters.
    ///   - end: What stands for what was cut.
    /// - Returns: The text, or its beginning.
    static func cut(_ text: String, to width: Int, end: String) -> String {
        guard text.count > width else { return text }
        guard width > end.count else { return String(text.prefix(max(0, width))) }
        return text.prefix(width - end.count) + end
    }

    /// A text in lines of a width, broken at blanks; a word that is longer is broken where it must be.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = word[...]
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            while line.isEmpty, word.count > max(1, width) {
                lines.append(String(word.prefix(max(1, width))))
                word = word.dropFirst(max(1, width))
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Whether a terminal would obey it rather than show it, or show it without room of its own.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    private static let spelled: [Unicode.Scalar: String] = [
        "…": "...", "→": "->", "·": "-", "–": "-", "§": "section ", "×": "x", "“": "\"", "”": "\"", "’": "'",
    ]
}
