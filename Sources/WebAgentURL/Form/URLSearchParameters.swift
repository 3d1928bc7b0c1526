/// The name–value pairs of a query or of an `application/x-www-form-urlencoded` body.
///
/// Source: WHATWG URL (2025) §5 and §6.2, https://url.spec.whatwg.org/#application/x-www-form-urlencoded
public struct URLSearchParameters: Hashable, Sendable, RandomAccessCollection, CustomStringConvertible {
    /// One pair.
    public struct Pair: Hashable, Sendable {
        /// The name, decoded.
        public var name: String

        /// The value, decoded.
        public var value: String

        /// Makes a pair.
        ///
        /// - Parameters:
        ///   - name: the name, not encoded.
        ///   - value: the value, not encoded.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// Compares code points: to the standard a letter with an accent and a letter beside its accent differ.
        fileprivate func isNamed(_ name: String) -> Bool { self.name.utf8.elementsEqual(name.utf8) }
    }

    private var pairs: [Pair]

    /// Makes a list of pairs.
    ///
    /// - Parameter pairs: the pairs, in order.
    public init(_ pairs: [Pair] = []) {
        self.pairs = pairs
    }

    /// Reads a query or a body given as text.
    ///
    /// - Parameter text: the query without its `?`.
    public init(parsing text: String) {
        self.init(parsing: Array(text.utf8))
    }

    /// Reads a query or a body.
    ///
    /// - Parameter bytes: the bytes; decoded as UTF-8 whatever the form's encoding was.
    ///
    /// Source: "application/x-www-form-urlencoded parser".
    public init(parsing bytes: [UInt8]) {
        // 1–3. Between ampersands; nothing between two is no pair; a name ends at its first "=".
        pairs = bytes.split(separator: UInt8(ascii: "&")).map { sequence in
            let equals = sequence.firstIndex(of: UInt8(ascii: "=")) ?? sequence.endIndex
            let value = equals < sequence.endIndex ? sequence[(equals + 1)...] : []
            return Pair(name: Self.decode(sequence[..<equals]), value: Self.decode(value))
        }
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return String(decoding: PercentEncoding.decode(spaced), as: UTF8.self)
    }

    /// The pairs in UTF-8, percent-encoded, joined by `&`.
    public var description: String { serialized() }

    /// The pairs, percent-encoded, joined by `&`.
    ///
    /// - Parameter encoding: the encoding of names and values before they are percent-encoded.
    /// - Returns: ASCII text.
    ///
    /// Source: "application/x-www-form-urlencoded serializer".
    public func serialized(encoding: CharacterEncoding = .utf8) -> String {
        func encode(_ text: String) -> String {
            PercentEncoding.encode(text, encoding: encoding, set: .form, spaceAsPlus: true)
        }
        return pairs.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }

    /// The first value of a name.
    ///
    /// - Parameter name: compared exactly.
    /// - Returns: the value; nil when there is no such pair.
    public func first(named name: String) -> String? { pairs.first { $0.isNamed(name) }?.value }

    /// Every value of a name.
    ///
    /// - Parameter name: compared exactly.
    /// - Returns: the values in order.
    public func values(named name: String) -> [String] { pairs.filter { $0.isNamed(name) }.map(\.value) }

    /// Adds a pair at the end.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - value: the value.
    public mutating func append(name: String, value: String) { pairs.append(Pair(name: name, value: value)) }

    /// Replaces the first pair of a name and removes its others; adds the pair when there is none.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - value: its only value.
    public mutating func set(name: String, value: String) {
        guard let index = pairs.firstIndex(where: { $0.isNamed(name) }) else {
            append(name: name, value: value)
            return
        }
        pairs[index].value = value
        let rest = pairs[(index + 1)...].filter { !$0.isNamed(name) }
        pairs.replaceSubrange((index + 1)..., with: rest)
    }

    /// Removes pairs.
    ///
    /// - Parameters:
    ///   - name: their name.
    ///   - value: their value; nil for any.
    public mutating func remove(name: String, value: String? = nil) {
        pairs.removeAll { pair in
            pair.isNamed(name) && (value.map { pair.value.utf8.elementsEqual($0.utf8) } ?? true)
        }
    }

    /// Sorts the pairs by the UTF-16 code units of their names; pairs of one name keep their order.
    public mutating func sort() {
        pairs = pairs.enumerated().sorted { left, right in
            if left.element.isNamed(right.element.name) { return left.offset < right.offset }
            return left.element.name.utf16.lexicographicallyPrecedes(right.element.name.utf16)
        }.map(\.element)
    }

    /// The position of the first pair.
    public var startIndex: Int { pairs.startIndex }

    /// The position after the last pair.
    public var endIndex: Int { pairs.endIndex }

    /// The pair at a position.
    ///
    /// - Parameter position: a valid position.
    public subscript(position: Int) -> Pair { pairs[position] }
}

extension WebURL {
    /// The query, read as name–value pairs.
    public var searchParameters: URLSearchParameters { URLSearchParameters(parsing: query ?? "") }
}
