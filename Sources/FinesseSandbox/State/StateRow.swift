internal import FoundationEssentials

/// One remembered thing as a file keeps it.
struct StateRow: Hashable, Sendable {
    /// The name of its table.
    var kind: String
    /// Its key in the table.
    var key: String
    /// Its value as JSON; nothing for one that is gone.
    var value: String?
    /// When it is forgotten.
    var expires: SandboxInstant?
}

/// What a file has to write.
struct StateChanges: Sendable {
    /// Whether everything that the file has goes first.
    var replacesAll = false
    /// The rows that changed.
    var rows: [StateRow] = []
}

/// The JSON of a row's value.
enum StateJSON {
    static func text(_ value: some Encodable) throws(SandboxError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw .snapshot(reason: "a value in it has no JSON form")
        }
    }

    /// The value of a text; nothing when it is another one's.
    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        // Why it cannot be read helps nobody: this program wrote it, so the file is damaged.
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// Takes the rows that changed, or all of them, out of the tables of a state.
struct RowWriter: WorldStateVisitor {
    let takesAll: Bool
    var rows: [StateRow] = []

    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(SandboxError) {
        let changes = table.takeChanges()
        if takesAll {
            for (key, entry) in table.entries { try add(name, key, entry) }
        } else {
            for (key, entry) in changes { try add(name, key, entry) }
        }
    }

    private mutating func add<Value>(
        _ kind: String,
        _ key: String,
        _ entry: ExpiringTable<Value>.Entry?
    ) throws(SandboxError) {
        var row = StateRow(kind: kind, key: key)
        if let entry {
            row.value = try StateJSON.text(entry.value)
            row.expires = entry.expires
        }
        rows.append(row)
    }
}

/// Fills the tables of a state with rows, and lets them note what changes from then on.
struct RowReader: WorldStateVisitor {
    /// The rows that no table has taken.
    var rows: [String: [StateRow]]
    let now: SandboxInstant

    /// A row that is not readable.
    struct Unreadable: Error {
        var row: StateRow
    }

    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(Unreadable) {
        for row in rows.removeValue(forKey: name) ?? [] {
            guard let value = StateJSON.value(Value.self, row.value ?? "") else { throw Unreadable(row: row) }
            table.load(row.key, ExpiringTable.Entry(value: value, expires: row.expires))
        }
        table.notesChanges(true)
        table.sweep(now)
    }
}

/// Finds out whether a table changed.
struct ChangeFinder: WorldStateVisitor {
    var hasChanges = false

    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(Never) {
        hasChanges = hasChanges || table.hasChanges
    }
}
