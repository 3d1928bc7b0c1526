/// The records of all nodes, and the links between them.
///
/// A value of its own, so that linking a node is one access to the document and not one for each number it sets.
struct NodeArena {
    private var records: [NodeRecord]

    /// The texts of text nodes and comments, by slot.
    private(set) var texts: [String] = [""]
    /// The attributes of elements, by slot; the first slot stays empty.
    var attributeLists: [[Attribute]] = [[]]

    init(_ records: [NodeRecord]) {
        self.records = records
    }

    var count: Int { records.count }

    subscript(_ index: Int) -> NodeRecord {
        get { records[index] }
        _modify { yield &records[index] }
    }

    /// Adds a node without parent and gives its place.
    mutating func append(_ record: NodeRecord) -> Int {
        records.append(record)
        return records.count - 1
    }

    /// Adds a text node or comment without parent.
    mutating func append(_ kind: NodeKind, text: String) -> Int {
        var record = NodeRecord(kind: kind)
        record.slot = UInt32(truncatingIfNeeded: texts.count)
        texts.append(text)
        return append(record)
    }

    /// Adds an element without parent.
    mutating func appendElement(_ name: NameID, namespace: Namespace, attributes: [Attribute]) -> Int {
        var record = NodeRecord(kind: .element)
        record.name = name
        record.namespace = namespace
        if !attributes.isEmpty { record.slot = storeAttributes(attributes) }
        return append(record)
    }

    /// Adds an element that is open to a parent.
    mutating func insertElement(
        _ name: NameID,
        namespace: Namespace,
        attributes: [Attribute],
        at place: InsertionPlace
    ) -> NodeID {
        let node = appendElement(name, namespace: namespace, attributes: attributes)
        records[node].flags = .open
        link(node, into: place.parent.index, before: place.before?.rawValue ?? 0)
        return NodeID(node)
    }

    /// Adds a text to a parent; where a text stands already it becomes longer.
    mutating func insertText(_ text: String, at place: InsertionPlace) {
        let before = place.before?.rawValue ?? 0
        let previous = before == 0 ? records[place.parent.index].lastChild : records[Int(before)].previous
        let record = records[Int(previous)]
        if previous != 0, record.kind == .text {
            texts[Int(record.slot)] += text
        } else {
            link(append(.text, text: text), into: place.parent.index, before: before)
        }
    }

    mutating func replaceText(of node: Int, with text: String) {
        texts[Int(records[node].slot)] = text
    }

    mutating func setOpen(_ isOpen: Bool, _ node: NodeID) {
        if isOpen { records[node.index].flags.insert(.open) } else { records[node.index].flags.remove(.open) }
    }

    mutating func storeAttributes(_ list: [Attribute]) -> UInt32 {
        attributeLists.append(list)
        return UInt32(attributeLists.count - 1)
    }

    /// Links a node without parent into a parent; no effect but the links.
    mutating func link(_ node: Int, into parent: Int, before reference: UInt32) {
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
