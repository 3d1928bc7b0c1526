/// Why a document was not read, or an element not written.
///
/// No case carries any of the document's text: documents hold secrets.
public enum XMLError: Error, Hashable, Sendable {
    /// The document is longer than ``XMLLimits/length``.
    case tooLong(length: Int, limit: Int)

    /// The document nests deeper than ``XMLLimits/depth``.
    case tooDeep(limit: Int, at: XMLPosition)

    /// The document has more nodes than ``XMLLimits/nodes``.
    case tooManyNodes(limit: Int, at: XMLPosition)

    /// The document may have more attributes than ``XMLLimits/attributes``, or too many namespaces are in force.
    case tooManyAttributes(limit: Int)

    /// The document has a document type declaration, which is always refused: it is where entities come from.
    case documentTypeRefused(at: XMLPosition)

    /// The document ends before it is complete.
    case truncated(at: XMLPosition)

    /// The document breaks a rule of XML.
    case malformed(XMLFault, at: XMLPosition)

    /// A name to be written is not a name in XML.
    case invalidName(inside: String)

    /// A text to be written has a character that XML cannot carry, not even escaped.
    case invalidCharacter(scalar: UInt32, inside: String)

    /// A comment or instruction to be written contains what would end it.
    case invalidContent(inside: String)

    /// A prefix to be written is bound to two namespaces on one element.
    case conflictingDeclarations(inside: String)

    /// The system has no memory left for the document.
    case outOfMemory
}

/// A place in a document.
public struct XMLPosition: Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    public var line: Int

    /// The column, counted from 1; 0 when unknown.
    public var column: Int

    /// Creates a position.
    ///
    /// - Parameters:
    ///   - line: The line, counted from 1.
    ///   - column: The column, counted from 1; 0 when unknown.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The position in words: `line 3, column 7`.
    public var description: String {
        column > 0 ? "line \(line), column \(column)" : "line \(line)"
    }
}

/// The rule of XML that a document breaks.
public enum XMLFault: Hashable, Sendable {
    /// There is no element at all, or something else stands before the first.
    case noRootElement
    /// An end tag closes another element than the open one.
    case tagMismatch
    /// Something other than comments and blanks follows the root element.
    case contentAfterRoot
    /// An entity is used that no document without a document type can have.
    case undeclaredEntity
    /// A prefix is used that is bound to no namespace.
    case undeclaredPrefix
    /// An attribute is given twice on one element.
    case duplicateAttribute
    /// Bytes that are no characters in the document's encoding, or characters that XML does not allow.
    case invalidCharacter
    /// The declared encoding is unknown.
    case unknownEncoding
    /// Any other rule, by the number libxml2 gives it.
    case other(code: Int)
}

extension XMLError: CustomStringConvertible {
    /// What is wrong with the document, where, and what to do.
    public var description: String {
        switch self {
        case .tooLong(let length, let limit):
            "The XML document has \(length) bytes, more than the \(limit) allowed; raise the limit if it is expected."
        case .tooDeep(let limit, let position):
            "The XML document nests deeper than \(limit) elements (\(position)); it is refused."
        case .tooManyNodes(let limit, let position):
            "The XML document has more than \(limit) nodes (\(position)); raise the limit if it is expected."
        case .tooManyAttributes(let limit):
            "The XML document may have more than \(limit) attributes; raise the limit if it is expected."
        case .documentTypeRefused(let position):
            "The XML document declares a document type (\(position)); such documents are always refused."
        case .truncated(let position):
            "The XML document ends too early (\(position)); ask for it again."
        case .malformed(let fault, let position):
            "The document is not well-formed XML (\(position)): \(fault)."
        case .invalidName(let place):
            "A name inside <\(place)> is not an XML name; choose another."
        case .invalidCharacter(let scalar, let place):
            "The text inside <\(place)> has the character U+\(String(scalar, radix: 16, uppercase: true)), "
                + "which XML cannot carry; remove it."
        case .invalidContent(let place):
            "A comment or instruction inside <\(place)> contains its own end; reword it."
        case .conflictingDeclarations(let place):
            "One prefix on <\(place)> stands for two namespaces; use another prefix for one of them."
        case .outOfMemory:
            "There is not enough memory to read the XML document."
        }
    }
}

extension XMLFault: CustomStringConvertible {
    /// The broken rule in a few words.
    public var description: String {
        switch self {
        case .noRootElement: "it does not begin with an element"
        case .tagMismatch: "an end tag does not match the open element"
        case .contentAfterRoot: "something follows the root element"
        case .undeclaredEntity: "it uses an entity that is not declared"
        case .undeclaredPrefix: "it uses a prefix that is bound to no namespace"
        case .duplicateAttribute: "an attribute is given twice"
        case .invalidCharacter: "it has bytes or characters that are not allowed"
        case .unknownEncoding: "its encoding is unknown"
        case .other(let code): "libxml2 error \(code)"
        }
    }
}
