extension SandboxConfiguration {
    /// Checks the administrator and the configuration objects by the rules of the APIs that change them.
    func validateCatalogues() throws(SandboxError) {
        try validateAdministrator()
        try validateNumbers("reasonCodes", reasonCodes)
        try validateTeams("reasonCodes", reasonCodes, \.teams, except: SandboxReasonCode.builtIn)
        try validate("reasonCodes", reasonCodes) { code, others in
            ReasonCodeRules.fault(of: code, among: others, deployment: deployment)
        }
        try validateNumbers("wrapUpReasons", wrapUpReasons)
        try validateTeams("wrapUpReasons", wrapUpReasons, \.teams, except: SandboxWrapUpReason.builtIn)
        try validate("wrapUpReasons", wrapUpReasons) { WrapUpReasonRules.fault(of: $0, among: $1) }
        try validateNumbers("phoneBooks", phoneBooks)
        try validateTeams("phoneBooks", phoneBooks, \.teams, except: SandboxPhoneBook.builtIn)
        try validate("phoneBooks", phoneBooks) { PhoneBookRules.fault(of: $0, among: $1) }
        try validateContacts()
        try validateNumbers("mediaLayouts", mediaLayouts)
        try validateTeams("mediaLayouts", mediaLayouts, \.teams, except: SandboxMediaLayout.builtIn)
        try validate("mediaLayouts", mediaLayouts) { MediaLayoutRules.fault(of: $0, among: $1) }
        try validateMedia()
        try validateNumbers("workflowActions", workflowActions)
        try validate("workflowActions", workflowActions) { WorkflowActionRules.fault(of: $0, among: $1) }
        try validateNumbers("workflows", workflows)
        try validateTeams("workflows", workflows, \.teams, except: SandboxWorkflow.builtIn)
        try validate("workflows", workflows) { WorkflowRules.fault(of: $0, among: $1, actions: workflowActions) }
    }

    private func validateMedia() throws(SandboxError) {
        var ids: Set<String> = ["1"]
        let known = Set(teams.map(\.id))
        for (index, domain) in mediaDomains.enumerated() {
            let key = "mediaDomains[\(index)]"
            let isNumber = !domain.id.isEmpty && domain.id.utf8.allSatisfy { (0x30...0x39).contains($0) }
            guard isNumber, ids.insert(domain.id).inserted else {
                throw .configuration(key: "\(key).id", reason: "must be a number that no other one has, and not 1")
            }
            guard !domain.name.isEmpty else { throw .configuration(key: "\(key).name", reason: "is needed") }
            guard domain.startTimeout > .zero else {
                throw .configuration(key: "\(key).startTimeout", reason: "must be positive")
            }
            if let unknown = domain.teams.first(where: { !known.contains($0) }) {
                throw .configuration(key: "\(key).teams", reason: "there is no team \(unknown)")
            }
            if let status = domain.resubmissionStatus, !(400...599).contains(status) {
                throw .configuration(key: "\(key).resubmissionStatus", reason: "must be 400 to 599")
            }
        }
        for (index, variable) in eccVariables.enumerated() {
            let key = "eccVariables[\(index)]"
            guard variable.name.hasPrefix("user.") else {
                throw .configuration(key: "\(key).name", reason: "must begin with user.")
            }
            guard (1...210).contains(variable.length) else {
                throw .configuration(key: "\(key).length", reason: "must be 1 to 210")
            }
        }
        if let fault = DesktopLayoutRules.fault(of: defaultLayout) {
            throw .configuration(key: "defaultLayout", reason: fault.data)
        }
        guard teamMessageLimit >= 0 else {
            throw .configuration(key: "teamMessageLimit", reason: "must not be negative")
        }
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

    /// Teams are there; what a sandbox has without configuration may have lost its team.
    private func validateTeams<Record: CatalogueRecord>(
        _ key: String,
        _ records: [Record],
        _ teams: KeyPath<Record, [String]>,
        except builtIn: [Record]
    ) throws(SandboxError) {
        let known = Set(self.teams.map(\.id))
        for (index, record) in records.enumerated() where !builtIn.contains(record) {
            guard let unknown = record[keyPath: teams].first(where: { !known.contains($0) }) else { continue }
            throw .configuration(key: "\(key)[\(index)].teams", reason: "there is no team \(unknown)")
        }
    }

    /// Numbers are positive and there once.
    private func validateNumbers<Record: CatalogueRecord>(
        _ key: String,
        _ records: [Record]
    ) throws(SandboxError) {
        var ids: Set<Int> = []
        for (index, record) in records.enumerated() {
            // The numbers from 10,000 on are the contact centre's own.
            guard (1..<10_000).contains(record.id) else {
                throw .configuration(key: "\(key)[\(index)].id", reason: "must be 1 to 9999")
            }
            guard ids.insert(record.id).inserted else {
                throw .configuration(key: "\(key)[\(index)].id", reason: "another one has the id \(record.id)")
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
