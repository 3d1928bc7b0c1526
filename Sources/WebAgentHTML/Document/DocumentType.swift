/// The facts of a document type node.
///
/// Source: DOM standard, section 4.6.
public struct DocumentType: Hashable, Sendable {
    /// The name, `html` for nearly all.
    public var name: String
    /// The public identifier, empty if none.
    public var publicID: String
    /// The system identifier, empty if none.
    public var systemID: String

    /// Makes the facts of a document type.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - publicID: the public identifier.
    ///   - systemID: the system identifier.
    public init(name: String, publicID: String = "", systemID: String = "") {
        self.name = name
        self.publicID = publicID
        self.systemID = systemID
    }
}

/// How far a document is read as browsers of the nineties read it.
///
/// Source: DOM standard, section 4.5, "mode".
public enum QuirksMode: Sendable {
    /// As the standard says.
    case noQuirks
    /// Nearly so.
    case limitedQuirks
    /// With all the old habits.
    case quirks
}
