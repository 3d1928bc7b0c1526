/// Makes the identifiers of messages, assertions and sessions.
package struct SAMLIdentifiers: Sendable {
    /// Returns a number of fresh bytes.
    private let bytes: @Sendable (Int) -> [UInt8]

    /// Creates a maker.
    ///
    /// - Parameter bytes: The source of randomness: returns as many bytes as asked for.
    package init(bytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a request's identifier, in the form of the library that Cisco's service provider is built on: `s2` and hex.
    package func request() -> String {
        "s2" + hex(20)
    }

    /// Makes an identifier for anything else: an underscore and hex, since an ID may not begin with a digit.
    package func other() -> String {
        "_" + hex(20)
    }

    private func hex(_ count: Int) -> String {
        String(decoding: bytes(count).hexDigits, as: UTF8.self)
    }
}
