/// Header fields in the order they were sent, several of one name apart.
///
/// Nothing is joined with commas: three `Set-Cookie` lines are three elements.
public struct HTTPFields: Sendable, Hashable {
    private var fields: [HTTPField]

    /// Creates fields.
    ///
    /// - Parameter fields: The fields in their order.
    public init(_ fields: [HTTPField] = []) {
        self.fields = fields
    }

    /// The values of every field of a name.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The values in the order received; empty when there is none.
    public func values(named name: String) -> [[UInt8]] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }

    /// The value of the first field of a name.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The bytes; `nil` when there is no such field.
    public func first(named name: String) -> [UInt8]? {
        fields.first { $0.isNamed(name) }?.value
    }

    /// The value of the first field of a name as text.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The value read as UTF-8 with U+FFFD for what is not; `nil` when there is no such field.
    public func text(named name: String) -> String? {
        first(named: name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether there is a field of a name.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: Whether at least one field has it.
    public func contains(named name: String) -> Bool {
        fields.contains { $0.isNamed(name) }
    }

    /// Adds a field after all others, even when its name is there already.
    ///
    /// - Parameter field: The field to add.
    public mutating func append(_ field: HTTPField) {
        fields.append(field)
    }

    /// Adds a field of text after all others, even when its name is there already.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value, sent in UTF-8.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(HTTPField(name, value))
    }

    /// Makes a field the only one of its name, in the place of the first of them.
    ///
    /// - Parameter field: The field to keep; it goes to the end when its name is new.
    public mutating func set(_ field: HTTPField) {
        guard let place = fields.firstIndex(where: { $0.isNamed(field.name) }) else {
            fields.append(field)
            return
        }
        removeAll(named: field.name)
        fields.insert(field, at: place)
    }

    /// Makes a field of text the only one of its name, in the place of the first of them.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value, sent in UTF-8.
    public mutating func set(_ name: String, _ value: String) {
        set(HTTPField(name, value))
    }

    /// Removes every field of a name.
    ///
    /// - Parameter name: The name, in any case.
    public mutating func removeAll(named name: String) {
        fields.removeAll { $0.isNamed(name) }
    }
}

extension HTTPFields: RandomAccessCollection {
    /// The place of the first field.
    public var startIndex: Int { fields.startIndex }
    /// The place after the last field.
    public var endIndex: Int { fields.endIndex }

    /// The field at a place.
    ///
    /// - Parameter position: A place in `startIndex..<endIndex`.
    /// - Returns: The field there.
    public subscript(position: Int) -> HTTPField { fields[position] }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    /// Creates fields from text in the order written; a name may stand more than once.
    ///
    /// - Parameter elements: Names and values.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { HTTPField($0.0, $0.1) })
    }
}
