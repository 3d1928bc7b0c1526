import Finesse
import FinesseSandbox
import FinesseTypes
import Testing

extension CoverageRow {
    static let listRows: [CoverageRow] = userListRows + teamResourceRows + assignmentRows

    static let userListRows = [
        CoverageRow(.userReasonCode, "reads one of a user's own reason codes, and nobody else's") {
            (world: RESTWorld) async throws in
            #expect(try await world.client().reasonCode("5", ofUser: BuiltIn.agent).label == "Back office")
            let other = try await refusal { () throws(FinesseError) in
                _ = try await world.client().reasonCode("5", ofUser: "98412")
            }
            #expect(other == 401)
        },
        CoverageRow(.userReasonCodes, "lists a user's reason codes; a category may have none") {
            (world: RESTWorld) async throws in
            let codes = try await world.client().reasonCodes(ofUser: BuiltIn.agent, category: .notReady)
            #expect(codes.contains { $0.label == "Break" })
            #expect(try await world.client().reasonCodes(ofUser: BuiltIn.agent, category: .logout).isEmpty)
        },
        CoverageRow(.userWrapUpReason, "reads one of a user's wrap-up reasons") { (world: RESTWorld) async throws in
            let reason = try await world.client().wrapUpReason("1", ofUser: BuiltIn.agent)
            #expect(reason.label == "Sale" && reason.id == "1")
        },
        CoverageRow(.userWrapUpReasons, "lists a user's wrap-up reasons") { (world: RESTWorld) async throws in
            #expect(try await world.client().wrapUpReasons(ofUser: BuiltIn.agent).contains { $0.label == "Sale" })
        },
        CoverageRow(.userMediaPropertiesLayout, "reads a user's default layout of call variables") {
            (world: RESTWorld) async throws in
            #expect(try await world.client().mediaPropertiesLayout(ofUser: BuiltIn.agent).type == .default)
        },
        CoverageRow(.userMediaPropertiesLayouts, "lists a user's layouts of call variables") {
            (world: RESTWorld) async throws in
            #expect(try await world.client().mediaPropertiesLayouts(ofUser: BuiltIn.agent).isEmpty == false)
        },
        CoverageRow(.userPhoneBooks, "reads a user's phone books page by page") { (world: RESTWorld) async throws in
            try await pages(world) { $0.phoneBooks(ofUser: BuiltIn.agent, pageSize: $1) }
        },
        CoverageRow(.userWorkflows, "lists a user's workflows") { (world: RESTWorld) async throws in
            #expect(try await world.client().workflows(ofUser: BuiltIn.agent).count == 1)
        },
    ]

    static let teamResourceRows = [
        CoverageRow(.teamResourceReasonCodes, "lists the reason codes of a team, past the cache too") {
            (world: RESTWorld) async throws in
            let codes = try await world.client().teamReasonCodes(BuiltIn.team, category: .notReady)
            #expect(codes.contains { $0.label == "Back office" })
            let anew = try await world.client()
                .teamReasonCodes(BuiltIn.team, category: .notReady, bypassingCache: true)
            #expect(anew == codes)
        },
        CoverageRow(.teamResourceWrapUpReasons, "lists the wrap-up reasons of a team") {
            (world: RESTWorld) async throws in
            #expect(try await world.client().teamWrapUpReasons(BuiltIn.team).contains { $0.label == "Sale" })
        },
        CoverageRow(.teamResourceMediaPropertiesLayouts, "lists the layouts of a team") {
            (world: RESTWorld) async throws in
            #expect(try await world.client().teamMediaPropertiesLayouts(BuiltIn.team).isEmpty == false)
        },
        CoverageRow(.teamResourcePhoneBooks, "reads a team's phone books page by page") {
            (world: RESTWorld) async throws in
            try await pages(world) { $0.teamPhoneBooks(BuiltIn.team, pageSize: $1) }
        },
        CoverageRow(.teamResourceWorkflows, "lists the workflows of a team") { (world: RESTWorld) async throws in
            #expect(try await world.client().teamWorkflows(BuiltIn.team).count == 1)
        },
    ]

