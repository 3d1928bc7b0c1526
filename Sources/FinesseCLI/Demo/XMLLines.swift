/// Lays a small XML document out, an element a line, for people to read.
enum XMLLines {
    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var depth = 0
        var current = ""
        for piece in pieces(of: text) where !piece.hasPrefix("<?") {
            if piece.hasPrefix("</") {
                depth -= 1
                if current.isEmpty { current = indent(depth) }
                lines.append(current + piece)
                current = ""
            } else if piece.hasPrefix("<") {
                if !current.isEmpty { lines.append(current) }
                if piece.hasSuffix("/>") {
                    lines.append(indent(depth) + piece)
                    current = ""
                } else {
                    current = indent(depth) + piece
                    depth += 1
                }
            } else {
                current += piece
            }
        }
        return lines
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: max(0, depth)) }

    /// Tags and the texts between them, without the white space that lays a document out.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        func flush() {
            if !piece.allSatisfy(\.isWhitespace) { pieces.append(piece) }
            piece = ""
        }
        for character in text {
            if character == "<" { flush() }
            piece.append(character)
            if character == ">" { flush() }
        }
        flush()
        return pieces
    }
}
