import HTTPTransport

/// The head of a response, read from its bytes.
///
/// Source: RFC 9112 §4 (status line), §5 (field lines). Departures: a line that is folded is joined with one space, as §5.2
/// allows a user agent; LF alone ends a line, as §2.2 allows.
struct ResponseHead: Equatable {
    var version: HTTPVersion
    var status: Int
    var fields: HTTPFields

    struct Defect: Error, Equatable {
        let detail: String
    }

    init(_ bytes: [UInt8]) throws(Defect) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst() else { throw Defect(detail: "no status line") }
        (version, status) = try Self.statusLine(Self.withoutLineEnd(first))

        var read: [HTTPField] = []
        for line in lines.map(Self.withoutLineEnd) {
            guard let head = line.first else { break }
            if Self.isBlank(head) {
                guard !read.isEmpty else { throw Defect(detail: "a field line without a name") }
                read[read.count - 1].value += [0x20] + Self.trimmed(line)
            } else {
                read.append(try Self.field(line))
            }
        }
        fields = HTTPFields(read)
    }

    private static func statusLine(_ line: ArraySlice<UInt8>) throws(Defect) -> (HTTPVersion, Int) {
        let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let version = version(String(decoding: parts[0], as: UTF8.self)) else {
            throw Defect(detail: "no status line")
        }
        guard parts[1].count == 3, let status = Int(String(decoding: parts[1], as: UTF8.self)),
            (200...999).contains(status)
        else { throw Defect(detail: "no status code for a final response") }
        return (version, status)
    }

    private static func version(_ text: String) -> HTTPVersion? {
        text == "HTTP/2.0" ? .http2 : HTTPVersion(rawValue: text)
    }

    private static func field(_ line: ArraySlice<UInt8>) throws(Defect) -> HTTPField {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
            throw Defect(detail: "a field line without a name")
        }
        let name = line[..<colon]
        guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Defect(detail: "a field name with other than visible ASCII")
        }
        return HTTPField(
            name: String(decoding: name, as: UTF8.self),
            value: Array(trimmed(line[line.index(after: colon)...]))
        )
    }

    private static func withoutLineEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return rest
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
