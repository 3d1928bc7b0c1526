import Finesse
import Testing
import XMLTree

extension CoverageRow {
    static let catalogueRows: [CoverageRow] =
        reasonCodeRows + wrapUpReasonRows + layoutRows + phoneBookRows + contactRows + workflowRows

    static let reasonCodeRows = [
        CoverageRow(.reasonCode, "reads a reason code, for agents too") { (world: RESTWorld) async throws in
            let code = try await world.client().reasonCode("1")
            #expect(code.label == "Break" && code.category == .notReady && code.id == "1" && code.forAll == true)
        },
        CoverageRow(.reasonCodeByCode, "finds a reason code by its number in a category") {
            (world: RESTWorld) async throws in
            #expect(try await world.administrator.reasonCode(numbered: 2, in: .notReady).label == "Lunch")
            let missing = try await refusal { () throws(FinesseError) in
                _ = try await world.administrator.reasonCode(numbered: 999, in: .logout)
            }
            #expect(missing == 404)
        },
        CoverageRow(.reasonCodes, "lists the reason codes of a category") { (world: RESTWorld) async throws in
            let codes = try await world.administrator.reasonCodes(category: .notReady)
            #expect(codes.map(\.code) == [1, 2, 3, 4, 5])
            #expect(codes.element.attribute(named: "category") == "NOT_READY")
        },
        CoverageRow(.createReasonCode, "creates a reason code, and refuses its number a second time") {
            (world: RESTWorld) async throws in
            let change = ReasonCodeChange(category: .logout, code: 31, label: "Home & dry", forAll: true)
            let made = try id(try await world.administrator.createReasonCode(change), of: ReasonCode.self)
            #expect(try await world.administrator.reasonCode(made).label == "Home & dry")
            let again = try await refusal { () throws(FinesseError) in
                try await world.administrator.createReasonCode(change)
            }
            #expect(again == 400)
        },
        CoverageRow(.updateReasonCode, "changes what is given and keeps the rest") { (world: RESTWorld) async throws in
            try await world.administrator.updateReasonCode("1", to: ReasonCodeChange(label: "Tea"))
            let code = try await world.administrator.reasonCode("1")
            #expect(code.label == "Tea" && code.code == 1)
        },
        CoverageRow(.deleteReasonCode, "deletes a reason code, for administrators only") {
            (world: RESTWorld) async throws in
            let agent = try await refusal { () throws(FinesseError) in try await world.client().deleteReasonCode("4") }
            #expect(agent == 401 || agent == 403)
            try await world.administrator.deleteReasonCode("4")
            #expect(try await world.administrator.reasonCodes(category: .notReady).compactMap(\.code) == [1, 2, 3, 5])
        },
    ]

