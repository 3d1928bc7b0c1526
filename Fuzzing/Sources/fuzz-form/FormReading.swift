import FuzzDriver
import WebAgentHTML
import WebAgentURL

/// Reads what a form sends, as a server would, and compares it with the entries.
enum FormReading {
    /// So long that no input has it.
    static let boundary = "----boundary-8e1c0a5d9f3b4427"

    static func isFormByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "*-._+%&=".utf8.contains(byte)
        }
    }

    static func check(_ entries: [FormEntry], query: String) {
        let read = URLSearchParameters(parsing: query)
        require(read.count == entries.count, "\(read.count) pairs of \(entries.count) entries in \(query)")
        for (pair, entry) in zip(read, entries) {
            require(isSame(pair.name, newlines(entry.name)), "another name in \(query)")
            require(isSame(pair.value, newlines(entry.text)), "another value in \(query)")
        }
    }

    static func check(_ entries: [FormEntry], multipart body: [UInt8]) {
        var rest = body[...]
        for entry in entries {
            take("--\(boundary)\r\nContent-Disposition: form-data; name=\"", from: &rest)
            require(isSame(quoted(&rest), newlines(entry.name)), "another name in a part")
            let content: [UInt8]
            switch entry.value {
            case .text(let text): content = Array(newlines(text).utf8)
            case .file(let file):
                take("; filename=\"", from: &rest)
                require(isSame(quoted(&rest), file.filename), "another file name in a part")
                take("\r\nContent-Type: \(file.type)", from: &rest)
                content = file.content
            }
            take("\r\n\r\n", from: &rest)
            require(rest.starts(with: content), "other contents in a part")
            rest = rest.dropFirst(content.count)
            take("\r\n", from: &rest)
        }
        take("--\(boundary)--\r\n", from: &rest)
        require(rest.isEmpty, "bytes follow the last part")
    }

    /// Plain text can be read when no line is broken and no name has an equals sign; its bytes are known always.
    static func check(_ entries: [FormEntry], plain body: [UInt8]) {
        let lines = entries.map { "\(newlines($0.name))=\(newlines($0.text))\r\n" }
        require(body == lines.flatMap { Array($0.utf8) }, "other lines in plain text")
    }

    /// Takes a name up to its quotation mark; those inside stand escaped, and an escape written by hand looks the same.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String {
        guard let end = rest.firstIndex(of: 0x22) else {
            require(false, "a name has no end")
            return ""
        }
        let name = rest[..<end]
        require(!name.contains { $0 == 0x0A || $0 == 0x0D }, "a name breaks its line")
        rest = rest[(end + 1)...]
        return String(decoding: name, as: UTF8.self)
    }

    private static func take(_ text: String, from rest: inout ArraySlice<UInt8>) {
        require(rest.starts(with: text.utf8), "\(String(reflecting: text)) is not where it should be")
        rest = rest.dropFirst(text.utf8.count)
    }

    private static func newlines(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
            if byte == 0x0A || byte == 0x0D { result += [0x0D, 0x0A] } else { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Compares code points, after what an escape in a name cannot tell apart.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        unescaped(left).elementsEqual(unescaped(right))
    }

    private static func unescaped(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text.utf8 {
            result.append(byte)
            guard result.count >= 3 else { continue }
            let tail = result.suffix(3)
            let escapes: [([UInt8], UInt8)] = [
                (Array("%0A".utf8), 0x0A), (Array("%0D".utf8), 0x0D), (Array("%22".utf8), 0x22),
            ]
            for (escape, meaning) in escapes where tail.elementsEqual(escape) {
                result.removeLast(3)
                result.append(meaning)
            }
        }
        return result
    }
}
