/// The fields of a query or of a form body, in order.
///
/// Source: WHATWG URL, 5.1, `application/x-www-form-urlencoded` parsing.
package struct FormFields: Sendable, Hashable {
    /// One name and its value.
    package struct Field: Sendable, Hashable {
        /// The decoded name.
        package var name: String
        /// The decoded value.
        package var value: String

        /// Creates a field.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The fields in the order received.
    package var fields: [Field]

    /// Creates a list of fields from encoded text.
    package init(parsing bytes: some Collection<UInt8>) {
        fields = bytes.split(separator: UInt8(ascii: "&")).map { part in
            let pieces = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return Field(
                name: TextEncodings.percentDecode(pieces[0], plusIsSpace: true),
                value: pieces.count > 1 ? TextEncodings.percentDecode(pieces[1], plusIsSpace: true) : ""
            )
        }
    }

    /// Creates a list of fields from pairs.
    package init(_ pairs: KeyValuePairs<String, String>) {
        fields = pairs.map { Field(name: $0.key, value: $0.value) }
    }

    /// The value of the first field with a name.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The names in order, each once.
    package var names: [String] {
        var seen: Set<String> = []
        return fields.map(\.name).filter { seen.insert($0).inserted }
    }

    /// The fields as a query.
    package var encoded: String {
        fields
            .map { TextEncodings.percentEncode($0.name) + "=" + TextEncodings.percentEncode($0.value) }
            .joined(separator: "&")
    }
}
