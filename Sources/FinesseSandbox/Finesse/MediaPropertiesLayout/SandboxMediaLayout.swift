/// Which call variables an agent sees, and where.
public struct SandboxMediaLayout: CatalogueRecord, Hashable, Sendable {
    /// A call variable with its caption.
    public struct Entry: Codable, Hashable, Sendable {
        /// The caption; it may be empty.
        public var displayName: String
        /// The variable: `callVariable1`, `user.…`, `BACampaign` and so on.
        public var mediaProperty: String
        /// Whether it is shown before the call is answered.
        public var showInPopOver: Bool
        /// Whether an agent may change it.
        public var uiEditable: Bool

        /// Creates an entry.
        ///
        /// - Parameters:
        ///   - displayName: The caption.
        ///   - mediaProperty: The variable.
        ///   - showInPopOver: Whether it is shown before the call is answered.
        ///   - uiEditable: Whether an agent may change it.
        public init(
            _ displayName: String,
            _ mediaProperty: String,
            showInPopOver: Bool = false,
            uiEditable: Bool = false
        ) {
            self.displayName = displayName
            self.mediaProperty = mediaProperty
            self.showInPopOver = showInPopOver
            self.uiEditable = uiEditable
        }
    }

    /// The number of the default layout.
    static let defaultId = 1

    /// The number by which addresses name it; 1 is the default layout.
    public var id: Int
    /// The name.
    public var name: String
    /// What it is for.
    public var description: String
    /// The entry above the others.
    public var header: Entry
    /// The entries on the left.
    public var left: [Entry]
    /// The entries on the right.
    public var right: [Entry]
    /// The ids of the teams that have it.
    public var teams: [String]

    /// Creates a layout.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses name it; 1 is the default layout.
    ///   - name: The name.
    ///   - description: What it is for.
    ///   - header: The entry above the others.
    ///   - left: The entries on the left.
    ///   - right: The entries on the right.
    ///   - teams: The ids of the teams that have it.
    public init(
        id: Int,
        name: String,
        description: String = "",
        header: Entry = Entry("", "callVariable1"),
        left: [Entry] = [],
        right: [Entry] = [],
        teams: [String] = []
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.header = header
        self.left = left
        self.right = right
        self.teams = teams
    }

    /// Whether it is the default layout.
    var isDefault: Bool { id == Self.defaultId }
}

extension SandboxMediaLayout {
    /// The layouts that a sandbox has without configuration.
    public static let builtIn: [SandboxMediaLayout] = [
        SandboxMediaLayout(
            id: defaultId,
            name: "Default layout",
            description: "For every call without a layout of its own",
            header: Entry("Customer", "callVariable1", showInPopOver: true),
            left: [Entry("Account", "callVariable2", showInPopOver: true), Entry("Language", "callVariable3")],
            right: [Entry("Ticket", "callVariable4", uiEditable: true), Entry("Campaign", "BACampaign")]
        ),
        SandboxMediaLayout(
            id: 2,
            name: "Orders",
            description: "Calls about orders",
            header: Entry("Order", "callVariable5", showInPopOver: true, uiEditable: true),
            left: [Entry("Customer", "callVariable1")],
            teams: ["5000"]
        ),
    ]
}