    static let wrapUpReasonRows = [
        CoverageRow(.wrapUpReason, "reads a wrap-up reason") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.wrapUpReason("1").label == "Sale")
        },
        CoverageRow(.wrapUpReasons, "lists the wrap-up reasons") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.wrapUpReasons().count == 5)
        },
        CoverageRow(.createWrapUpReason, "creates a wrap-up reason") { (world: RESTWorld) async throws in
            let change = WrapUpReasonChange(label: "Größe", forAll: true)
            let made = try id(try await world.administrator.createWrapUpReason(change), of: WrapUpReason.self)
            #expect(try await world.administrator.wrapUpReason(made).label == "Größe")
        },
        CoverageRow(.updateWrapUpReason, "changes a wrap-up reason") { (world: RESTWorld) async throws in
            try await world.administrator.updateWrapUpReason("2", to: WrapUpReasonChange(label: "Asked"))
            #expect(try await world.administrator.wrapUpReason("2").label == "Asked")
        },
        CoverageRow(.deleteWrapUpReason, "deletes a wrap-up reason") { (world: RESTWorld) async throws in
            try await world.administrator.deleteWrapUpReason("2")
            #expect(try await world.administrator.wrapUpReasons().count == 4)
        },
    ]

    static let layoutRows = [
        CoverageRow(.defaultMediaPropertiesLayout, "reads the default layout of call variables") {
            (world: RESTWorld) async throws in
            let layout = try await world.administrator.defaultMediaPropertiesLayout()
            #expect(layout.type == .default && layout.header != nil && !layout.columns.isEmpty)
        },
        CoverageRow(.setDefaultMediaPropertiesLayout, "changes the default layout of call variables") {
            (world: RESTWorld) async throws in
            let change = MediaPropertiesLayoutChange(details: "new")
            try await world.administrator.updateDefaultMediaPropertiesLayout(to: change)
            #expect(try await world.administrator.defaultMediaPropertiesLayout().details == "new")
        },
        CoverageRow(.mediaPropertiesLayouts, "lists the layouts of call variables") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.mediaPropertiesLayouts().contains { $0.type == .custom })
        },
        CoverageRow(.mediaPropertiesLayout, "reads a layout of call variables") { (world: RESTWorld) async throws in
            let layout = try await world.administrator.mediaPropertiesLayout("2")
            #expect(layout.id == "2" && layout.type == .custom)
        },
        CoverageRow(.createMediaPropertiesLayout, "creates a layout from one that was read") {
            (world: RESTWorld) async throws in
            var change = MediaPropertiesLayoutChange(try await world.administrator.mediaPropertiesLayout("2"))
            change.name = "A copy"
            let creation = try await world.administrator.createMediaPropertiesLayout(change)
            let copy = try await world.administrator.mediaPropertiesLayout(
                try id(creation, of: MediaPropertiesLayout.self)
            )
            #expect(copy.name == "A copy")
            #expect(copy.columns.map { $0.map(\.mediaProperty) } == change.columns?.map { $0.map(\.mediaProperty) })
        },
        CoverageRow(.updateMediaPropertiesLayout, "changes the columns of a layout") {
            (world: RESTWorld) async throws in
            let entry = MediaPropertiesLayout.Entry(displayName: "Tier", mediaProperty: "callVariable9")
            let change = MediaPropertiesLayoutChange(columns: [[entry]])
            try await world.administrator.updateMediaPropertiesLayout("2", to: change)
            let layout = try await world.administrator.mediaPropertiesLayout("2")
            #expect(layout.columns.first?.map(\.mediaProperty) == ["callVariable9"])
        },
        CoverageRow(.deleteMediaPropertiesLayout, "deletes a layout, but never the default one") {
            (world: RESTWorld) async throws in
            try await world.administrator.deleteMediaPropertiesLayout("2")
            #expect(try await world.administrator.mediaPropertiesLayouts().count == 1)
            let kept = try await refusal { () throws(FinesseError) in
                try await world.administrator.deleteMediaPropertiesLayout("1")
            }
            #expect(kept == 403)
        },
    ]

    static let phoneBookRows = [
        CoverageRow(.phoneBook, "reads a phone book") { (world: RESTWorld) async throws in
            let book = try await world.administrator.phoneBook("1")
            #expect(book.id == "1" && book.name?.isEmpty == false && book.contactsURI?.hasSuffix("/1/Contacts") == true)
        },
        CoverageRow(.phoneBooks, "lists the phone books") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.phoneBooks().contains { $0.type == .global })
        },
        CoverageRow(.createPhoneBook, "creates a phone book") { (world: RESTWorld) async throws in
            let change = PhoneBookChange(name: "Branches", type: .team)
            let made = try id(try await world.administrator.createPhoneBook(change), of: PhoneBook.self)
            #expect(try await world.administrator.phoneBook(made).type == .team)
        },
        CoverageRow(.updatePhoneBook, "renames a phone book") { (world: RESTWorld) async throws in
            try await world.administrator.updatePhoneBook("1", to: PhoneBookChange(name: "Everybody"))
            #expect(try await world.administrator.phoneBook("1").name == "Everybody")
        },
        CoverageRow(.deletePhoneBook, "deletes a phone book") { (world: RESTWorld) async throws in
            try await world.administrator.deletePhoneBook("1")
            let gone = try await refusal { () throws(FinesseError) in
                _ = try await world.administrator.phoneBook("1")
            }
            #expect(gone == 404)
        },
        CoverageRow(.importContactsAsCSV, "replaces the contacts by those of a file") {
            (world: RESTWorld) async throws in
            let contacts = [
                ContactChange(firstName: "Ann", lastName: "O\"Neill", phoneNumber: "4711", details: "a, b"),
                ContactChange(firstName: "", lastName: "Ü", phoneNumber: "117", details: ""),
            ]
            try await world.administrator.importContacts(ContactCSV.write(contacts), into: "1")
            await world.settle()
            let found = try await world.administrator.contacts(in: "1")
            #expect(found.map(\.lastName) == ["O\"Neill", "Ü"] && found.map(\.phoneNumber) == ["4711", "117"])
            #expect(found.first?.details == "a, b")
        },
        CoverageRow(.importContactsAsXML, "replaces the contacts by a list") { (world: RESTWorld) async throws in
            try await world.administrator.replaceContacts(in: "1", by: [ContactChange(phoneNumber: "9")])
            #expect(try await world.administrator.contacts(in: "1").map(\.phoneNumber) == ["9"])
        },
        CoverageRow(.exportContacts, "gives the contacts as a file that can be read again") {
            (world: RESTWorld) async throws in
            let file = try await world.administrator.exportContacts(in: "1")
            let listed = try await world.administrator.contacts(in: "1").map(\.phoneNumber)
            #expect(ContactCSV.read(file).map(\.phoneNumber) == listed && !listed.isEmpty)
        },
    ]

    static let contactRows = [
        CoverageRow(.contacts, "lists the contacts of a phone book") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.contacts(in: "1").isEmpty == false)
        },
        CoverageRow(.contact, "reads a contact") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.contact("1", in: "1").phoneNumber?.isEmpty == false)
        },
        CoverageRow(.createContact, "creates a contact, which needs a number") { (world: RESTWorld) async throws in
            let change = ContactChange(firstName: "Ann", lastName: "Field", phoneNumber: "1")
            let made = try id(try await world.administrator.createContact(change, in: "1"), of: Contact.self)
            #expect(try await world.administrator.contact(made, in: "1").lastName == "Field")
            let refused = try await refusal { () throws(FinesseError) in
                try await world.administrator.createContact(ContactChange(firstName: "x"), in: "1")
            }
            #expect(refused == 400)
        },
        CoverageRow(.updateContact, "changes a contact") { (world: RESTWorld) async throws in
            try await world.administrator.updateContact("1", in: "1", to: ContactChange(phoneNumber: "42"))
            #expect(try await world.administrator.contact("1", in: "1").phoneNumber == "42")
        },
        CoverageRow(.deleteContact, "deletes a contact") { (world: RESTWorld) async throws in
            try await world.administrator.deleteContact("1", in: "1")
            #expect(try await world.administrator.contacts(in: "1").allSatisfy { $0.id != "1" })
        },
    ]

    static let workflowRows = [
        CoverageRow(.workflow, "reads a workflow") { (world: RESTWorld) async throws in
            let workflow = try await world.administrator.workflow("1")
            #expect(workflow.triggerSet != nil && !workflow.actions.isEmpty)
        },
        CoverageRow(.workflows, "lists the workflows") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.workflows().map(\.id) == ["1"])
        },
        CoverageRow(.createWorkflow, "creates a workflow from one that was read") { (world: RESTWorld) async throws in
            var change = WorkflowChange(try await world.administrator.workflow("1"))
            change.name = "Another"
            let made = try id(try await world.administrator.createWorkflow(change), of: Workflow.self)
            let workflow = try await world.administrator.workflow(made)
            #expect(workflow.name == "Another" && workflow.actions.compactMap(\.id) == change.actions)
        },
        CoverageRow(.updateWorkflow, "changes a workflow") { (world: RESTWorld) async throws in
            try await world.administrator.updateWorkflow("1", to: WorkflowChange(details: "changed"))
            #expect(try await world.administrator.workflow("1").details == "changed")
        },
        CoverageRow(.deleteWorkflow, "deletes a workflow") { (world: RESTWorld) async throws in
            try await world.administrator.deleteWorkflow("1")
            #expect(try await world.administrator.workflows().isEmpty)
        },
        CoverageRow(.workflowAction, "reads an action of workflows") { (world: RESTWorld) async throws in
            let action = try await world.administrator.workflowAction("1")
            #expect(action.type != nil && !action.parameters.isEmpty)
        },
        CoverageRow(.workflowActions, "lists the actions of workflows") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.workflowActions().count == 2)
        },
        CoverageRow(.createWorkflowAction, "creates an action from one that was read") {
            (world: RESTWorld) async throws in
            var change = WorkflowActionChange(try await world.administrator.workflowAction("1"))
            change.name = "Another"
            let made = try id(try await world.administrator.createWorkflowAction(change), of: WorkflowAction.self)
            let action = try await world.administrator.workflowAction(made)
            #expect(action.name == "Another" && action.parameters == change.parameters)
        },
        CoverageRow(.updateWorkflowAction, "renames an action") { (world: RESTWorld) async throws in
            try await world.administrator.updateWorkflowAction("1", to: WorkflowActionChange(name: "Renamed"))
            #expect(try await world.administrator.workflowAction("1").name == "Renamed")
        },
        CoverageRow(.deleteWorkflowAction, "deletes an action that no workflow needs") {
            (world: RESTWorld) async throws in
            let change = WorkflowActionChange(try await world.administrator.workflowAction("1"))
            var other = change
            other.name = "Unused"
            let made = try id(try await world.administrator.createWorkflowAction(other), of: WorkflowAction.self)
            try await world.administrator.deleteWorkflowAction(made)
            #expect(try await world.administrator.workflowActions().count == 2)
        },
        CoverageRow(.systemVariables, "lists the variables that workflows can use") { (world: RESTWorld) async throws in
            let list = try await world.administrator.systemVariables()
            #expect(list.elements.contains { $0.child(named: "name")?.text == "callVariable1" })
        },
    ]
}
