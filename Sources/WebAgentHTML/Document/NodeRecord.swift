/// One node in the arena: 36 bytes, links as numbers, 0 for none.
struct NodeRecord {
    var kind: NodeKind
    var flags: NodeFlags = []
    var namespace: Namespace = .none
    /// The interned local name of an element.
    var name = NameID(.unknown)
    /// The slot of the node's own data: attributes of an element (0 for none), text of a text or comment.
    var slot: UInt32 = 0
    var parent: UInt32 = 0
    var firstChild: UInt32 = 0
    var lastChild: UInt32 = 0
    var previous: UInt32 = 0
    var next: UInt32 = 0

    init(kind: NodeKind) {
        self.kind = kind
    }
}

/// Facts about a node that take one bit each.
struct NodeFlags: OptionSet {
    let rawValue: UInt8

    static let alreadyStarted = NodeFlags(rawValue: 1)
    static let parserInserted = NodeFlags(rawValue: 2)
    static let forceAsync = NodeFlags(rawValue: 4)
    static let hasControlState = NodeFlags(rawValue: 8)
    static let hasPrefix = NodeFlags(rawValue: 16)
    /// The element is on the stack of open elements of the parser at work.
    static let open = NodeFlags(rawValue: 32)
}
