import Foundation

/// A value as one JSON object on one line, keys sorted.
enum JSONText {
    /// The line.
    ///
    /// - Parameter value: the value.
    /// - Returns: its JSON.
    /// - Throws: ``CommandFailure`` where a value has no form as JSON, such as a number without end.
    static func line(_ value: some Encodable) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw CommandFailure(.failure, "The trace cannot be shown as JSON: \(error). Leave --json out.")
        }
    }
}
