extension SandboxConfiguration {
    /// Checks the administrator and the configuration objects by the rules of the APIs that change them.
    func validateCatalogues() throws(SandboxError) {
        try validateAdministrator()
        try validateNumbers("reasonCodes", reasonCodes, teams: \.teams)
        try validate("reasonCodes", reasonCodes) { code, others in
            ReasonCodeRules.fault(of: code, among: others, deployment: deployment)
        }
        try validateNumbers("wrapUpReasons", wrapUpReasons, teams: \.teams)
        try validate("wrapUpReasons", wrapUpReasons) { WrapUpReasonRules.fault(of: $0, among: $1) }
        try validateNumbers("phoneBooks", phoneBooks, teams: \.teams)
        try validate("phoneBooks", phoneBooks) { PhoneBookRules.fault(of: $0, among: $1) }
        try validateContacts()
        try validateNumbers("mediaLayouts", mediaLayouts, teams: \.teams)
        try validate("mediaLayouts", mediaLayouts) { MediaLayoutRules.fault(of: $0, among: $1) }
        try validateNumbers("workflowActions", workflowActions)
        try validate("workflowActions", workflowActions) { WorkflowActionRules.fault(of: $0, among: $1) }
        try validateNumbers("workflows", workflows, teams: \.teams)
        try validate("workflows", workflows) { WorkflowRules.fault(of: $0, among: $1, actions: workflowActions) }
    }

    private func validateContacts() throws(SandboxError) {
        for (index, book) in phoneBooks.enumerated() {
            let key = "phoneBooks[\(index)].contacts"
            try validateNumbers(key, book.contacts)
            for (place, contact) in book.contacts.enumerated() {
                guard let fault = ContactRules.fault(of: contact) else { continue }
                throw .configuration(key: "\(key)[\(place)]", reason: fault.message)
            }
            let others = phoneBooks.reduce(0) { $0 + $1.contacts.count } - book.contacts.count
            if let fault = ContactRules.fault(of: book.contacts.count, besides: others) {
                throw .configuration(key: key, reason: fault.message)
            }
        }
    }

    private func validateAdministrator() throws(SandboxError) {
        guard !administrator.userName.isEmpty, !administrator.userName.contains(":") else {
            throw .configuration(key: "administrator.userName", reason: "must not be empty nor contain a colon")
        }
        guard !administrator.password.characters.isEmpty else {
            throw .configuration(key: "administrator.password", reason: "must not be empty")
        }
        let name = administrator.userName.lowercased()
        if users.contains(where: { $0.loginName.lowercased() == name || $0.loginId.lowercased() == name }) {
            throw .configuration(key: "administrator.userName", reason: "is a user's login name or login id")
        }
    }

    /// Numbers are positive and there once; teams are there.
    private func validateNumbers<Record: CatalogueRecord>(
        _ key: String,
        _ records: [Record],
        teams: KeyPath<Record, [String]>? = nil
    ) throws(SandboxError) {
        var ids: Set<Int> = []
        let known = Set(self.teams.map(\.id))
        for (index, record) in records.enumerated() {
            // The numbers from 10,000 on are the contact centre's own.
            guard (1..<10_000).contains(record.id) else {
                throw .configuration(key: "\(key)[\(index)].id", reason: "must be 1 to 9999")
            }
            guard ids.insert(record.id).inserted else {
                throw .configuration(key: "\(key)[\(index)].id", reason: "another one has the id \(record.id)")
            }
            if let teams, let unknown = record[keyPath: teams].first(where: { !known.contains($0) }) {
                throw .configuration(key: "\(key)[\(index)].teams", reason: "there is no team \(unknown)")
            }
        }
    }

    private func validate<Record: CatalogueRecord>(
        _ key: String,
        _ records: [Record],
        _ fault: (Record, [Record]) -> ApiError?
    ) throws(SandboxError) {
        for (index, record) in records.enumerated() {
            guard let fault = fault(record, records.filter { $0.id != record.id }) else { continue }
            throw .configuration(key: "\(key)[\(index)]", reason: fault.message)
        }
    }
}
