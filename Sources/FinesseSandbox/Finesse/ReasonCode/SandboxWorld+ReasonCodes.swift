extension SandboxWorld {
    /// The reason codes that an administrator configured.
    var reasonCodes: Catalogue<ReasonCodeRecord> { state.reasonCodes.catalogue(over: configuration.reasonCodes) }

    /// The reason code with a number, one that the contact centre itself uses included.
    func reasonCode(id: Int) -> ReasonCodeRecord? {
        reasonCodes[id] ?? SystemReasonCodes.all(configuration.deployment).first { $0.id == id }
    }

    /// The codes of a category that a team's agents may choose, by number: those of every team, and its own.
    func reasonCodes(category: String, teamId: String) -> [ReasonCodeRecord] {
        let own = Set(assigned(.reasonCodes(category: category), to: teamId))
        return reasonCodes.records.filter { $0.category == category && ($0.forAll || own.contains($0.id)) }
    }

    /// The code that the contact centre itself gives for something.
    func systemReasonCode(_ code: Int, category: String) -> ReasonCodeRecord? {
        SystemReasonCodes.all(configuration.deployment).first { $0.code == code && $0.category == category }
    }
}
