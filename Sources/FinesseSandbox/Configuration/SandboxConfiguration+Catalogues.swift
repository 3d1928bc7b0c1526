// The keys of what an administrator configures.

extension SandboxConfiguration {
    /// Reads the administrator and the configuration objects.
    mutating func readCatalogues(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.section("administrator") { section throws(SandboxError) in
            try section.read("userName", into: &administrator.userName)
            if let text = try section.secret("password") { administrator.password = SandboxPassword(text) }
        }
        let code = SandboxReasonCode(id: 0, code: 0, label: "")
        try reader.read("reasonCodes", into: &reasonCodes, new: code) { reader, code throws(SandboxError) in
            try Self.readId(&reader, &code.id)
            try reader.read("category", into: &code.category)
            try reader.read("code", into: &code.code)
            try reader.read("label", into: &code.label)
            try reader.read("forAll", into: &code.forAll)
            try reader.read("teams", into: &code.teams)
        }
        let reason = SandboxWrapUpReason(id: 0, label: "")
        try reader.read("wrapUpReasons", into: &wrapUpReasons, new: reason) { reader, reason throws(SandboxError) in
            try Self.readId(&reader, &reason.id)
            try reader.read("label", into: &reason.label)
            try reader.read("forAll", into: &reason.forAll)
            try reader.read("teams", into: &reason.teams)
        }
        let book = SandboxPhoneBook(id: 0, name: "")
        try reader.read("phoneBooks", into: &phoneBooks, new: book, Self.readPhoneBook)
        try reader.read("mediaLayouts", into: &mediaLayouts, new: SandboxMediaLayout(id: 0, name: ""), Self.readLayout)
        let action = SandboxWorkflowAction(id: 0, name: "")
        try reader.read("workflowActions", into: &workflowActions, new: action, Self.readAction)
        try reader.read("workflows", into: &workflows, new: SandboxWorkflow(id: 0, name: ""), Self.readWorkflow)
        try reader.read("defaultLayout", into: &defaultLayout)
        let variable = SandboxECCVariable(name: "", length: 0)
        try reader.read("eccVariables", into: &eccVariables, new: variable) { reader, item throws(SandboxError) in
            try reader.read("name", into: &item.name)
            try reader.read("length", into: &item.length)
        }
        try reader.read("mediaDomains", into: &mediaDomains, new: SandboxMediaDomain(id: "", name: ""), Self.readDomain)
        try reader.read("teamMessageLimit", into: &teamMessageLimit)
    }

    private static func readDomain(
        _ reader: inout ConfigurationReader,
        _ domain: inout SandboxMediaDomain
    ) throws(SandboxError) {
        try reader.read("id", into: &domain.id)
        try reader.read("name", into: &domain.name)
        try reader.read("description", into: &domain.description)
        try reader.read("interruptible", into: &domain.interruptible)
        try reader.read("channel", into: &domain.channel)
        try reader.read("teams", into: &domain.teams)
        try reader.read("startTimeout", into: &domain.startTimeout)
        try reader.read("agentLimit", into: &domain.agentLimit)
        try reader.read("isInApplicationPath", into: &domain.isInApplicationPath)
        try reader.read("isOnline", into: &domain.isOnline)
        try reader.read("resubmissionStatus", into: &domain.resubmissionStatus)
    }

    private static func readPhoneBook(
        _ reader: inout ConfigurationReader,
        _ book: inout SandboxPhoneBook
    ) throws(SandboxError) {
        try readId(&reader, &book.id)
        try reader.read("name", into: &book.name)
        try reader.read("type", into: &book.type)
        try reader.read("teams", into: &book.teams)
        let new = SandboxContact(id: 0, phoneNumber: "")
        try reader.read("contacts", into: &book.contacts, new: new) { reader, contact throws(SandboxError) in
            try readId(&reader, &contact.id)
            try reader.read("firstName", into: &contact.firstName)
            try reader.read("lastName", into: &contact.lastName)
            try reader.read("phoneNumber", into: &contact.phoneNumber)
            try reader.read("description", into: &contact.description)
        }
    }

    private static func readLayout(
        _ reader: inout ConfigurationReader,
        _ layout: inout SandboxMediaLayout
    ) throws(SandboxError) {
        try readId(&reader, &layout.id)
        try reader.read("name", into: &layout.name)
        try reader.read("description", into: &layout.description)
        try reader.section("header") { section throws(SandboxError) in try readEntry(&section, &layout.header) }
        let entry = SandboxMediaLayout.Entry("", "")
        try reader.read("left", into: &layout.left, new: entry, readEntry)
        try reader.read("right", into: &layout.right, new: entry, readEntry)
        try reader.read("teams", into: &layout.teams)
    }

    private static func readEntry(
        _ reader: inout ConfigurationReader,
        _ entry: inout SandboxMediaLayout.Entry
    ) throws(SandboxError) {
        try reader.read("displayName", into: &entry.displayName)
        try reader.read("mediaProperty", into: &entry.mediaProperty)
        try reader.read("showInPopOver", into: &entry.showInPopOver)
        try reader.read("uiEditable", into: &entry.uiEditable)
    }

    private static func readAction(
        _ reader: inout ConfigurationReader,
        _ action: inout SandboxWorkflowAction
    ) throws(SandboxError) {
        try readId(&reader, &action.id)
        try reader.read("name", into: &action.name)
        try reader.read("type", into: &action.type)
        try reader.read("handledBy", into: &action.handledBy)
        let param = SandboxWorkflowAction.Parameter("", "")
        try reader.read("params", into: &action.params, new: param) { reader, param throws(SandboxError) in
            try reader.read("name", into: &param.name)
            try reader.read("value", into: &param.value)
        }
        let variable = SandboxWorkflowAction.Variable("")
        try reader.read("variables", into: &action.variables, new: variable) { reader, item throws(SandboxError) in
            try reader.read("name", into: &item.name)
            try reader.read("type", into: &item.type)
            try reader.read("node", into: &item.node)
            try reader.read("testValue", into: &item.testValue)
        }
    }

    private static func readWorkflow(
        _ reader: inout ConfigurationReader,
        _ workflow: inout SandboxWorkflow
    ) throws(SandboxError) {
        try readId(&reader, &workflow.id)
        try reader.read("name", into: &workflow.name)
        try reader.read("description", into: &workflow.description)
        try reader.read("media", into: &workflow.media)
        try reader.read("triggerSet", into: &workflow.triggerSet)
        try reader.read("conditionSet", into: &workflow.conditionSet)
        var actions = workflow.actions.map(String.init)
        try reader.read("actions", into: &actions)
        workflow.actions = []
        for text in actions {
            guard let id = Int(text) else {
                throw .configuration(key: reader.name(of: "actions"), reason: "must be a list of numbers")
            }
            workflow.actions.append(id)
        }
        try reader.read("teams", into: &workflow.teams)
    }

    /// Reads the number that each of them must have.
    private static func readId(_ reader: inout ConfigurationReader, _ id: inout Int) throws(SandboxError) {
        if reader.node("id") == nil, !reader.isDescribing { throw reader.missing("id") }
        try reader.read("id", into: &id)
    }
}
