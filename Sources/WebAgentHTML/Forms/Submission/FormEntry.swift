/// One name and value that a form submits.
///
/// Source: XHR standard, section 4.3, "entry".
public struct FormEntry: Hashable, Sendable {
    /// The value of an entry.
    public enum Value: Hashable, Sendable {
        /// A text.
        case text(String)
        /// A file.
        case file(FormFile)
    }

    /// The name.
    public var name: String
    /// The value.
    public var value: Value

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - value: the value.
    public init(name: String, value: Value) {
        self.name = name
        self.value = value
    }

    /// Makes an entry of a text.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - text: the text.
    public init(name: String, text: String) {
        self.init(name: name, value: .text(text))
    }

    /// The value as text; of a file its name.
    public var text: String {
        switch value {
        case .text(let text): text
        case .file(let file): file.filename
        }
    }
}
