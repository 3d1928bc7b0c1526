/// The bounds that keep the cost of a token, and the size of the tree, in proportion to the input.
///
/// DEPARTURE: the standard has none of them. A page that people read comes nowhere near.
enum TreeBuilderLimits {
    /// How many elements may be open at once, `html` included.
    ///
    /// One more closes the deepest first, so that it becomes its sibling.
    static let depth = 512

    /// How many formatting elements are remembered; the oldest is forgotten first.
    static let formattingElements = 256

    /// How many elements may be made without a tag of their own, as formatting elements are after each block.
    ///
    /// So many anyway, and so many more for each token. Beyond, the oldest formatting elements are forgotten instead.
    static let copiedElements = 4096
    static let copiedElementsPerToken = 2
}
