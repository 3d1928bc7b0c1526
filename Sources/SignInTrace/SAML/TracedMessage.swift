/// A SAML message as a trace keeps it: who says what to whom and until when, without names and values of the person.
package struct TracedMessage: Codable, Hashable, Sendable {
    /// The message's element: `AuthnRequest`, `Response`; `?` where it could not be read.
    package var kind: String
    /// `HTTP-Redirect` or `HTTP-POST`.
    package var binding: String
    /// The message in bytes, decoded.
    package var size: Int
    /// What it says, in the order of the message.
    package var facts: [HARPair]
    /// The names of its elements, indented by their depth.
    package var elements: [String]
    /// Why it could not be read.
    package var fault: String?

    /// The facts of a name.
    ///
    /// - Parameter name: The name.
    /// - Returns: The values in their order.
    package func values(_ name: String) -> [String] { facts.filter { $0.name == name }.map(\.value) }
}
