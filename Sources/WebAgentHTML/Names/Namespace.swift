/// The namespace of an element or attribute.
///
/// A small number rather than an address: the ones of the standard are constants, others belong to one ``Document``, which
/// knows their text (``Document/uri(of:)``).
///
/// Source: Infra standard, section "Namespaces".
public struct Namespace: Hashable, Sendable {
    let code: UInt16

    /// No namespace.
    public static let none = Namespace(code: 0)
    /// HTML, `http://www.w3.org/1999/xhtml`.
    public static let html = Namespace(code: 1)
    /// MathML, `http://www.w3.org/1998/Math/MathML`.
    public static let mathML = Namespace(code: 2)
    /// SVG, `http://www.w3.org/2000/svg`.
    public static let svg = Namespace(code: 3)
    /// XLink, `http://www.w3.org/1999/xlink`.
    public static let xlink = Namespace(code: 4)
    /// XML, `http://www.w3.org/XML/1998/namespace`.
    public static let xml = Namespace(code: 5)
    /// XML namespaces, `http://www.w3.org/2000/xmlns/`.
    public static let xmlns = Namespace(code: 6)

    static let standardURIs = [
        "", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
    ]
}
