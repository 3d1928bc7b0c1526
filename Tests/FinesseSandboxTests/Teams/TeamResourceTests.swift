import FinesseSandbox
import Testing

@Suite("Sandbox TeamResource and the lists of a user")
struct TeamResourceTests {
    private static let lists = [
        "ReasonCodes?category=NOT_READY", "WrapUpReasons", "MediaPropertiesLayouts", "PhoneBooks", "Workflows",
    ]

    @Test("both show a team's agents the same", arguments: lists)
    func same(list: String) async throws {
        let client = try await CatalogueClient()
        let resource = await client.agent.get("TeamResource/5000/\(list)")
        #expect(resource.status == 200)
        #expect(resource.elements("label").count + resource.elements("name").count > 0)
        #expect(await client.agent.get("User/98411/\(list)").text == resource.text)
        #expect(await client.get("User/98411/\(list)").text == resource.text)
        #expect(await client.supervisor.get("TeamResource/5000/\(list)?bypassServerCache=true").status != 401)
    }

    @Test("TeamResource is for the team's members, of a team that is there, from 12.5 on", arguments: lists)
    func members(list: String) async throws {
        let client = try await CatalogueClient { $0.teams.append(SandboxTeam(id: "5001", name: "Other")) }
        #expect(await client.agent.get("TeamResource/5001/\(list)").outcome == "401 Invalid Authorization")
        #expect(await client.agent.get("TeamResource/7/\(list)").outcome == "404 Not Found")
        let older = try await CatalogueClient { $0.apply(.release120) }
        #expect(await older.agent.get("TeamResource/5000/\(list)").outcome == "404 Not Found")
    }

    @Test("a user's lists are for the user and the administrator", arguments: lists + ["MediaPropertiesLayout"])
    func owners(list: String) async throws {
        let client = try await CatalogueClient()
        let answer = await client.agent.get("User/98412/\(list)")
        #expect(answer.outcome == "401 Invalid Authorization User Specified")
        #expect(await client.get("User/777/\(list)").outcome == "404 User Not Found")
        #expect(await client.agent.get("User/sjefferson/\(list)").status == 401)
    }

    @Test("one reason is read by number, if it is one of the team's")
    func single() async throws {
        let client = try await CatalogueClient {
            $0.reasonCodes.append(SandboxReasonCode(id: 9, code: 9, label: "Elsewhere", forAll: false))
            $0.wrapUpReasons.append(SandboxWrapUpReason(id: 9, label: "Elsewhere", forAll: false))
        }
        for object in ["ReasonCode", "WrapUpReason"] {
            let path = "User/98411/\(object)"
            let answer = await client.agent.get("\(path)/5")
            #expect(answer.element("uri") == "/finesse/api/\(path)/5")
            #expect(answer.element("forAll") == "false")
            #expect(await client.agent.get("\(path)/9").outcome == "400 Finesse API Error")
            #expect(await client.agent.get("\(path)/99").outcome == "404 Not Found")
            #expect(await client.agent.get("\(path)/x").outcome == "400 Bad Request")
        }
    }

    @Test("the default layout of a user is the default layout")
    func layout() async throws {
        let client = try await CatalogueClient()
        #expect(await client.agent.get("User/98411/MediaPropertiesLayout").element("type") == "DEFAULT")
    }

    @Test("reason codes have a category; TeamResource knows ALL")
    func categories() async throws {
        let client = try await CatalogueClient {
            $0.reasonCodes.append(SandboxReasonCode(id: 9, category: "LOGOUT", code: 9, label: "Home"))
        }
        #expect(await client.agent.get("TeamResource/5000/ReasonCodes").outcome == "400 Bad Request")
        #expect(await client.agent.get("User/98411/ReasonCodes?category=ALL").outcome == "400 Bad Request")
        #expect(await client.agent.get("User/98411/ReasonCodes?category=LOGOUT").elements("label") == ["Home"])
        #expect(await client.agent.get("TeamResource/5000/ReasonCodes?category=ALL").elements("label").count == 6)
    }

    // MARK: Ranges

    private func contacts(_ count: Int) async throws -> CatalogueClient {
        let all = (1...count).map { SandboxContact(id: $0, phoneNumber: String($0)) }
        let half = count / 2
        return try await CatalogueClient {
            $0.phoneBooks = [
                SandboxPhoneBook(id: 3, name: "Own", type: .team, contacts: Array(all[half...]), teams: ["5000"]),
                SandboxPhoneBook(id: 4, name: "All", contacts: Array(all[..<half])),
            ]
        }
    }

    @Test("phone books come global ones first, a part of their contacts where that is asked for")
    func ranges() async throws {
        let client = try await contacts(10)
        for path in ["TeamResource/5000/PhoneBooks", "User/98411/PhoneBooks"] {
            let all = await client.agent.get(path)
            #expect(all.status == 200)
            #expect(all.elements("name") == ["All", "Own"])
            #expect(all.elements("phoneNumber") == (1...10).map(String.init))
            let part = await client.agent.get(path, headers: [("Range", "objects=4-7")])
            #expect(part.status == 206)
            #expect(part.header("Content-Range") == ["objects 4-7/10"])
            #expect(part.elements("phoneNumber") == ["4", "5", "6", "7"])
            #expect(part.elements("type") == ["GLOBAL", "TEAM"])
            let last = await client.agent.get(path, headers: [("Range", "objects=9-6000")])
            #expect(last.status == 206)
            #expect(last.elements("name") == ["Own"])
            #expect(last.elements("phoneNumber") == ["9", "10"])
            #expect(await client.agent.get(path, headers: [("Range", "objects=1-6000")]).status == 200)
        }
    }

    @Test(
        "a range that is none is refused with 416",
        arguments: [
            "objects=0-5", "objects=5-4", "objects=1-6001", "bytes=0-5", "objects=1-", "objects=a-b", "11",
            "objects=11-20",
        ]
    )
    func badRange(range: String) async throws {
        let client = try await contacts(10)
        let answer = await client.agent.get("TeamResource/5000/PhoneBooks", headers: [("Range", range)])
        #expect(answer.outcome == "416 Invalid Range")
    }

    @Test("an agent has 6000 contacts at most; before 12.6(2) the range must be there")
    func limits() async throws {
        let client = try await contacts(7000)
        let answer = await client.agent.get("TeamResource/5000/PhoneBooks")
        #expect(answer.status == 206)
        #expect(answer.elements("phoneNumber").count == 6000)
        try await client.sandbox.reconfigure { $0.apply(.release125) }
        #expect(await client.agent.get("User/98411/PhoneBooks").outcome == "400 Bad Request")
        let asked = await client.agent.get("User/98411/PhoneBooks", headers: [("Range", "objects=1-1")])
        #expect(asked.status == 206)
        try await client.sandbox.reconfigure { $0.apply(.release116) }
        let path = "User/98411/PhoneBooks"
        #expect(await client.agent.get(path, headers: [("Range", "objects=1-1501")]).outcome == "416 Invalid Range")
        #expect(await client.agent.get(path, headers: [("Range", "objects=1-1500")]).status == 206)
    }

    @Test("a workflow comes with everything that its actions need")
    func workflows() async throws {
        let answer = try await CatalogueClient().agent.get("TeamResource/5000/Workflows")
        #expect(answer.element("params")?.contains("windowName") == true)
    }
}
