/// Draws a ladder with the characters of a terminal.
package struct TerminalLadder {
    private let ladder: Ladder
    private let style: LadderStyle
    /// The columns of the parties' lines.
    private let columns: [Int]

    /// Prepares a drawing.
    ///
    /// - Parameters:
    ///   - ladder: What is drawn.
    ///   - style: How.
    package init(_ ladder: Ladder, style: LadderStyle) {
        self.ladder = ladder
        self.style = style
        // The numbers stand left of the first line, half of a name right of the last one.
        let first = 7
        let room = style.width - first - 5
        let gap = min(38, room / max(1, ladder.lanes.count - 1))
        columns = ladder.lanes.indices.map { first + $0 * gap }
    }

    /// The lines, from the head to the foot.
    package var lines: [String] {
        var lines = head
        lines += lanes
        for (place, rung) in ladder.rungs.enumerated() {
            lines += self.lines(of: rung)
            if place < ladder.rungs.count - 1 { lines.append(text(blank)) }
        }
        lines += foot
        return lines
    }

    // MARK: Head and foot

    private var head: [String] {
        var title = CanvasLine(width: style.width)
        title.put(PlainText.cut(style.text(ladder.title), to: style.width, end: style.ellipsis), at: 0, .strong)
        return [text(title)]
            + PlainText.wrapped(style.text(ladder.facts.joined(separator: " · ")), to: style.width) + [""]
    }

    /// The names and the hosts above the lines.
    private var lanes: [String] {
        var names = CanvasLine(width: style.width)
        var hosts = CanvasLine(width: style.width)
        var free = 0
        for (lane, column) in zip(ladder.lanes, columns) {
            names.put(lane.name, at: start(of: lane.name, around: column), .strong)
            guard let host = lane.hosts.first else { continue }
            let gap = columns.count > 1 ? columns[1] - columns[0] : style.width
            let shown = self.shown(host, more: lane.hosts.count - 1, room: gap - 1)
            let place = max(free, start(of: shown, around: column))
            hosts.put(shown, at: place, .faint)
            free = place + shown.count + 1
        }
        return [text(names), text(hosts), text(blank)]
    }

    /// A host in the room there is: without its port rather than cut.
    private func shown(_ host: String, more: Int, room: Int) -> String {
        let host = style.text(host)
        let rest = more > 0 ? " +\(more)" : ""
        if host.count + rest.count <= room { return host + rest }
        let bare = host.prefix { $0 != ":" }
        return PlainText.cut(
            String(bare.isEmpty ? host[...] : bare),
            to: max(4, room - rest.count),
            end: style.ellipsis
        ) + rest
    }

    /// Where a text begins that stands around a column, within the edges.
    private func start(of text: String, around column: Int) -> Int {
        max(0, min(column - text.count / 2, style.width - text.count))
    }

    private var foot: [String] {
        var lines: [String] = [""]
        if ladder.partsLeftOut > 0 {
            lines += PlainText.wrapped(
                "\(ladder.partsLeftOut) more requests, for parts of pages, are not drawn.",
                to: style.width
            )
        }
        guard let ending = ladder.ending else { return lines.count > 1 ? lines : [] }
        for wrapped in PlainText.wrapped(style.text(ending.text), to: style.width) {
            var line = CanvasLine(width: style.width)
            line.put(wrapped, at: 0, ending.isGood ? .good : .bad)
            lines.append(text(line))
        }
        return lines
    }

    // MARK: Rungs

    private var blank: CanvasLine {
        var line = CanvasLine(width: style.width)
        for column in columns { line.put(String(style.line), at: column, .faint) }
        return line
    }

    private func lines(of rung: Rung) -> [String] {
        [label(rung), arrow(rung), answer(rung)].map(text) + rung.notes.flatMap(note)
    }

    private func label(_ rung: Rung) -> CanvasLine {
        var line = blank
        let number = String(rung.exchange.number)
        line.put(number, at: max(0, columns[0] - 2 - number.count), .strong)
        let step = style.text(rung.exchange.step)
        let start = columns[0] + 2
        let request = PlainText.cut(
            style.text(rung.request),
            to: max(8, style.width - start - step.count - 3),
            end: style.ellipsis
        )
        // A blank on both sides takes the lines away that would run through the words.
        line.put(" \(step)  \(request) ", at: start - 1)
        line.put(step, at: start, .strong)
        return line
    }

    private func arrow(_ rung: Rung) -> CanvasLine {
        var line = blank
        let target = columns[ladder.lane(of: rung.exchange.party)]
        guard target > columns[0] else { return line }
        let stroke = String(repeating: style.dash, count: target - columns[0] - 2)
        line.put("\(style.start)\(stroke)\(style.right)", at: columns[0])
        return line
    }

    private func answer(_ rung: Rung) -> CanvasLine {
        var line = blank
        let target = columns[ladder.lane(of: rung.exchange.party)]
        guard target > columns[0] else { return line }
        let ink = Self.ink(of: rung.mood)
        let stroke = String(repeating: style.dash, count: target - columns[0] - 2)
        line.put("\(style.left)\(stroke)\(style.end)", at: columns[0] + 1)
        let words = style.text([rung.answer, rung.time].compactMap { $0 }.joined(separator: " · "))
        line.put(
            " \(PlainText.cut(words, to: max(3, target - columns[0] - 6), end: style.ellipsis)) ",
            at: columns[0] + 3,
            ink
        )
        return line
    }

    private func note(_ note: Rung.Note) -> [String] {
        let start = columns[0] + 2
        let isIndented = note.text.hasPrefix("  ")
        let lead = isIndented ? "  " : ""
        let room = style.width - start - 2 - lead.count
        return PlainText.wrapped(style.text(note.text), to: room).enumerated().map { place, words in
            var line = blank
            let indent = lead + (place == 0 ? "" : "  ")
            line.put(
                " \(indent)\(PlainText.cut(words, to: style.width - start - indent.count, end: "")) ",
                at: start - 1,
                Self.ink(of: note.kind)
            )
            return text(line)
        }
    }

    private func text(_ line: CanvasLine) -> String { line.text(hasColour: style.hasColour) }

    private static func ink(of mood: Rung.Mood) -> LadderStyle.Ink {
        switch mood {
        case .good: .good
        case .onward: .onward
        case .bad, .open: .bad
        }
    }

    private static func ink(of kind: Rung.Note.Kind) -> LadderStyle.Ink {
        switch kind {
        case .cookie, .withheld: .cookie
        case .refusal, .trouble: .bad
        case .saml: .saml
        case .page: .onward
        case .plain: .faint
        }
    }
}
