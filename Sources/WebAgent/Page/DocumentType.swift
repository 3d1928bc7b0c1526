import HTTPTransport

/// Whether an answer is shown as a page.
enum DocumentType {
    /// Whether a body of this type is HTML.
    ///
    /// Without a type the beginning of the body decides. DEPARTURE: XHTML is read as HTML.
    ///
    /// Source: MIME Sniffing (2025) §7, https://mimesniff.spec.whatwg.org/
    static func isHTML(contentType: String?, body: [UInt8]) -> Bool {
        guard let contentType else { return startsLikeHTML(body) }
        let essence = contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        switch essence {
        case "text/html", "application/xhtml+xml": return true
        case "", "*/*", "unknown/unknown", "application/unknown": return startsLikeHTML(body)
        default: return false
        }
    }

    /// Whether the first tag is one that HTML documents begin with.
    ///
    /// Source: MIME Sniffing §7.1.
    private static func startsLikeHTML(_ body: [UInt8]) -> Bool {
        let start = body.drop { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }.prefix(16)
        let text = String(decoding: start, as: UTF8.self).uppercased()
        return tags.contains { tag in
            guard text.hasPrefix("<" + tag) else { return false }
            let next = text.dropFirst(tag.count + 1).first
            return tag == "!--" || next == ">" || next == " " || next?.isWhitespace == true
        }
    }

    private static let tags = [
        "!DOCTYPE HTML", "HTML", "HEAD", "SCRIPT", "IFRAME", "H1", "DIV", "FONT", "TABLE", "A", "STYLE", "TITLE", "B",
        "BODY", "BR", "P", "!--",
    ]
}

extension HTTPResponse {
    /// Whether the answer says that there is nothing to show.
    var hasNoContent: Bool { status == 204 || status == 205 }

    /// Whether the answer is to be saved, not shown; its scripts never run then.
    ///
    /// Source: RFC 6266 §4.2: what is not `inline` is an attachment.
    var isAttachment: Bool {
        guard let field = fields.text(named: "Content-Disposition") else { return false }
        let type = field.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        return !type.isEmpty && type != "inline"
    }
}
