/// The identity of a node within its ``Document``.
///
/// A number that is never used for another node of the same document. It means nothing in another document.
public struct NodeID: Hashable, Sendable {
    /// The number: 1 is the document node of ``Document/root``.
    public let rawValue: UInt32

    /// Makes the identity with this number, as read back from a script object that carried it.
    ///
    /// - Parameter rawValue: a number that ``rawValue`` gave for a node of the same document.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// The node with a place in the arena.
    init(_ index: Int) {
        rawValue = UInt32(truncatingIfNeeded: index)
    }

    var index: Int { Int(rawValue) }
}

/// What kind a node is.
///
/// Source: DOM standard, section 4.4, `nodeType`.
public enum NodeKind: UInt8, Sendable {
    /// An element.
    case element = 1
    /// A text node.
    case text = 3
    /// A comment.
    case comment = 8
    /// A document.
    case document = 9
    /// A document type.
    case doctype = 10
    /// A document fragment, also the contents of a template.
    case fragment = 11
}
