/// One line of a terminal: characters at columns, each in its ink.
struct CanvasLine {
    private var cells: [(character: Character, ink: LadderStyle.Ink)]

    init(width: Int) {
        cells = Array(repeating: (" ", .plain), count: width)
    }

    /// Puts a text over what is there; what goes over the edge is cut.
    mutating func put(_ text: String, at column: Int, _ ink: LadderStyle.Ink = .plain) {
        for (offset, character) in text.enumerated() where cells.indices.contains(column + offset) {
            cells[column + offset] = (character, ink)
        }
    }

    /// The line without blanks at its end.
    func text(hasColour: Bool) -> String {
        let used = cells.prefix((cells.lastIndex { $0.character != " " } ?? -1) + 1)
        var line = ""
        var present = LadderStyle.Ink.plain
        for cell in used {
            if hasColour, cell.ink != present, cell.character != " " {
                line += "\u{1B}[\(cell.ink == .plain ? "0" : "0;" + cell.ink.rawValue)m"
                present = cell.ink
            }
            line.append(cell.character)
        }
        return present == .plain ? line : line + "\u{1B}[0m"
    }
}
