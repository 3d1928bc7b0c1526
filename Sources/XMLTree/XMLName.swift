/// The name of an element or attribute: its local part, its namespace, and the prefix it was written with.
///
/// Two names mean the same when local part and namespace agree; the prefix is kept so that a document can be written
/// back as it was, and takes part in `==`. Compare with ``matches(_:namespace:)`` when only the meaning counts.
///
/// Source: Namespaces in XML 1.0 (third edition), section 2.
public struct XMLName: Hashable, Sendable, CustomStringConvertible {
    /// The part after the colon, or the whole name when there is none.
    public var local: String

    /// The part before the colon, or nil when there is none.
    public var prefix: String?

    /// The namespace's address, or nil when the name is in none.
    public var namespace: String?

    /// Creates a name.
    ///
    /// - Parameters:
    ///   - local: The part after the colon.
    ///   - prefix: The part before the colon, or nil.
    ///   - namespace: The namespace's address, or nil for no namespace.
    public init(_ local: String, prefix: String? = nil, namespace: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespace = namespace
    }

    /// Says whether this name means the given one, whatever its prefix.
    ///
    /// - Parameters:
    ///   - local: The local part to compare with, case-sensitive.
    ///   - namespace: The namespace to compare with; nil matches names in no namespace only.
    /// - Returns: True when both agree.
    public func matches(_ local: String, namespace: String?) -> Bool {
        self.local == local && self.namespace == namespace
    }

    /// The name as it is written: `prefix:local` or `local`.
    public var description: String {
        guard let prefix else { return local }
        return "\(prefix):\(local)"
    }
}
