import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

/// One call: what goes over the wire, and what the server answers to it.
struct CallRow: Sendable, CustomTestStringConvertible {
    var api: String
    var method: String
    /// The target behind `/finesse/api/`.
    var target: String
    /// The body without its XML declaration; nil where none is sent.
    var body: String?
    var answer: Answer
    var run: @Sendable (FinesseClient) async throws(FinesseError) -> Void

    var testDescription: String { "\(api) \(method) \(target)" }

    /// A call that reads a document.
    static func get(
        _ api: String,
        _ target: String,
        _ document: String,
        _ run: @escaping @Sendable (FinesseClient) async throws(FinesseError) -> Void
    ) -> CallRow {
        CallRow(api: api, method: "GET", target: target, answer: Answer(200, document), run: run)
    }

    /// A call that changes something.
    static func change(
        _ api: String,
        _ method: String,
        _ target: String,
        _ body: String? = nil,
        status: Int = 200,
        _ run: @escaping @Sendable (FinesseClient) async throws(FinesseError) -> Void
    ) -> CallRow {
        CallRow(api: api, method: method, target: target, body: body, answer: Answer(status), run: run)
    }
}

extension CallRow {
    static let configuration: [CallRow] =
        reasonCodes + wrapUpReasons + layouts + phoneBooks + contacts + workflows + settings + serviceability

    static let reasonCodes: [CallRow] = [
        .get("C1", "ReasonCode/41", "<ReasonCode><id>41</id></ReasonCode>") { client throws(FinesseError) in
            #expect(try await client.reasonCode("41").id == "41")
        },
        .get("C2", "ReasonCode?category=LOGOUT&code=7", "<ReasonCode><code>7</code></ReasonCode>") {
            client throws(FinesseError) in
            #expect(try await client.reasonCode(numbered: 7, in: .logout).code == 7)
        },
        .get("C3", "ReasonCodes?category=NOT_READY", "<ReasonCodes><ReasonCode/><ReasonCode/></ReasonCodes>") {
            client throws(FinesseError) in
            #expect(try await client.reasonCodes(category: .notReady).count == 2)
        },
        .change("C4", "POST", "ReasonCode", "<ReasonCode><label>a&amp;b</label></ReasonCode>") {
            client throws(FinesseError) in
            try await client.createReasonCode(ReasonCodeChange(label: "a&b"))
        },
        .change("C5", "PUT", "ReasonCode/41", "<ReasonCode><code>9</code></ReasonCode>") {
            client throws(FinesseError) in
            try await client.updateReasonCode("41", to: ReasonCodeChange(code: 9))
        },
        .change("C6", "DELETE", "ReasonCode/41") { client throws(FinesseError) in
            try await client.deleteReasonCode("41")
        },
    ]

    static let wrapUpReasons: [CallRow] = [
        .get("C7", "WrapUpReason/a%2Fb", "<WrapUpReason><label>x</label></WrapUpReason>") {
            client throws(FinesseError) in
            #expect(try await client.wrapUpReason("a/b").label == "x")
        },
        .get("C8", "WrapUpReasons", "<WrapUpReasons><wrapupreason/></WrapUpReasons>") { client throws(FinesseError) in
            #expect(try await client.wrapUpReasons().count == 1)
        },
        .change("C9", "POST", "WrapUpReason", "<WrapUpReason><forAll>true</forAll></WrapUpReason>") {
            client throws(FinesseError) in
            try await client.createWrapUpReason(WrapUpReasonChange(forAll: true))
        },
        .change("C10", "PUT", "WrapUpReason/5", "<WrapUpReason><label>y</label></WrapUpReason>") {
            client throws(FinesseError) in
            try await client.updateWrapUpReason("5", to: WrapUpReasonChange(label: "y"))
        },
        .change("C11", "DELETE", "WrapUpReason/5") { client throws(FinesseError) in
            try await client.deleteWrapUpReason("5")
        },
    ]

    static let layouts: [CallRow] = [
        .get("C12", "LayoutConfig/default", "<LayoutConfig><layoutxml>x</layoutxml></LayoutConfig>") {
            client throws(FinesseError) in
            #expect(try await client.defaultLayout().layoutXML == "x")
        },
        .change(
            "C13",
            "PUT",
            "LayoutConfig/default",
            "<LayoutConfig><layoutxml>&lt;a/&gt;</layoutxml></LayoutConfig>"
        ) { client throws(FinesseError) in
            try await client.updateDefaultLayout(to: LayoutConfigChange(layoutXML: "<a/>"))
        },
        .get("C27", "MediaPropertiesLayout/default", "<MediaPropertiesLayout><name>d</name></MediaPropertiesLayout>") {
            client throws(FinesseError) in
            #expect(try await client.defaultMediaPropertiesLayout().name == "d")
        },
        .change(
            "C28",
            "PUT",
            "MediaPropertiesLayout/default",
            "<MediaPropertiesLayout><name>d</name></MediaPropertiesLayout>"
        ) { client throws(FinesseError) in
            try await client.updateDefaultMediaPropertiesLayout(to: MediaPropertiesLayoutChange(name: "d"))
        },
        .get("C29", "MediaPropertiesLayouts", "<MediaPropertiesLayouts/>") { client throws(FinesseError) in
            #expect(try await client.mediaPropertiesLayouts().isEmpty)
        },
        .get("C30", "MediaPropertiesLayout/6", "<MediaPropertiesLayout><name>n</name></MediaPropertiesLayout>") {
            client throws(FinesseError) in
            #expect(try await client.mediaPropertiesLayout("6").name == "n")
        },
        .change(
            "C31",
            "POST",
            "MediaPropertiesLayout",
            "<MediaPropertiesLayout><type>CUSTOM</type></MediaPropertiesLayout>"
        ) { client throws(FinesseError) in
            try await client.createMediaPropertiesLayout(MediaPropertiesLayoutChange(type: .custom))
        },
        .change(
            "C32",
            "PUT",
            "MediaPropertiesLayout/6",
            "<MediaPropertiesLayout><description>d</description></MediaPropertiesLayout>"
        ) { client throws(FinesseError) in
            try await client.updateMediaPropertiesLayout("6", to: MediaPropertiesLayoutChange(details: "d"))
        },
        .change("C33", "DELETE", "MediaPropertiesLayout/6") { client throws(FinesseError) in
            try await client.deleteMediaPropertiesLayout("6")
        },
    ]

