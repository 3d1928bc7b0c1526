/// One request as a loopback server received it.
package struct ReceivedRequest: Sendable, Hashable {
    /// A field line, split at its first colon.
    package struct Field: Sendable, Hashable {
        /// The name as sent.
        package var name: String
        /// The value without the white space before it.
        package var value: [UInt8]
    }

    /// The method.
    package var method: String
    /// The target, byte for byte.
    package var target: String
    /// The version as written: `HTTP/1.1`, `HTTP/2`.
    package var version: String
    /// The fields in the order sent.
    package var fields: [Field]
    /// The body.
    package var body: [UInt8]

    /// The value of the first field of a name, as text.
    package func text(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The names of all fields in lower case, in their order.
    package var fieldNames: [String] { fields.map { $0.name.lowercased() } }
}

extension ReceivedRequest {
    /// Reads a whole HTTP/1 request from the front of `bytes` and removes it; `nil` while it is not whole.
    ///
    /// Knows `Content-Length` and no other framing: all that the client under test sends.
    init?(takingFrom bytes: inout [UInt8]) {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return nil }
        var lines = Self.lines(bytes[..<end])[...]
        let start = (lines.popFirst() ?? []).split(separator: UInt8(ascii: " ")).map {
            String(decoding: $0, as: UTF8.self)
        }
        let fields = lines.map { line in
            let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
            return Field(
                name: String(decoding: line[..<colon], as: UTF8.self),
                value: Array(line[colon...].dropFirst().drop { $0 == 0x20 })
            )
        }
        guard start.count == 3 else { return nil }
        self.init(method: start[0], target: start[1], version: start[2], fields: fields, body: [])
        let length = text("Content-Length").flatMap { Int($0) } ?? 0
        let bodyStart = end + mark.count
        guard bytes.count >= bodyStart + length else { return nil }
        body = Array(bytes[bodyStart..<bodyStart + length])
        bytes.removeSubrange(..<(bodyStart + length))
    }

    private static func lines(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
        }
    }
}
