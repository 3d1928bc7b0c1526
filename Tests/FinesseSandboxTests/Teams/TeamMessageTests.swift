import FinesseSandbox
import Testing

@Suite("Sandbox TeamMessage")
struct TeamMessageTests {
    private static func message(_ content: String, duration: String = "100", teams: [String] = ["5000"]) -> String {
        """
        <TeamMessage><duration>\(duration)</duration><content>\(content)</content>\
        <teams>\(teams.map { "<team>\($0)</team>" }.joined())</teams></TeamMessage>
        """
    }

    @Test(
        "is written by a supervisor, read by the team, and gone when its time is over",
        arguments: ["TeamMessage", "TeamMessages"]
    )
    func life(path: String) async throws {
        let client = try await CatalogueClient()
        let created = try #require(await client.supervisor.create(path, Self.message("Lunch is here")))
        let answer = await client.supervisor.get(created)
        #expect(answer.element("content") == "Lunch is here")
        #expect(answer.element("createdAt") == "1671713261")
        #expect(answer.element("createdBy")?.contains("98412") == true)
        #expect(answer.elements("team") == ["5000"])
        #expect(answer.element("uri") == "/finesse/api/\(created)")
        #expect(await client.agent.get("Team/5000/TeamMessages").elements("content") == ["Lunch is here"])
        await client.sandbox.clock.advance(by: .seconds(99))
        #expect(await client.agent.get("Team/5000/TeamMessages").elements("content").count == 1)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(await client.agent.get("Team/5000/TeamMessages").elements("content").isEmpty)
        #expect(await client.supervisor.get(created).outcome == "404 Not Found")
    }

    @Test("is taken back by its author or the administrator, and listed to its author")
    func authors() async throws {
        let second = SandboxUser(
            loginName: "oprime",
            loginId: "98420",
            password: "Matrix-1",
            roles: ["Agent", "Supervisor"]
        )
        let client = try await CatalogueClient { $0.users.append(second) }
        let other = client.by("oprime", "Matrix-1")
        let first = try #require(await client.supervisor.create("TeamMessage", Self.message("A")))
        let mine = try #require(await other.create("TeamMessage", Self.message("B")))
        let admins = try #require(await client.create("TeamMessage", Self.message("C")))
        #expect(await client.supervisor.get("TeamMessages").elements("content") == ["A"])
        #expect(await client.get("TeamMessages").elements("content") == ["C"])
        #expect(await client.agent.get("Team/5000/TeamMessages").elements("content").sorted() == ["A", "B", "C"])
        #expect(await other.delete(first).outcome == "401 Authorization Failure")
        #expect(await other.delete(admins).outcome == "401 Authorization Failure")
        #expect(await other.delete(mine).status == 200)
        #expect(await client.delete(first).status == 200)
        #expect(await client.delete(first).outcome == "404 Not Found")
    }

    @Test("refuses what goes against its rules")
    func misuse() async throws {
        let client = try await CatalogueClient { $0.teams.append(SandboxTeam(id: "5001", name: "Other")) }
        #expect(await client.agent.post("TeamMessage", Self.message("A")).outcome == "401 Authorization Failure")
        #expect(await client.agent.get("TeamMessages").outcome == "401 Authorization Failure")
        #expect(await client.agent.get("Team/5001/TeamMessages").outcome == "401 Invalid Authorization")
        #expect(await client.agent.get("Team/7/TeamMessages").outcome == "404 Not Found")
        for (body, outcome) in [
            (Self.message(""), "400 Parameter Missing"), (Self.message("A", duration: ""), "400 Parameter Missing"),
            (Self.message("A", duration: "0"), "400 Invalid Input"),
            (Self.message("A", duration: "x"), "400 Invalid Input"),
            (Self.message("A", teams: []), "400 Parameter Missing"),
            (Self.message("A", teams: ["7"]), "404 Not Found"),
            (Self.message("A", teams: ["5001"]), "401 Authorization Failure"),
            (Self.message(Misuse.letters(256)), "400 Invalid Input"), ("<Message/>", "400 Bad Request"),
        ] {
            #expect(await client.supervisor.post("TeamMessage", body).outcome == outcome)
        }
        #expect(await client.supervisor.create("TeamMessage", Self.message(Misuse.letters(255))) != nil)
        #expect(await client.create("TeamMessage", Self.message("A", teams: ["5001", "5000"])) != nil)
    }

    @Test("exists so many times at once")
    func limit() async throws {
        let client = try await CatalogueClient { $0.teamMessageLimit = 1 }
        #expect(await client.supervisor.create("TeamMessage", Self.message("A", duration: "5")) != nil)
        let answer = await client.supervisor.post("TeamMessage", Self.message("B"))
        #expect(
            answer.apiError == [
                "System Resource Limit Exceeded", "MAX_ACTIVE_MESSAGE_LIMIT_EXCEEDED",
                "teammessage.max.limit.exceeded",
            ]
        )
        await client.sandbox.clock.advance(by: .seconds(5))
        #expect(await client.supervisor.create("TeamMessage", Self.message("B")) != nil)
    }

    @Test("is answered 207 while the other node does not serve")
    func otherNode() async throws {
        let client = try await CatalogueClient {
            $0.finesseNodes = [SandboxNode(host: "finesse1.xyz.com"), SandboxNode(host: "finesse2.xyz.com")]
        }
        #expect(await client.supervisor.post("TeamMessage", Self.message("A")).status == 200)
        try await client.sandbox.nodes.kill("finesse2.xyz.com")
        #expect(await client.supervisor.post("TeamMessage", Self.message("B")).status == 207)
    }

    @Test("is there from 12.0 on")
    func releases() async throws {
        let client = try await CatalogueClient { $0.apply(.release116) }
        #expect(await client.supervisor.post("TeamMessage", Self.message("A")).outcome == "404 Not Found")
        #expect(await client.agent.get("Team/5000/TeamMessages").outcome == "404 Not Found")
    }

    @Test("ClientLog takes 1,048,576 characters of the user's own log")
    func clientLog() async throws {
        let client = try await CatalogueClient {
            $0.users.append(SandboxUser(loginName: "longone", loginId: "1234567890123", password: "Long-1"))
        }
        let log = { (text: String) in "<ClientLog><logData>\(text)</logData></ClientLog>" }
        let path = "User/98411/ClientLog"
        #expect(await client.agent.post(path, log("one line")).status == 202)
        #expect(await client.agent.post(path, log(Misuse.letters(1_048_576))).status == 202)
        #expect(await client.agent.post(path, log(Misuse.letters(1_048_577))).outcome == "400 Invalid Input")
        #expect(await client.agent.post(path, "<ClientLog/>").outcome == "400 Parameter Missing")
        #expect(await client.agent.post("User/98412/ClientLog", log("x")).status == 401)
        #expect(await client.post(path, log("x")).outcome == "401 Invalid Authorization User Specified")
        #expect(await client.by("longone", "Long-1").post("User/1234567890123/ClientLog", log("x")).status == 400)
    }
}