    static let phoneBooks: [CallRow] = [
        .get("C34", "PhoneBook/12", "<PhoneBook><name>n</name></PhoneBook>") { client throws(FinesseError) in
            #expect(try await client.phoneBook("12").name == "n")
        },
        .get("C35", "PhoneBooks", "<PhoneBooks><PhoneBook/></PhoneBooks>") { client throws(FinesseError) in
            #expect(try await client.phoneBooks().count == 1)
        },
        .change("C36", "POST", "PhoneBook", "<PhoneBook><name>n</name><type>TEAM</type></PhoneBook>") {
            client throws(FinesseError) in
            try await client.createPhoneBook(PhoneBookChange(name: "n", type: .team))
        },
        .change("C37", "PUT", "PhoneBook/12", "<PhoneBook><name>m</name></PhoneBook>") { client throws(FinesseError) in
            try await client.updatePhoneBook("12", to: PhoneBookChange(name: "m"))
        },
        .change("C38", "DELETE", "PhoneBook/12") { client throws(FinesseError) in
            try await client.deletePhoneBook("12")
        },
    ]

    static let contacts: [CallRow] = [
        .change(
            "C40",
            "PUT",
            "PhoneBook/12/Contacts",
            "<Contacts><Contact><phoneNumber>1</phoneNumber></Contact><Contact/></Contacts>"
        ) { client throws(FinesseError) in
            try await client.replaceContacts(in: "12", by: [ContactChange(phoneNumber: "1"), ContactChange()])
        },
        .get("C41", "PhoneBook/12/Contacts/csvFileContent", "a,b") { client throws(FinesseError) in
            #expect(try await client.exportContacts(in: "12") == Array("a,b".utf8))
        },
        .get("C42", "PhoneBook/12/Contacts", "<Contacts><Contact/></Contacts>") { client throws(FinesseError) in
            #expect(try await client.contacts(in: "12").count == 1)
        },
        .get("C43", "PhoneBook/12/Contact/3", "<Contact><lastName>l</lastName></Contact>") {
            client throws(FinesseError) in
            #expect(try await client.contact("3", in: "12").lastName == "l")
        },
        .change("C44", "POST", "PhoneBook/12/Contact", "<Contact><phoneNumber>1</phoneNumber></Contact>") {
            client throws(FinesseError) in
            try await client.createContact(ContactChange(phoneNumber: "1"), in: "12")
        },
        .change("C45", "PUT", "PhoneBook/12/Contact/3", "<Contact><firstName>f</firstName></Contact>") {
            client throws(FinesseError) in
            try await client.updateContact("3", in: "12", to: ContactChange(firstName: "f"))
        },
        .change("C46", "DELETE", "PhoneBook/12/Contact/3") { client throws(FinesseError) in
            try await client.deleteContact("3", in: "12")
        },
    ]

    static let workflows: [CallRow] = [
        .get("C47", "Workflow/3", "<Workflow><name>n</name></Workflow>") { client throws(FinesseError) in
            #expect(try await client.workflow("3").name == "n")
        },
        .get("C48", "Workflows", "<Workflows><Workflow/></Workflows>") { client throws(FinesseError) in
            #expect(try await client.workflows().count == 1)
        },
        .change("C49", "POST", "Workflow", "<Workflow><name>n</name></Workflow>") { client throws(FinesseError) in
            try await client.createWorkflow(WorkflowChange(name: "n"))
        },
        .change("C50", "PUT", "Workflow/3", "<Workflow><media>1</media></Workflow>") { client throws(FinesseError) in
            try await client.updateWorkflow("3", to: WorkflowChange(media: "1"))
        },
        .change("C51", "DELETE", "Workflow/3") { client throws(FinesseError) in try await client.deleteWorkflow("3") },
        .get("C52", "WorkflowAction/4", "<WorkflowAction><name>n</name></WorkflowAction>") {
            client throws(FinesseError) in
            #expect(try await client.workflowAction("4").name == "n")
        },
        .get("C53", "WorkflowActions", "<WorkflowActions><WorkflowAction/></WorkflowActions>") {
            client throws(FinesseError) in
            #expect(try await client.workflowActions().count == 1)
        },
        .change("C54", "POST", "WorkflowAction", "<WorkflowAction><type>BROWSER_POP</type></WorkflowAction>") {
            client throws(FinesseError) in
            try await client.createWorkflowAction(WorkflowActionChange(type: .browserPop))
        },
        .change("C55", "PUT", "WorkflowAction/4", "<WorkflowAction><name>n</name></WorkflowAction>") {
            client throws(FinesseError) in
            try await client.updateWorkflowAction("4", to: WorkflowActionChange(name: "n"))
        },
        .change("C56", "DELETE", "WorkflowAction/4") { client throws(FinesseError) in
            try await client.deleteWorkflowAction("4")
        },
        .get("C70", "SystemVariables", "<SystemVariables><a/></SystemVariables>") { client throws(FinesseError) in
            #expect(try await client.systemVariables().name.local == "SystemVariables")
        },
    ]
}
