public import XMLTree

/// One entry of a phone book.
///
/// Source: Finesse REST guide, "Contact".
public struct Contact: FinesseObject {
    /// `Contact`.
    public static let elementName = "Contact"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `Contact` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The first name (wire name `firstName`).
    public var firstName: String? { element.field("firstName") }
    /// The last name (wire name `lastName`).
    public var lastName: String? { element.field("lastName") }
    /// The number to dial (wire name `phoneNumber`).
    public var phoneNumber: String? { element.field("phoneNumber") }
    /// A note (wire name `description`).
    public var details: String? { element.field("description") }
}
