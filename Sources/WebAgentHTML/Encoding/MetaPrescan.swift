import WebAgentURL

/// Looks through the first bytes of a page for the encoding it names itself.
///
/// Source: HTML standard (2025), section 13.2.3.2, "prescan a byte stream to determine its encoding".
struct MetaPrescan {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// - Parameter bytes: at most the first 1,024 bytes.
    /// - Returns: the encoding; `nil` if they name none.
    static func run(_ bytes: some Sequence<UInt8>) -> CharacterEncoding? {
        var prescan = MetaPrescan(bytes)
        return prescan.find() ?? XMLEncodingDeclaration.read(prescan.bytes)
    }

    private mutating func find() -> CharacterEncoding? {
        while position < bytes.count {
            if stands("<!--") {
                skipComment()
            } else if stands("<meta"), let after = byte(at: position + 5), isTagDelimiter(after) {
                position += 5
                if let found = readMeta() { return found }
            } else if bytes[position] == UInt8(ascii: "<"), isTagStart {
                skipTag()
            } else if stands("<!") || stands("</") || stands("<?") {
                skip { $0 == UInt8(ascii: ">") }
            }
            position += 1
        }
        return nil
    }

    private func isTagDelimiter(_ byte: UInt8) -> Bool { ASCII.isWhitespace(byte) || byte == UInt8(ascii: "/") }

    private var isTagStart: Bool {
        let next = byte(at: position + 1) ?? 0
        return ASCII.isAlpha(next) || next == UInt8(ascii: "/") && ASCII.isAlpha(byte(at: position + 2) ?? 0)
    }

    private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Whether a lower-case text stands here, letters of either case.
    private func stands(_ text: StaticString) -> Bool {
        let expected = Array("\(text)".utf8)
        guard position + expected.count <= bytes.count else { return false }
        return expected.indices.allSatisfy { ASCII.lowercased(bytes[position + $0]) == expected[$0] }
    }

    private mutating func skip(until isEnd: (UInt8) -> Bool) {
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    }

    /// The two dashes that end the comment may be those that begin it.
    private mutating func skipComment() {
        position += 2
        while position < bytes.count, !stands("-->") { position += 1 }
        position += 2
    }

    private mutating func skipTag() {
        skip { ASCII.isWhitespace($0) || $0 == UInt8(ascii: ">") }
        while readAttribute() != nil {}
    }

    private mutating func readMeta() -> CharacterEncoding? {
        var seen: Set<String> = []
        var gotPragma = false
        var needsPragma: Bool?
        var charset: CharacterEncoding?
        while let (name, value) = readAttribute() {
            guard seen.insert(name).inserted else { continue }
            switch name {
            case "http-equiv": if value == "content-type" { gotPragma = true }
            case "content":
                guard charset == nil, let label = MetaCharset.extract(from: value) else { continue }
                charset = CharacterEncoding(label: label)
                if charset != nil { needsPragma = true }
            case "charset":
                charset = CharacterEncoding(label: value)
                needsPragma = false
            default: break
            }
        }
        guard let needsPragma, let charset, !needsPragma || gotPragma else { return nil }
        if charset == .utf16LE || charset == .utf16BE { return .utf8 }
        return charset == .xUserDefined ? .windows1252 : charset
    }

    /// Reads an attribute, its name and value in lower case.
    ///
    /// Source: HTML standard, section 13.2.3.2, "get an attribute".
    private mutating func readAttribute() -> (name: String, value: String)? {
        skip { !ASCII.isWhitespace($0) && $0 != UInt8(ascii: "/") }
        guard let first = byte(at: position), first != UInt8(ascii: ">") else { return nil }
        var name: [UInt8] = []
        while let byte = byte(at: position), !(byte == UInt8(ascii: "=") && !name.isEmpty) {
            if ASCII.isWhitespace(byte) { break }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { return (text(name), "") }
            name.append(ASCII.lowercased(byte))
            position += 1
        }
        skip { !ASCII.isWhitespace($0) }
        guard byte(at: position) == UInt8(ascii: "=") else { return (text(name), "") }
        position += 1
        skip { !ASCII.isWhitespace($0) }
        return (text(name), readValue())
    }

    private mutating func readValue() -> String {
        guard let first = byte(at: position) else { return "" }
        var value: [UInt8] = []
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            position += 1
            while let byte = byte(at: position), byte != first {
                value.append(ASCII.lowercased(byte))
                position += 1
            }
            position += 1
        } else {
            while let byte = byte(at: position), !ASCII.isWhitespace(byte), byte != UInt8(ascii: ">") {
                value.append(ASCII.lowercased(byte))
                position += 1
            }
        }
        return text(value)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The label after `charset=` in the `content` of a `meta` element.
///
/// Source: HTML standard, section 2.5.4, "extracting a character encoding from a meta element".
enum MetaCharset {
    static func extract(from content: String) -> String? {
        let bytes = Array(content.utf8)
        let word = Array("charset".utf8)
        var start = 0
        while start + word.count <= bytes.count {
            guard bytes[start..<(start + word.count)].elementsEqual(word, by: { ASCII.lowercased($0) == $1 }) else {
                start += 1
                continue
            }
            let rest = bytes[(start + word.count)...].drop(while: ASCII.isWhitespace)
            if rest.first == UInt8(ascii: "=") { return value(rest.dropFirst().drop(while: ASCII.isWhitespace)) }
            start = max(rest.startIndex - 1, start + 1)
        }
        return nil
    }

    private static func value(_ rest: ArraySlice<UInt8>) -> String? {
        guard let first = rest.first else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
            return String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        }
        return String(decoding: rest.prefix { !ASCII.isWhitespace($0) && $0 != UInt8(ascii: ";") }, as: UTF8.self)
    }
}

/// The encoding in an XML declaration at the very start.
///
/// Source: HTML standard (2025), section 13.2.3.2, "get an XML encoding".
enum XMLEncodingDeclaration {
    static func read(_ bytes: [UInt8]) -> CharacterEncoding? {
        if bytes.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) { return .utf16LE }
        if bytes.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) { return .utf16BE }
        guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        let declaration = bytes[..<end]
        let word = Array("encoding".utf8)
        let places = declaration.indices.dropLast(min(word.count, declaration.count))
        guard let start = places.first(where: { declaration[$0...].starts(with: word) }) else { return nil }
        var rest = declaration[(start + word.count)...].drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let close = rest.dropFirst().firstIndex(of: quote)
        else { return nil }
        let label = rest[(rest.startIndex + 1)..<close]
        guard label.allSatisfy({ $0 > 0x20 }) else { return nil }
        let encoding = CharacterEncoding(label: String(decoding: label, as: UTF8.self))
        return encoding == .utf16LE || encoding == .utf16BE ? .utf8 : encoding
    }
}
