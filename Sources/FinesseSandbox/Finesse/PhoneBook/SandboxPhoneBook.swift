/// A phone book of agents.
public struct SandboxPhoneBook: CatalogueRecord, Hashable, Sendable {
    /// Who has it.
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        /// Every team.
        case global = "GLOBAL"
        /// The teams that it is assigned to.
        case team = "TEAM"
    }

    /// The number by which addresses name it.
    public var id: Int
    /// The name.
    public var name: String
    /// Who has it.
    public var type: Kind
    /// The contacts that are in it at the start.
    public var contacts: [SandboxContact]
    /// The ids of the teams that have it, where not every team has.
    public var teams: [String]

    /// Creates a phone book.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses name it.
    ///   - name: The name.
    ///   - type: Who has it.
    ///   - contacts: The contacts that are in it at the start.
    ///   - teams: The ids of the teams that have it, where not every team has.
    public init(
        id: Int,
        name: String,
        type: Kind = .global,
        contacts: [SandboxContact] = [],
        teams: [String] = []
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.contacts = contacts
        self.teams = teams
    }
}

/// Somebody in a phone book.
public struct SandboxContact: CatalogueRecord, Hashable, Sendable {
    /// The number by which addresses name it, within its phone book.
    public var id: Int
    /// The first name.
    public var firstName: String
    /// The last name.
    public var lastName: String
    /// The number to dial.
    public var phoneNumber: String
    /// Notes.
    public var description: String

    /// Creates a contact.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses name it, within its phone book.
    ///   - firstName: The first name.
    ///   - lastName: The last name.
    ///   - phoneNumber: The number to dial.
    ///   - description: Notes.
    public init(id: Int, firstName: String = "", lastName: String = "", phoneNumber: String, description: String = "") {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.phoneNumber = phoneNumber
        self.description = description
    }
}

extension SandboxPhoneBook {
    /// The phone books that a sandbox has without configuration.
    public static let builtIn: [SandboxPhoneBook] = [
        SandboxPhoneBook(
            id: 1,
            name: "Company",
            contacts: [
                SandboxContact(
                    id: 1,
                    firstName: "Ada",
                    lastName: "Byron",
                    phoneNumber: "2001",
                    description: "Reception"
                ),
                SandboxContact(
                    id: 2,
                    firstName: "Grace",
                    lastName: "Murray",
                    phoneNumber: "2002",
                    description: "Billing"
                ),
                SandboxContact(
                    id: 3,
                    firstName: "Emil",
                    lastName: "Post",
                    phoneNumber: "2003",
                    description: "Shipping, mornings only"
                ),
            ]
        ),
        SandboxPhoneBook(
            id: 2,
            name: "Second line",
            type: .team,
            contacts: [
                SandboxContact(id: 1, firstName: "Sofja", lastName: "Krukowska", phoneNumber: "3001"),
                SandboxContact(id: 2, firstName: "Max", lastName: "Dehn", phoneNumber: "3002", description: "Hardware"),
            ],
            teams: ["5000"]
        ),
    ]
}
