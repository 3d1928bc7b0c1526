// A state as an object with one member for each table. A table that is not there is empty, so that a later release that has
// more of them reads what an earlier one wrote.

extension WorldState: Codable {
    init(from decoder: any Decoder) throws {
        self.init()
        var reader = TableReader(container: try decoder.container(keyedBy: TableName.self))
        try visit(&reader)
    }

    func encode(to encoder: any Encoder) throws {
        var copy = self
        var writer = TableWriter(container: encoder.container(keyedBy: TableName.self))
        try copy.visit(&writer)
    }
}

/// A table's name as a member of an object.
private struct TableName: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

/// Reads the tables that are there.
private struct TableReader: WorldStateVisitor {
    let container: KeyedDecodingContainer<TableName>

    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(any Error) {
        let read = try container.decodeIfPresent(ExpiringTable<Value>.self, forKey: TableName(stringValue: name))
        table = read ?? table
    }
}

/// Writes every table.
private struct TableWriter: WorldStateVisitor {
    var container: KeyedEncodingContainer<TableName>

    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(any Error) {
        try container.encode(table, forKey: TableName(stringValue: name))
    }
}
