/// A reason that an agent gives a call.
public struct SandboxWrapUpReason: CatalogueRecord, Hashable, Sendable {
    /// The number by which addresses name it.
    public var id: Int
    /// What an agent reads.
    public var label: String
    /// Whether every team has it.
    public var forAll: Bool
    /// The ids of the teams that have it, where not every team has.
    public var teams: [String]

    /// Creates a wrap-up reason.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses name it.
    ///   - label: What an agent reads.
    ///   - forAll: Whether every team has it.
    ///   - teams: The ids of the teams that have it, where not every team has.
    public init(id: Int, label: String, forAll: Bool = true, teams: [String] = []) {
        self.id = id
        self.label = label
        self.forAll = forAll
        self.teams = teams
    }
}

extension SandboxWrapUpReason {
    /// The wrap-up reasons that a sandbox has without configuration.
    public static let builtIn: [SandboxWrapUpReason] = [
        SandboxWrapUpReason(id: 1, label: "Sale"),
        SandboxWrapUpReason(id: 2, label: "Question answered"),
        SandboxWrapUpReason(id: 3, label: "Complaint"),
        SandboxWrapUpReason(id: 4, label: "Wrong number"),
        SandboxWrapUpReason(id: 5, label: "Contract renewed", forAll: false, teams: ["5000"]),
    ]
}
