/// What is left of texts that may hold secrets.
enum Redaction {
    static let mark = "<redacted>"

    /// Path segments longer than this are taken for secrets.
    static let longestSegment = 40

    // Split as bytes: a query may be a whole SAML message.

    /// A path without the values of its parameters (`;jsessionid=…`) and without long segments.
    static func path(_ path: String) -> String {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { segment in
            let parts = segment.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            let name = parts[0].count > longestSegment ? mark : String(Substring(parts[0]))
            let parameters = parts.dropFirst().map { parameter in
                let name = parameter.split(separator: UInt8(ascii: "=")).first.map { shortName(Substring($0)) }
                return ";" + (name ?? "") + "=" + mark
            }
            return name + parameters.joined()
        }.joined(separator: "/")
    }

    /// A query with the values of public names only.
    static func query(_ query: String?, publicNames: Set<String>) -> String? {
        guard let query else { return nil }
        return query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else {
                let name = String(Substring(pair))
                return publicNames.contains(name) ? name : mark
            }
            let name = Substring(pair[..<equals])
            return publicNames.contains(String(name)) ? String(Substring(pair)) : "\(shortName(name))=\(mark)"
        }.joined(separator: "&")
    }

    /// A name, unless it is as long as a secret.
    static func shortName(_ name: some StringProtocol) -> String {
        name.utf8.count > longestSegment ? mark : String(name)
    }

    /// A text of a page's own, such as a script's error, without quoted parts and long words.
    static func pageText(_ text: String, limit: Int = 200) -> String {
        var result = ""
        var word = ""
        var quote: Character?
        func flush() {
            // The kind of an error is a word of the language, however long.
            let isKind = word.hasSuffix("Error") && word.allSatisfy(\.isLetter)
            result += word.utf8.count < 12 || isKind ? word : mark
            word = ""
        }
        for character in text.prefix(limit) {
            if let open = quote {
                if character == open {
                    result += mark + String(open)
                    quote = nil
                }
            } else if character == "'", word.last?.isLetter == true {
                word.append(character)
            } else if "\"'`".contains(character) {
                flush()
                result.append(character)
                quote = character
            } else if character.isLetter || character.isNumber || "+/=_%-.~$".contains(character) {
                word.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        if quote != nil { result += mark } else { flush() }
        return result
    }
}
