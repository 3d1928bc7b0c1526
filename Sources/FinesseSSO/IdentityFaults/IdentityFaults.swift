/// Recognises the documented error texts of the identity service and of the identity providers in front of it.
public enum IdentityFaults {
    /// Looks for a documented text on a page.
    ///
    /// - Parameter page: The page.
    /// - Returns: The first fault of the table whose texts are all there; nil when none is.
    public static func recognise(_ page: PageFacts) -> IdentityFaultReport? {
        let body = String(decoding: page.body.prefix(256 << 10), as: UTF8.self)
        guard let fault = recognise(text: "\(page.title)\n\(page.text)\n\(body)") else { return nil }
        return IdentityFaultReport(fault: fault, host: page.host, status: page.status, says: quote(fault, on: page))
    }

    /// The lines of a page that hold a documented text, as the page has them.
    private static func quote(_ fault: IdentityFault, on page: PageFacts) -> String {
        let lines = page.text.split(whereSeparator: \.isNewline).filter { line in
            let plain = normalise(String(line))
            return fault.patterns.contains { plain.contains(normalise($0)) }
        }
        return String(lines.joined(separator: " ").prefix(240))
    }

    /// Looks for a documented text in a text.
    ///
    /// - Parameter text: What a page says, as text or as markup.
    /// - Returns: The first fault of the table whose texts are all there; nil when none is.
    public static func recognise(text: String) -> IdentityFault? {
        let plain = normalise(text)
        return all.first { fault in
            fault.patterns.allSatisfy { plain.contains(normalise($0)) }
        }
    }

    /// Lower case, one blank for any white space, entities and curly apostrophes made plain.
    private static func normalise(_ text: String) -> String {
        let plain = text.lowercased()
            .replacing("&#39;", with: "'").replacing("&apos;", with: "'").replacing("\u{2019}", with: "'")
            .replacing("&quot;", with: "\"").replacing("&#34;", with: "\"").replacing("&amp;", with: "&")
            .replacing("&nbsp;", with: " ").replacing("\\/", with: "/")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
