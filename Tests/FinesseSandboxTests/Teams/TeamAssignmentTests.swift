import FinesseSandbox
import Testing

@Suite("Sandbox Team assignments")
struct TeamAssignmentTests {
    /// What is assigned: the list, an element of it, and a number of one that is not for every team.
    struct Kind: Sendable, CustomTestStringConvertible {
        var list: String
        var object: String
        var query = ""
        /// What the default configuration assigns to team 5000.
        var own: Int
        /// One that every team has.
        var everybodys: Int?

        var testDescription: String { list }

        func body(_ ids: [Int]) -> String {
            let elements = ids.map { "<\(object)><uri>/finesse/api/\(object)/\($0)</uri></\(object)>" }
            return "<\(list)>\(elements.joined())</\(list)>"
        }

        static let all = [
            Kind(list: "ReasonCodes", object: "ReasonCode", query: "?category=NOT_READY", own: 5, everybodys: 1),
            Kind(list: "WrapUpReasons", object: "WrapUpReason", own: 5, everybodys: 1),
            Kind(list: "PhoneBooks", object: "PhoneBook", own: 2, everybodys: 1),
            Kind(list: "Workflows", object: "Workflow", own: 1),
            Kind(list: "MediaPropertiesLayouts", object: "MediaPropertiesLayout", own: 2, everybodys: 1),
        ]
    }

    private func client() async throws -> CatalogueClient {
        try await CatalogueClient { $0.teams.append(SandboxTeam(id: "5001", name: "Other")) }
    }

    @Test("are read and replaced as a whole, and seen by the team alone", arguments: Kind.all)
    func replace(kind: Kind) async throws {
        let client = try await client()
        let path = { (team: String) in "Team/\(team)/\(kind.list)\(kind.query)" }
        let uri = "/finesse/api/\(kind.object)/\(kind.own)"
        #expect(await client.get(path("5000")).elements("uri").first == uri)
        #expect(await client.get(path("5001")).elements(kind.object).isEmpty)
        #expect(await client.put(path("5001"), kind.body([kind.own])).status == 200)
        #expect(await client.put(path("5000"), kind.body([])).status == 200)
        #expect(await client.get(path("5000")).elements(kind.object).isEmpty)
        #expect(await client.get(path("5001")).elements("uri").first == uri)
        let resource = { (team: String) in "TeamResource/\(team)/\(kind.list)\(kind.query)" }
        let before = await client.get(resource("5000")).elements(kind.object).count
        #expect(await client.get(resource("5001")).elements(kind.object).count == before + 1)
    }

    @Test("refuse what is not there, what is no address, and what every team has anyway", arguments: Kind.all)
    func misuse(kind: Kind) async throws {
        let client = try await client()
        let path = "Team/5000/\(kind.list)\(kind.query)"
        #expect(await client.put(path, kind.body([777])).outcome == "400 Finesse API Error")
        #expect(await client.put(path, kind.body([kind.own, kind.own])).outcome == "400 Finesse API Error")
        let wrong = "<\(kind.list)><\(kind.object)><uri>/finesse/api/User/1</uri></\(kind.object)></\(kind.list)>"
        #expect(await client.put(path, wrong).outcome == "400 Invalid Input")
        let none = "<\(kind.list)><\(kind.object)/></\(kind.list)>"
        #expect(await client.put(path, none).outcome == "400 Parameter Missing")
        #expect(await client.put(path, "<Other/>").outcome == "400 Bad Request")
        if let everybodys = kind.everybodys {
            #expect(await client.put(path, kind.body([everybodys])).outcome == "400 Finesse API Error")
        }
        for method in ["GET", "PUT"] {
            let answer = await client.ask(method, "Team/7/\(kind.list)\(kind.query)", kind.body([kind.own]))
            #expect(answer.outcome == "404 finesse.api.team.team_assignment_invalid_team")
            #expect(answer.element("ErrorData") == "7")
        }
        #expect(await client.supervisor.put(path, kind.body([])).outcome == "401 Authorization Failure")
    }

    @Test("of reason codes have a category")
    func category() async throws {
        let client = try await client()
        #expect(await client.get("Team/5000/ReasonCodes").outcome == "400 Bad Request")
        let body = Kind.all[0].body([5])
        #expect(await client.put("Team/5000/ReasonCodes?category=LOGOUT", body).outcome == "400 Finesse API Error")
    }

    @Test("of workflows keep their order and end at twenty")
    func workflows() async throws {
        let client = try await CatalogueClient {
            $0.workflows = (1...21).map { SandboxWorkflow(id: $0, name: "Workflow \($0)") }
        }
        let kind = Kind.all[3]
        #expect(await client.put("Team/5000/Workflows", kind.body([3, 1, 2])).status == 200)
        let names = await client.get("Team/5000/Workflows").elements("name")
        #expect(names == ["Workflow 3", "Workflow 1", "Workflow 2"])
        #expect(await client.put("Team/5000/Workflows", kind.body(Array(1...21))).outcome == "400 Maximum Exceeded")
        #expect(await client.put("Team/5000/Workflows", kind.body(Array(1...20))).status == 200)
    }

    @Test("drop what was deleted")
    func deleted() async throws {
        let client = try await client()
        #expect(await client.delete("WrapUpReason/5").status == 200)
        #expect(await client.get("Team/5000/WrapUpReasons").elements("WrapUpReason").isEmpty)
    }

    @Test("of a layout are a layout of its own or the default one")
    func layout() async throws {
        let client = try await client()
        let path = "Team/5000/LayoutConfig"
        #expect(await client.get(path).element("useDefault") == "true")
        let own = """
            <TeamLayoutConfig><useDefault>false</useDefault>\
            <layoutxml>&lt;finesseLayout>&lt;/finesseLayout></layoutxml></TeamLayoutConfig>
            """
        #expect(await client.put(path, own).status == 200)
        let answer = await client.get(path)
        #expect(answer.element("useDefault") == "false")
        #expect(answer.element("layoutxml") == "&lt;finesseLayout&gt;&lt;/finesseLayout&gt;")
        #expect(await client.get("Team/5001/LayoutConfig").element("useDefault") == "true")
        let back = "<TeamLayoutConfig><useDefault>true</useDefault><layoutxml>nonsense</layoutxml></TeamLayoutConfig>"
        #expect(await client.put(path, back).status == 200)
        #expect(await client.get(path).element("useDefault") == "true")
        for (body, outcome) in [
            ("<TeamLayoutConfig/>", "400 Parameter Missing"),
            ("<TeamLayoutConfig><useDefault>false</useDefault></TeamLayoutConfig>", "400 Parameter Missing"),
            (own.replacing("finesseLayout", with: "layout"), "400 Invalid Input"),
        ] {
            #expect(await client.put(path, body).outcome == outcome)
        }
        #expect(await client.get("Team/7/LayoutConfig").status == 404)
    }

    @Test("are made to the teams that the list of teams names")
    func teams() async throws {
        let client = try await client()
        let answer = await client.get("Teams")
        #expect(answer.elements("id") == client.sandbox.configuration.teams.map(\.id))
        #expect(answer.elements("uri").last == "/finesse/api/Team/5001")
    }
}
