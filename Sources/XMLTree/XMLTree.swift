/// Reads XML documents into ``XMLElement`` trees and writes them back.
///
/// Source: XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition). Departures: a document type declaration
/// is refused, and with it every entity but the five predefined ones; nothing is ever fetched; encodings other than
/// UTF-8, UTF-16, ASCII, ISO 8859 and Windows code pages are unknown; at most 256 namespaces are in force at one place.
public enum XMLTree {
    /// Reads a document.
    ///
    /// The encoding comes from the byte order mark, else from the XML declaration, else it is UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: The whole document.
    ///   - limits: What the document may cost.
    /// - Returns: The root element; comments and instructions outside it are dropped.
    /// - Throws: ``XMLError`` for a document that breaks a rule or a limit, with the place of the first fault.
    public static func parse(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) -> XMLElement {
        let limits = limits.usable
        guard bytes.count <= limits.length else {
            throw .tooLong(length: bytes.count, limit: limits.length)
        }
        var reader = EventReader(try LibXML2.events(bytes, limits: limits))
        guard let root = reader.root() else {
            throw .malformed(.noRootElement, at: XMLPosition(line: 1, column: 1))
        }
        return root
    }

    /// Writes an element as a document in UTF-8.
    ///
    /// Namespace declarations that names in use still lack are added where they are first needed.
    ///
    /// - Parameters:
    ///   - element: The root element.
    ///   - declaration: Whether to begin with `<?xml version="1.0" encoding="UTF-8"?>`.
    /// - Returns: The document's bytes.
    /// - Throws: ``XMLError/invalidName(inside:)``, ``XMLError/invalidCharacter(scalar:inside:)``,
    ///   ``XMLError/invalidContent(inside:)`` or ``XMLError/conflictingDeclarations(inside:)`` for what XML cannot carry.
    public static func serialize(_ element: XMLElement, declaration: Bool = true) throws(XMLError) -> [UInt8] {
        var writer = TreeWriter()
        if declaration {
            writer.output += Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
        }
        try writer.write(element, scope: [:])
        return writer.output
    }
}
