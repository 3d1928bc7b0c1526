/// A thing that an administrator configures and that has a number.
protocol CatalogueRecord: Codable, Hashable, Sendable {
    /// The number, the last part of its address.
    var id: Int { get set }
}

/// What the configuration APIs did to a record since the start.
struct CatalogueChange<Record: CatalogueRecord>: Codable, Hashable, Sendable {
    /// The record as it is now; nothing for one that was deleted.
    var record: Record?
}

/// The records of one kind: those of the configuration, with what the APIs did to them laid over.
///
/// Only the changes are remembered, so that another configuration is seen at once and a reset is one.
struct Catalogue<Record: CatalogueRecord>: Sendable {
    /// The records, by number.
    let records: [Record]
    /// The number that the next record gets: a number is never used twice.
    let nextId: Int

    init(_ configured: [Record], _ changes: [Int: CatalogueChange<Record>]) {
        var records = Dictionary(configured.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        nextId = max(records.keys.max() ?? 0, changes.keys.max() ?? 0) + 1
        for (id, change) in changes { records[id] = change.record }
        self.records = records.values.sorted { $0.id < $1.id }
    }

    /// The record with a number.
    subscript(id: Int) -> Record? { records.first { $0.id == id } }
}

/// A table of changes, by number.
typealias CatalogueTable<Record: CatalogueRecord> = ExpiringTable<CatalogueChange<Record>>

extension ExpiringTable {
    /// The records of a configuration with the changes of this table.
    func catalogue<Record>(over configured: [Record]) -> Catalogue<Record> where Value == CatalogueChange<Record> {
        var changes: [Int: Value] = [:]
        for (key, entry) in entries {
            guard let id = Int(key) else { continue }
            changes[id] = entry.value
        }
        return Catalogue(configured, changes)
    }

    /// Keeps a record as it is now.
    mutating func keep<Record>(_ record: Record, now: SandboxInstant) where Value == CatalogueChange<Record> {
        set(String(record.id), CatalogueChange(record: record), now: now)
    }

    /// Keeps that a record is gone.
    mutating func delete<Record>(_ id: Int, now: SandboxInstant) where Value == CatalogueChange<Record> {
        set(String(id), CatalogueChange(record: nil), now: now)
    }
}
