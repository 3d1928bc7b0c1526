/// The element names that the parser treats specially, as a closed set that a `switch` turns into a jump.
///
/// A name outside the set is ``unknown``; its text is in the document's name table. The set says nothing of the namespace.
///
/// Source: HTML standard (2025), sections 4 and 13.2.6; MathML Core; SVG 2.
enum Tag: UInt8, CaseIterable {
    case unknown
    case a
    case abbr
    case acronym
    case address
    case annotationXML
    case applet
    case area
    case article
    case aside
    case audio
    case b
    case base
    case basefont
    case bdi
    case bdo
    case bgsound
    case big
    case blink
    case blockquote
    case body
    case br
    case button
    case canvas
    case caption
    case center
    case cite
    case code
    case col
    case colgroup
    case command
    case content
    case data
    case datalist
    case dd
    case del
    case desc
    case details
    case dfn
    case dialog
    case dir
    case div
    case dl
    case dt
    case em
    case embed
    case fieldset
    case figcaption
    case figure
    case font
    case footer
    case foreignObject
    case form
    case frame
    case frameset
    case h1
    case h2
    case h3
    case h4
    case h5
    case h6
    case head
    case header
    case hgroup
    case hr
    case html
    case i
    case iframe
    case image
    case img
    case input
    case ins
    case isindex
    case kbd
    case keygen
    case label
    case legend
    case li
    case link
    case listing
    case main
    case malignmark
    case map
    case mark
    case marquee
    case math
    case menu
    case menuitem
    case meta
    case meter
    case mglyph
    case mi
    case mn
    case mo
    case ms
    case mtext
    case nav
    case nobr
    case noembed
    case noframes
    case noscript
    case object
    case ol
    case optgroup
    case option
    case output
    case p
    case param
    case picture
    case plaintext
    case pre
    case progress
    case q
    case rb
    case rp
    case rt
    case rtc
    case ruby
    case s
    case samp
    case script
    case search
    case section
    case select
    case selectedcontent
    case slot
    case small
    case source
    case span
    case strike
    case strong
    case style
    case sub
    case summary
    case sup
    case svg
    case table
    case tbody
    case td
    case template
    case textarea
    case tfoot
    case th
    case thead
    case time
    case title
    case tr
    case track
    case tt
    case u
    case ul
    case variable
    case video
    case wbr
    case xmp

    /// The last case.
    static let last = Tag.xmp

    /// The names in the order of the cases; the first belongs to no name.
    static let names: [String] = [
        "",
        "a", "abbr", "acronym", "address", "annotation-xml", "applet", "area", "article", "aside", "audio", "b",
        "base", "basefont", "bdi", "bdo", "bgsound", "big", "blink", "blockquote", "body", "br", "button", "canvas",
        "caption", "center", "cite", "code", "col", "colgroup", "command", "content", "data", "datalist", "dd", "del",
        "desc", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption",
        "figure", "font", "footer", "foreignObject", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "header", "hgroup", "hr", "html", "i", "iframe", "image", "img", "input", "ins", "isindex", "kbd",
        "keygen", "label", "legend", "li", "link", "listing", "main", "malignmark", "map", "mark", "marquee", "math",
        "menu", "menuitem", "meta", "meter", "mglyph", "mi", "mn", "mo", "ms", "mtext", "nav", "nobr", "noembed",
        "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "plaintext",
        "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search", "section", "select",
        "selectedcontent", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup",
        "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track",
        "tt", "u", "ul", "var", "video", "wbr", "xmp",
    ]
}
