/// A form with files.
///
/// Source: RFC 7578; RFC 2046, 5.1.
struct MultipartForm: Sendable {
    /// A field of the form.
    struct Part: Sendable {
        var name: String
        var content: [UInt8]
    }

    /// The fields, in order.
    private(set) var parts: [Part] = []

    /// Reads a form; nothing when the body is none.
    init?(_ body: [UInt8], contentType: String?) {
        guard let boundary = Self.parameter("boundary", of: contentType ?? ""), !boundary.isEmpty,
            contentType?.lowercased().hasPrefix("multipart/form-data") == true
        else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        var pieces = Self.split(body, by: delimiter)
        // What stands before the first delimiter and behind the last one is nobody's.
        guard pieces.count >= 2, let last = pieces.popLast(), last.starts(with: Array("--".utf8)) else { return nil }
        for piece in pieces.dropFirst() {
            guard let end = Self.first(Array("\r\n\r\n".utf8), in: piece) else { return nil }
            let head = String(decoding: piece[..<end], as: UTF8.self)
            let content = piece[(end + 4)...]
            let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
            guard let name = line.flatMap({ Self.parameter("name", of: String($0)) }) else { return nil }
            guard content.suffix(2).elementsEqual(Array("\r\n".utf8)) else { return nil }
            parts.append(Part(name: name, content: Array(content.dropLast(2))))
        }
    }

    /// The content of the first field with a name.
    subscript(name: String) -> [UInt8]? { parts.first { $0.name == name }?.content }

    private static func parameter(_ name: String, of field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let pieces = part.split(separator: "=", maxSplits: 1)
            guard pieces.count == 2, String(pieces[0]).trimmed.lowercased() == name else { continue }
            let value = String(pieces[1]).trimmed
            return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
                ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }

    private static func first(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let start = pattern.first else { return nil }
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(of: start) {
            if bytes[found...].starts(with: pattern) { return found }
            index = found + 1
        }
        return nil
    }

    private static func split(_ bytes: [UInt8], by delimiter: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let found = first(delimiter, in: rest) {
            pieces.append(rest[..<found])
            rest = rest[(found + delimiter.count)...]
        }
        return pieces + [rest]
    }
}
