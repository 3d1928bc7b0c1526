/// The records of all nodes, and the links between them.
///
/// A value of its own, so that linking a node is one access to the document and not one for each number it sets.
struct NodeArena {
    private var records: [NodeRecord]

    /// Grows with every change of the links.
    private(set) var structureVersion: UInt64 = 0

    init(_ records: [NodeRecord]) {
        self.records = records
    }

    var count: Int { records.count }

    subscript(_ index: Int) -> NodeRecord {
        get { records[index] }
        _modify { yield &records[index] }
    }

    mutating func append(_ record: NodeRecord) {
        records.append(record)
    }

    /// Links a node without parent into a parent; no effect but the links.
    mutating func link(_ node: Int, into parent: Int, before reference: UInt32) {
        structureVersion &+= 1
        let previous = reference == 0 ? records[parent].lastChild : records[Int(reference)].previous
        records[node].parent = UInt32(parent)
        records[node].previous = previous
        records[node].next = reference
        if previous == 0 {
            records[parent].firstChild = UInt32(node)
        } else {
            records[Int(previous)].next = UInt32(node)
        }
        if reference == 0 {
            records[parent].lastChild = UInt32(node)
        } else {
            records[Int(reference)].previous = UInt32(node)
        }
    }

    /// Takes a node out of its parent; no effect but the links.
    mutating func unlink(_ node: Int) {
        let record = records[node]
        guard record.parent != 0 else { return }
        structureVersion &+= 1
        if record.previous == 0 {
            records[Int(record.parent)].firstChild = record.next
        } else {
            records[Int(record.previous)].next = record.next
        }
        if record.next == 0 {
            records[Int(record.parent)].lastChild = record.previous
        } else {
            records[Int(record.next)].previous = record.previous
        }
        records[node].parent = 0
        records[node].previous = 0
        records[node].next = 0
    }
}
