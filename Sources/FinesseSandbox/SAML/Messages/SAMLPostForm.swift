/// A form that carries a SAML message in the POST binding: what a page posts, not how it looks.
///
/// Source: SAML 2.0 bindings, section 3.5.4.
package struct SAMLPostForm: Hashable, Sendable {
    /// One hidden field; the value is not escaped.
    package struct Field: Hashable, Sendable {
        /// The field's name.
        package var name: String
        /// The field's value.
        package var value: String
    }

    /// Where the form goes.
    package var action: String

    /// The hidden fields, in order.
    package var fields: [Field]

    init(action: String, message name: String, _ bytes: [UInt8], relayState: String?) {
        self.action = action
        fields = [Field(name: name, value: TextEncodings.base64(bytes))]
        if let relayState {
            fields.append(Field(name: "RelayState", value: relayState))
        }
    }

    /// Finds a field's value.
    ///
    /// - Parameter name: The field's name.
    /// - Returns: The value, or nil when there is no such field.
    package func value(of name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
