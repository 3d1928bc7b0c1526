/// The list of active formatting elements.
///
/// Source: HTML standard, section 13.2.4.3. Departures: ``TreeBuilderLimits/formattingElements``.
struct FormattingList {
    /// An element, or a marker.
    struct Entry {
        let node: NodeID
        let tag: Tag
        /// A number that equal attribute lists share, whatever their order.
        let signature: Int
        var isMarker: Bool { node.rawValue == 0 }
    }

    var entries: [Entry] = []

    mutating func insertMarker() {
        trim()
        entries.append(Entry(node: NodeID(rawValue: 0), tag: .unknown, signature: 0))
    }

    mutating func clearToMarker() {
        while let entry = entries.popLast(), !entry.isMarker {}
    }

    func index(of node: NodeID) -> Int? {
        entries.lastIndex { $0.node == node }
    }

    mutating func remove(_ node: NodeID) {
        if let index = index(of: node) { entries.remove(at: index) }
    }

    /// The last element with a name after the last marker.
    func last(_ tag: Tag) -> NodeID? {
        for entry in entries.reversed() {
            if entry.isMarker { return nil }
            if entry.tag == tag { return entry.node }
        }
        return nil
    }

    /// Adds an element; of four equal ones after the last marker the first goes.
    mutating func push(_ node: NodeID, tag: Tag, in document: Document) {
        let entry = Entry(node: node, tag: tag, signature: Self.signature(of: node, in: document))
        var equal: [Int] = []
        for index in entries.indices.reversed() {
            if entries[index].isMarker { break }
            if areAlike(entries[index], entry, in: document) { equal.append(index) }
        }
        if equal.count >= 3, let first = equal.last { entries.remove(at: first) }
        trim()
        entries.append(entry)
    }

    /// Forgets the oldest if there is no room for one more.
    private mutating func trim() {
        if entries.count >= TreeBuilderLimits.formattingElements { entries.removeFirst() }
    }

    private func areAlike(_ one: Entry, _ other: Entry, in document: Document) -> Bool {
        guard one.tag == other.tag, one.signature == other.signature else { return false }
        return Set(document.attributes(of: one.node)) == Set(document.attributes(of: other.node))
    }

    private static func signature(of node: NodeID, in document: Document) -> Int {
        document.attributes(of: node).reduce(0) { $0 &+ $1.hashValue }
    }
}
