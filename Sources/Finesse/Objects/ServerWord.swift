/// A word of the server's own, from a set that is open: one that is not listed is kept and compared as it stands.
public protocol ServerWord: RawRepresentable, Hashable, Sendable, CustomStringConvertible where RawValue == String {
    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    init(rawValue: String)
}

extension ServerWord {
    /// The server's word.
    public var description: String { rawValue }
}
