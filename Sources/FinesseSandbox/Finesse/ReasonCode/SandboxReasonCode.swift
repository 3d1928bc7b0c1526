/// A reason that an agent gives for not being ready or for signing out.
public struct SandboxReasonCode: CatalogueRecord, Hashable, Sendable {
    /// The number by which addresses and requests name it (`reasonCodeId`).
    public var id: Int
    /// What it is a reason for: `NOT_READY` or `LOGOUT`.
    public var category: String
    /// The code that the contact centre reports; not the number.
    public var code: Int
    /// What an agent reads.
    public var label: String
    /// Whether every team has it.
    public var forAll: Bool
    /// Whether the contact centre itself uses it; no API lists or changes such a code.
    public internal(set) var systemCode = false
    /// The ids of the teams that have it, where not every team has.
    public var teams: [String]

    /// Creates a reason code.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses and requests name it.
    ///   - category: What it is a reason for: `NOT_READY` or `LOGOUT`.
    ///   - code: The code that the contact centre reports.
    ///   - label: What an agent reads.
    ///   - forAll: Whether every team has it.
    ///   - teams: The ids of the teams that have it, where not every team has.
    public init(
        id: Int,
        category: String = "NOT_READY",
        code: Int,
        label: String,
        forAll: Bool = true,
        teams: [String] = []
    ) {
        self.id = id
        self.category = category
        self.code = code
        self.label = label
        self.forAll = forAll
        self.teams = teams
    }
}

/// A reason code as the world knows it.
typealias ReasonCodeRecord = SandboxReasonCode

extension SandboxReasonCode {
    /// The reason codes that a sandbox has without configuration: reasons for not being ready, and none for signing out,
    /// since an agent would have to give one.
    public static let builtIn: [SandboxReasonCode] = [
        SandboxReasonCode(id: 1, code: 1, label: "Break"),
        SandboxReasonCode(id: 2, code: 2, label: "Lunch"),
        SandboxReasonCode(id: 3, code: 3, label: "Meeting"),
        SandboxReasonCode(id: 4, code: 4, label: "Training"),
        SandboxReasonCode(id: 5, code: 5, label: "Back office", forAll: false, teams: ["5000"]),
    ]
}
