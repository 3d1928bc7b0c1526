public import XMLTree

/// The expanded call variables that the contact centre has (Unified CCE).
///
/// Source: Finesse REST guide, "ECCVariableConfig".
public struct ECCVariableConfig: FinesseObject {
    /// `ECCVariableConfig`.
    public static let elementName = "ECCVariableConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `ECCVariableConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The variables, in the server's order (wire name `ECCVariable`).
    public var variables: [Variable] { element.all(Variable.elementName).map(Variable.init(element:)) }
}

extension ECCVariableConfig {
    /// One expanded call variable.
    public struct Variable: FinesseObject {
        /// `ECCVariable`.
        public static let elementName = "ECCVariable"
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: An `ECCVariable` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// The variable's name, such as `user.account` (wire name `name`).
        public var name: String? { element.field("name") }
        /// The bytes that a value may have, at most 210 (wire name `length`).
        public var length: Int? { element.number("length") }
    }
}
