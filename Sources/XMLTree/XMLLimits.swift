/// What a document may cost before it is refused.
public struct XMLLimits: Hashable, Sendable {
    /// The number of bytes a document may have.
    public var length: Int

    /// The number of elements that may stand inside each other, the root counted.
    ///
    /// Values above 1,000 act as 1,000: trees are walked by recursion.
    public var depth: Int

    /// The number of elements, attributes, namespace declarations, texts, comments and instructions together.
    public var nodes: Int

    /// The number of attributes and namespace declarations in the whole document.
    ///
    /// It is the "=" signs that are counted, before anything is read, so those in texts count too.
    public var attributes: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - length: Bytes a document may have; 16 MiB suits every answer of the systems this is used with.
    ///   - depth: Elements inside each other.
    ///   - nodes: Nodes of every kind together.
    ///   - attributes: "=" signs in the whole document.
    public init(length: Int = 16 << 20, depth: Int = 256, nodes: Int = 1_000_000, attributes: Int = 50_000) {
        self.length = length
        self.depth = depth
        self.nodes = nodes
        self.attributes = attributes
    }

    /// The same limits within what the parser and the tree can bear.
    var usable: XMLLimits {
        XMLLimits(
            length: min(length, Int(Int32.max)),
            depth: max(0, min(depth, 1_000)),
            nodes: max(0, nodes),
            attributes: max(0, attributes)
        )
    }
}
