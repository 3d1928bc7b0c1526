/// The bytes that libFuzzer gives, taken from the front.
///
/// Choices are single bytes, most often letters, and records end at the control character 0x1E, so that the seeds are texts
/// that people can read.
public struct FuzzInput {
    /// What is left.
    public private(set) var rest: ArraySlice<UInt8>

    /// Begins at the front.
    ///
    /// - Parameter bytes: One input.
    public init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// Takes one byte.
    ///
    /// - Returns: The byte; 0 when none is left.
    public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// Takes one byte as a choice.
    ///
    /// - Parameter choices: What there is to choose from, not empty.
    /// - Returns: The letter a chooses the first, b the second.
    public mutating func choice<Choice>(of choices: [Choice]) -> Choice {
        choices[(Int(byte()) + choices.count * 97 - 97) % choices.count]
    }

    /// Takes everything up to the next separator.
    ///
    /// - Parameter separator: The byte that ends a record; it is taken, too.
    /// - Returns: The record; nil when nothing is left.
    public mutating func record(endingAt separator: UInt8 = 0x1E) -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: separator) ?? rest.endIndex
        defer { rest = rest[end...].dropFirst() }
        return Array(rest[..<end])
    }

    /// Takes a record as text; what is not UTF-8 becomes U+FFFD.
    ///
    /// - Parameter separator: The byte that ends a record; it is taken, too.
    /// - Returns: The text; nil when nothing is left.
    public mutating func text(endingAt separator: UInt8 = 0x1E) -> String? {
        record(endingAt: separator).map { String(decoding: $0, as: UTF8.self) }
    }
}