    /// Reads six contacts, whole and in pages of two, and a page behind the last one.
    private static func pages(
        _ world: RESTWorld,
        _ pages: (FinesseClient, Int) -> PhoneBookPages
    ) async throws {
        for book in try await world.administrator.phoneBooks() {
            try await world.administrator.deletePhoneBook(try #require(book.id))
        }
        let change = PhoneBookChange(name: "All", type: .global)
        let book = try id(try await world.administrator.createPhoneBook(change), of: PhoneBook.self)
        let numbers = (1...6).map { String($0) }
        try await world.administrator.replaceContacts(in: book, by: numbers.map { ContactChange(phoneNumber: $0) })
        for (size, count) in [(6000, 1), (2, 3), (4, 2)] {
            var found: [String] = []
            var number = 0
            for try await page in pages(world.client(), size) {
                number += 1
                found += page.books.flatMap { $0.contacts.compactMap(\.phoneNumber) }
                #expect(page.total == 6 && page.isPartial == (size < 6))
            }
            #expect(found == numbers && number == count)
        }
        let behind = try await refusal { () throws(FinesseError) in
            _ = try await world.client().teamPhoneBooks(BuiltIn.team, contacts: 100...200)
        }
        #expect(behind == 416)
    }

    static let assignmentRows = [
        CoverageRow(.teams, "lists the teams") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.teams().map { $0.id }.contains(BuiltIn.team))
        },
        CoverageRow(.teamReasonCodes, "reads a team's own reason codes") { (world: RESTWorld) async throws in
            let codes = try await world.administrator.reasonCodes(assignedTo: BuiltIn.team, category: .notReady)
            #expect(codes.map(\.label) == ["Back office"])
        },
        CoverageRow(.assignReasonCodes, "replaces a team's own reason codes, and refuses a team there is not") {
            world in
            try await world.administrator.assign(reasonCodes: [], toTeam: BuiltIn.team, category: .notReady)
            #expect(
                try await world.administrator.reasonCodes(assignedTo: BuiltIn.team, category: .notReady).isEmpty
            )
            let missing = try await refusal { () throws(FinesseError) in
                try await world.administrator.assign(reasonCodes: ["5"], toTeam: "1", category: .notReady)
            }
            #expect(missing == 404)
        },
        CoverageRow(.teamWrapUpReasons, "reads a team's own wrap-up reasons") { (world: RESTWorld) async throws in
            let reasons = try await world.administrator.wrapUpReasons(assignedTo: BuiltIn.team)
            #expect(reasons.map(\.label) == ["Contract renewed"])
        },
        CoverageRow(.assignWrapUpReasons, "replaces a team's own wrap-up reasons") { (world: RESTWorld) async throws in
            try await world.administrator.assign(wrapUpReasons: [], toTeam: BuiltIn.team)
            #expect(try await world.administrator.wrapUpReasons(assignedTo: BuiltIn.team).isEmpty)
        },
        CoverageRow(.teamPhoneBooks, "reads a team's own phone books") { (world: RESTWorld) async throws in
            _ = try await world.administrator.phoneBooks(assignedTo: BuiltIn.team)
            let missing = try await refusal { () throws(FinesseError) in
                _ = try await world.administrator.phoneBooks(assignedTo: "1")
            }
            #expect(missing == 404)
        },
        CoverageRow(.assignPhoneBooks, "gives a team a phone book") { (world: RESTWorld) async throws in
            let change = PhoneBookChange(name: "Ours", type: .team)
            let book = try id(try await world.administrator.createPhoneBook(change), of: PhoneBook.self)
            try await world.administrator.assign(phoneBooks: [book], toTeam: BuiltIn.team)
            #expect(try await world.administrator.phoneBooks(assignedTo: BuiltIn.team).map(\.name) == ["Ours"])
        },
        CoverageRow(.teamLayoutConfig, "reads that a team has the default layout") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.layout(assignedTo: BuiltIn.team).useDefault == true)
        },
        CoverageRow(.assignLayoutConfig, "gives a team a layout of its own, and the default one again") {
            (world: RESTWorld) async throws in
            let own = try await world.administrator.defaultLayout().layoutXML
            let change = TeamLayoutConfigChange(useDefault: false, layoutXML: own)
            try await world.administrator.assign(layout: change, toTeam: BuiltIn.team)
            #expect(try await world.administrator.layout(assignedTo: BuiltIn.team).useDefault == false)
            try await world.administrator.assign(
                layout: TeamLayoutConfigChange(useDefault: true),
                toTeam: BuiltIn.team
            )
            #expect(try await world.administrator.layout(assignedTo: BuiltIn.team).useDefault == true)
        },
        CoverageRow(.teamWorkflows, "reads a team's workflows") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.workflows(assignedTo: BuiltIn.team).map(\.id) == ["1"])
        },
        CoverageRow(.assignWorkflows, "gives a team workflows in an order") { (world: RESTWorld) async throws in
            var change = WorkflowChange(try await world.administrator.workflow("1"))
            change.name = "Before it"
            let other = try id(try await world.administrator.createWorkflow(change), of: Workflow.self)
            try await world.administrator.assign(workflows: [other, "1"], toTeam: BuiltIn.team)
            #expect(try await world.administrator.workflows(assignedTo: BuiltIn.team).map(\.id) == [other, "1"])
        },
        CoverageRow(.teamMediaPropertiesLayouts, "reads a team's own layouts of call variables") {
            (world: RESTWorld) async throws in
            let layouts = try await world.administrator.mediaPropertiesLayouts(assignedTo: BuiltIn.team)
            #expect(layouts.allSatisfy { $0.type == .custom })
        },
        CoverageRow(.assignMediaPropertiesLayouts, "gives a team a layout of call variables") {
            (world: RESTWorld) async throws in
            try await world.administrator.assign(mediaPropertiesLayouts: ["2"], toTeam: BuiltIn.team)
            let layouts = try await world.administrator.mediaPropertiesLayouts(assignedTo: BuiltIn.team)
            #expect(layouts.map(\.id) == ["2"])
        },
    ]
}
