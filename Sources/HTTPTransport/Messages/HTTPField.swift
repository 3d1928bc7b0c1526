/// One header field: a name and the bytes of its value.
///
/// Two fields are equal when their names are equal without case and their values byte for byte.
public struct HTTPField: Sendable {
    /// The name as it was sent, such as `Set-Cookie`.
    public var name: String
    /// The value as it was sent, without the white space around it.
    public var value: [UInt8]

    /// Creates a field from bytes.
    ///
    /// - Parameters:
    ///   - name: The name; its case is kept and never compared.
    ///   - value: The bytes of the value.
    public init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// Creates a field from text.
    ///
    /// - Parameters:
    ///   - name: The name; its case is kept and never compared.
    ///   - value: The value, sent in UTF-8.
    public init(_ name: String, _ value: String) {
        self.init(name: name, value: Array(value.utf8))
    }

    /// The value read as UTF-8, with U+FFFD for what is not.
    public var text: String { String(decoding: value, as: UTF8.self) }

    /// Whether the field has this name, without case.
    ///
    /// - Parameter name: The name asked for.
    /// - Returns: Whether both names are the same field.
    public func isNamed(_ name: String) -> Bool { ASCII.equalIgnoringCase(self.name, name) }
}

extension HTTPField: Hashable {
    /// Compares names without case and values byte for byte.
    ///
    /// - Parameters:
    ///   - left: A field.
    ///   - right: Another field.
    /// - Returns: Whether both mean the same.
    public static func == (left: HTTPField, right: HTTPField) -> Bool {
        left.isNamed(right.name) && left.value == right.value
    }

    /// Feeds the lower-case name and the value to a hasher.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ASCII.lowercased(name))
        hasher.combine(value)
    }
}
