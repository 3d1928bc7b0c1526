public import XMLTree

/// What a contact shall be: a new one needs its number.
///
/// Source: Finesse REST guide, "Contact: Create" and "Update".
public struct ContactChange: FinesseChange {
    /// The first name: at most 128 characters.
    public var firstName: String?
    /// The last name: at most 128 characters.
    public var lastName: String?
    /// The number to dial: 1 to 32 characters.
    public var phoneNumber: String?
    /// A note: at most 128 characters.
    public var details: String?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - firstName: The first name.
    ///   - lastName: The last name.
    ///   - phoneNumber: The number to dial.
    ///   - details: A note.
    ///   - further: Further elements, written as they are.
    public init(
        firstName: String? = nil,
        lastName: String? = nil,
        phoneNumber: String? = nil,
        details: String? = nil,
        further: [XMLElement] = []
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.phoneNumber = phoneNumber
        self.details = details
        self.further = further
    }

    /// Makes the change that writes a contact back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter contact: The contact as it was read.
    public init(_ contact: Contact) {
        self.init(
            firstName: contact.firstName,
            lastName: contact.lastName,
            phoneNumber: contact.phoneNumber,
            details: contact.details,
            further: contact.element.elements(besides: [
                "uri", "id", "firstName", "lastName", "phoneNumber", "description",
            ])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(Contact.elementName)
        builder.add("firstName", firstName)
        builder.add("lastName", lastName)
        builder.add("phoneNumber", phoneNumber)
        builder.add("description", details)
        builder.add(further)
        return builder.element
    }
}
