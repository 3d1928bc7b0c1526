/// Which interface an HTML element has.
///
/// Source: HTML standard, "Index", list of elements and their interfaces.
enum ElementInterfaces {
    /// The name of the interface of an HTML element.
    static func name(forHTML localName: String) -> String {
        if let special = special[localName] { return special.isEmpty ? "HTMLElement" : "HTML\(special)Element" }
        if plain.contains(localName) { return "HTMLElement" }
        // A name with a dash is a custom element, which none defines here.
        return localName.contains("-") ? "HTMLElement" : "HTMLUnknownElement"
    }

    private static let plain: Set<String> = [
        "abbr", "acronym", "address", "article", "aside", "b", "basefont", "bdi", "bdo", "big", "center", "cite",
        "code", "dd",
        "dfn", "dt", "em", "figcaption", "figure", "footer", "header", "hgroup", "i", "kbd", "main", "mark", "nav",
        "nobr",
        "noembed", "noframes", "noscript", "plaintext", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "search",
        "section",
        "small", "strike", "strong", "sub", "summary", "sup", "tt", "u", "var", "wbr",
    ]

    private static let special: [String: String] = [
        "a": "Anchor", "area": "Area", "audio": "Audio", "base": "Base", "blockquote": "Quote", "body": "Body",
        "br": "BR",
        "button": "Button", "canvas": "Canvas", "caption": "TableCaption", "col": "TableCol", "colgroup": "TableCol",
        "data": "Data", "datalist": "DataList", "del": "Mod", "details": "Details", "dir": "Directory", "div": "Div",
        "dl": "DList", "embed": "Embed", "fieldset": "FieldSet", "font": "Font", "form": "Form", "frame": "Frame",
        "frameset": "FrameSet", "h1": "Heading", "h2": "Heading", "h3": "Heading", "h4": "Heading", "h5": "Heading",
        "h6": "Heading", "head": "Head", "hr": "HR", "html": "Html", "iframe": "IFrame", "img": "Image",
        "input": "Input",
        "ins": "Mod", "label": "Label", "legend": "Legend", "li": "LI", "link": "Link", "listing": "Pre", "map": "Map",
        "marquee": "Marquee", "menu": "Menu", "meta": "Meta", "meter": "Meter", "object": "Object", "ol": "OList",
        "optgroup": "OptGroup", "option": "Option", "output": "Output", "p": "Paragraph", "param": "Param",
        "picture": "Picture", "pre": "Pre", "progress": "Progress", "q": "Quote", "script": "Script",
        "select": "Select",
        "slot": "Slot", "source": "Source", "span": "Span", "style": "Style", "table": "Table", "tbody": "TableSection",
        "td": "TableCell", "template": "Template", "textarea": "TextArea", "tfoot": "TableSection", "th": "TableCell",
        "thead": "TableSection", "time": "Time", "title": "Title", "tr": "TableRow", "track": "Track", "ul": "UList",
        "video": "Video", "xmp": "Pre",
    ]
}
