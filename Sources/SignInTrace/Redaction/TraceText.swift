/// Texts of others as a trace keeps them.
enum TraceText {
    /// Words longer than this are taken for secrets.
    static let longestWord = 40

    /// A short text whose long words are gone, on one line.
    static func short(_ text: String, limit: Int = 200, longestWord: Int = longestWord) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).map { word in
            word.utf8.count > longestWord && !isStandardName(word) ? TraceAddress.mark : String(word)
        }
        let line = words.joined(separator: " ")
        return line.count > limit ? String(line.prefix(limit)) + "…" : line
    }

    /// Names that standards give to algorithms, states and kinds are long.
    static func isStandardName(_ word: Substring) -> Bool {
        word.utf8.count <= 100 && !word.contains(where: \.isWhitespace)
            && (word.hasPrefix("urn:oasis:names:tc:SAML:") || word.hasPrefix("http://www.w3.org/")
                || word.hasPrefix("http://schemas.xmlsoap.org/") || word.hasPrefix("http://schemas.microsoft.com/"))
    }

    /// A name, unless it is as long as a secret.
    static func name(_ text: some StringProtocol) -> String {
        text.utf8.count > longestWord ? TraceAddress.mark : String(text)
    }

    /// Bytes as a short text.
    static func short(_ bytes: [UInt8], limit: Int = 200) -> String {
        short(String(decoding: bytes.prefix(4 * limit), as: UTF8.self), limit: limit)
    }

    /// `name=value` pairs of a query or a form: values of public names only.
    ///
    /// What stands without a "=" may be a value without a name.
    static func pairs(_ text: some StringProtocol, publicNames: Set<String>) -> [HARPair] {
        text.split(separator: "&").prefix(200).map { pair in
            guard let equals = pair.firstIndex(of: "=") else {
                return HARPair(publicNames.contains(String(pair)) ? String(pair) : TraceAddress.mark, "")
            }
            let name = String(pair[..<equals])
            guard publicNames.contains(name) else { return HARPair(Self.name(name), TraceAddress.mark) }
            let value = String(pair[pair.index(after: equals)...])
            return HARPair(name, TraceAddress.name(FormDecoding.decode(value), publicNames: publicNames))
        }
    }
}

/// Percent-encoding as forms and queries have it.
enum FormDecoding {
    /// The text of a value; bytes that are no UTF-8 become U+FFFD.
    static func decode(_ text: some StringProtocol) -> String {
        String(decoding: bytes(text), as: UTF8.self)
    }

    /// The bytes of a value.
    static func bytes(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                rest.prefix(2).allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return bytes
    }

    /// The raw value of the first pair of a name; nil where there is none.
    static func value(_ name: String, in text: some StringProtocol) -> String? {
        for pair in text.split(separator: "&") {
            guard let equals = pair.firstIndex(of: "=") else { continue }
            if pair[..<equals] == name { return String(pair[pair.index(after: equals)...]) }
        }
        return nil
    }
}
