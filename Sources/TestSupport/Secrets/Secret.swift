/// Something that must not show up anywhere, and a name to speak of it by.
package struct Secret: Sendable, Hashable {
    /// What it is; this may be shown.
    package var name: String
    /// The secret itself.
    package var bytes: [UInt8]

    /// Names a secret.
    ///
    /// - Parameters:
    ///   - name: What it is.
    ///   - bytes: The secret itself.
    package init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Names a secret that is text.
    ///
    /// - Parameters:
    ///   - name: What it is.
    ///   - text: The secret itself.
    package init(_ name: String, _ text: String) {
        self.init(name, Array(text.utf8))
    }
}

extension Secret: CustomStringConvertible, CustomReflectable {
    /// The name alone.
    package var description: String { name }

    /// A mirror without children.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
