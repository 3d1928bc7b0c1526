import Foundation

/// A list that a command found, once for people and once for programs.
struct ReportTable: Sendable {
    /// One column; its name is the JSON key, its title what a person reads.
    struct Column: Sendable {
        var key: String
        var title: String

        init(_ key: String, _ title: String) {
            self.key = key
            self.title = title
        }
    }

    let columns: [Column]
    /// What a person reads where there is no row.
    let empty: String
    private(set) var rows: [[Report.Value]] = []

    init(_ columns: [Column], empty: String) {
        self.columns = columns
        self.empty = empty
    }

    /// Adds a row: a value for each column, in their order; what is missing at the end is absent.
    mutating func add(_ values: [Report.Value]) {
        let missing = Array(repeating: Report.Value.absent, count: max(0, columns.count - values.count))
        rows.append(Array((values + missing).prefix(columns.count)))
    }

    /// Aligned lines under a line of titles.
    var lines: [String] {
        guard !rows.isEmpty else { return [empty] }
        let words = [columns.map(\.title)] + rows.map { $0.map { Self.line($0.words) } }
        let widths = columns.indices.map { column in words.map { $0[column].count }.max() ?? 0 }
        return words.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return cells.joined(separator: "  ").replacing(#/ +$/#, with: "")
        }
    }

    /// The text with what would break the line or steer the terminal left out.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// One JSON array of objects on one line, keys sorted.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let objects = rows.map { row in
            Dictionary(zip(columns.map(\.key), row), uniquingKeysWith: { _, last in last })
        }
        guard let data = try? encoder.encode(objects) else { return "[]" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension Report.Value {
    /// Text, or nothing where there is none or it is empty.
    static func filled(_ text: String?) -> Report.Value {
        text.flatMap { $0.isEmpty ? nil : $0 }.map(Report.Value.text) ?? .absent
    }

    /// A number, or nothing.
    static func count(_ number: Int?) -> Report.Value { number.map(Report.Value.number) ?? .absent }
}

extension OutputOptions {
    /// Shows a list on standard output.
    func show(_ table: ReportTable, on console: Console) {
        if json {
            console.output(table.json)
        } else {
            for line in table.lines { console.output(line) }
        }
    }
}
