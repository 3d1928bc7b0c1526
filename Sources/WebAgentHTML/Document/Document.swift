public import WebAgentURL

/// A document: every node of one page in one arena.
///
/// Nodes are numbers (``NodeID``) into an array of small records linked as siblings, so that a tree of a million nodes is a few
/// allocations. Nodes are never freed one by one; the document frees them all. Not `Sendable`: it lives in one page host.
///
/// Calls with a number of another document, or with the wrong kind of node where the documentation names one, are a caller's
/// bug: they trap or answer nothing. The tree rules that scripts can break (a cycle, a text node as parent) are the caller's
/// to check first with ``canInsert(_:into:)``.
///
/// Source: DOM standard, sections 4.2 to 4.9.
public final class Document {
    var nodes: NodeArena
    var names = NameTable()
    var doctypes: [NodeID: DocumentType] = [:]
    var prefixes: [NodeID: String] = [:]
    var templateContents: [NodeID: NodeID] = [:]
    var otherNamespaces: [String] = []

    /// Owners that the parser gave to form controls; the others are found by looking up the tree.
    var parserFormOwners: [NodeID: NodeID] = [:]
    var controlStates: [NodeID: ControlState] = [:]
    var idIndex = IdentifierIndex()

    /// The document node.
    public let root = NodeID(rawValue: 1)

    /// The rendering mode that the parser found.
    public var mode = QuirksMode.noQuirks

    /// Whether scripts are on, so that `noscript` contents are text.
    public var isScriptingEnabled = false

    /// The address the page was loaded from; set by whoever loads it.
    public var url: WebURL? {
        didSet { cachedBase = nil }
    }

    /// The encoding the page was decoded from, which its queries and forms are encoded to.
    public var encoding = CharacterEncoding.utf8

    /// Whether an `iframe` or `frame` was ever made here; without one nobody need look for them.
    public internal(set) var hasFrames = false

    var cachedRadios: (version: UInt64, top: NodeID, checked: Set<NodeID>)?
    var cachedBase: (version: UInt64, url: WebURL?)?

    /// A number that grows with every change of the tree, an attribute, text or a control's state.
    ///
    /// Whoever keeps something derived from the document compares it.
    public internal(set) var version: UInt64 = 0

    /// Makes an empty document.
    public init() {
        nodes = NodeArena([NodeRecord(kind: .fragment), NodeRecord(kind: .document)])
    }

    /// How many nodes have been made, the document node included.
    public var nodeCount: Int { nodes.count - 1 }

    func changed() {
        version &+= 1
    }

    func makeNode(_ record: NodeRecord) -> NodeID {
        NodeID(nodes.append(record))
    }

    func id(_ link: UInt32) -> NodeID? {
        link == 0 ? nil : NodeID(rawValue: link)
    }
}
