import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

@Suite("User, all of it")
struct UserModelTests {
    private func user(_ children: String) throws -> User {
        let xml = "<User><loginId>7001</loginId>\(children)</User>"
        return try #require(User(element: try XMLTree.parse(Array(xml.utf8))))
    }

    @Test("gives settings, reason, mobile agent, teams, services and device")
    func everything() throws {
        let user = try user(
            """
            <uri>/finesse/api/User/7001</uri><dialogs>/finesse/api/User/77/Dialogs</dialogs><reasonCodeId>16</reasonCodeId>\
            <ReasonCode><category>NOT_READY</category><uri>/finesse/api/ReasonCode/16</uri><code>10</code><label>Lunch</label>\
            <forAll>true</forAll><systemCode>false</systemCode><id>16</id></ReasonCode><settings>\
            <wrapUpOnIncoming>REQUIRED_WITH_WRAP_UP_DATA</wrapUpOnIncoming><wrapUpOnOutgoing>NOT_ALLOWED</wrapUpOnOutgoing>\
            <deviceSelection>enabled</deviceSelection></settings><mobileAgent><mode>NAILED_CONNECTION</mode>\
            <dialNumber>5551</dialNumber></mobileAgent><skillTargetId>6067</skillTargetId><teams><Team>\
            <uri>/finesse/api/Team/34</uri><id>34</id><name>Menders</name></Team></teams><services>\
            <service>AgentAnswers</service><service>Other</service></services><activeDeviceId>CSF1</activeDeviceId>\
            <roles><role>Agent</role><role>Supervisor</role></roles><stateChangeTime>2026-03-01T17:58:21Z</stateChangeTime>
            """
        )
        #expect(user.uri == "/finesse/api/User/7001" && user.dialogsURI == "/finesse/api/User/77/Dialogs")
        #expect(user.reasonCode?.label == "Lunch" && user.reasonCode?.id == "16" && user.reasonCodeID == 16)
        #expect(user.settings.wrapUpOnIncoming == .requiredWithData && user.settings.wrapUpOnOutgoing == .notAllowed)
        #expect(user.settings.deviceSelection == "enabled" && user.skillTargetID == "6067")
        #expect(user.mobileAgent == MobileAgent(mode: .nailedConnection, dialNumber: "5551"))
        #expect(user.supervisedTeams.map(\.id) == ["34"] && user.supervisedTeams.first?.name == "Menders")
        #expect(user.services == ["AgentAnswers", "Other"] && user.activeDeviceID == "CSF1" && user.isSupervisor)
        #expect(user.stateChangeMilliseconds == 1_772_387_901_000)
    }

    @Test("has nothing where the server gave nothing, and tells empty from absent")
    func nothing() throws {
        let empty = try user("<activeDeviceId/><mobileAgent/><settings/><stateChangeTime></stateChangeTime>")
        #expect(empty.activeDeviceID == "" && empty.mobileAgent == nil && empty.settings.wrapUpOnIncoming == nil)
        #expect(empty.stateChangeMilliseconds == nil && !empty.isSupervisor)
        let absent = try user("")
        #expect(absent.activeDeviceID == nil && absent.reasonCode == nil && absent.supervisedTeams.isEmpty)
        #expect(absent.services.isEmpty && absent.settings.deviceSelection == nil && absent.uri == nil)
    }

    @Test("keeps words that no document has")
    func words() throws {
        let user = try user("<state>DREAMING</state><settings><wrapUpOnIncoming>SOON</wrapUpOnIncoming></settings>")
        #expect(user.state.rawValue == "DREAMING" && user.settings.wrapUpOnIncoming?.rawValue == "SOON")
    }

    @Test("is signed in with a device, or as a mobile agent, with the documented names")
    func signIn() async throws {
        let transport = script(Answer(202))
        let client = client(transport)
        try await client.signIn("7001", phoneExtension: "2001", activeDeviceID: "CSF1")
        let mobile = MobileAgent(mode: .callByCall, dialNumber: "5551")
        try await client.signIn("7001", phoneExtension: "2001", as: mobile)
        let bodies = transport.requests.map { $0.bodyText.dropFirst(38) }
        let start = "<User><state>LOGIN</state><extension>2001</extension>"
        #expect(
            bodies == [
                "\(start)<activeDeviceId>CSF1</activeDeviceId></User>",
                "\(start)<mobileAgent><mode>CALL_BY_CALL</mode><dialNumber>5551</dialNumber></mobileAgent></User>",
            ]
        )
        #expect(transport.requests.allSatisfy { $0.method == "PUT" && $0.target == "/finesse/api/User/7001" })
    }

    @Test("is listed with the others, without those who have no id")
    func list() async throws {
        let xml = "<Users><User><loginId>1</loginId></User><user><loginId>2</loginId></user><User/></Users>"
        let transport = script(Answer(200, xml))
        #expect(try await client(transport).users().map(\.loginID) == ["1", "2"])
        #expect(transport.requests.map(\.target) == ["/finesse/api/Users"])
    }
}

@Suite("Queues and teams")
struct QueueAndTeamTests {
    @Test("are asked for at their addresses")
    func addresses() async throws {
        let transport = ScriptedTransport { (request) throws(TransportError) in
            let name = ["Queues", "Queue"].first { request.target.contains($0) } ?? "Team"
            return HTTPResponse(status: 200, body: Array("<\(name)/>".utf8))
        }
        let client = client(transport)
        _ = try await client.queue("10")
        #expect(try await client.queues(of: "7001").isEmpty)
        _ = try await client.team("34")
        _ = try await client.team("34", includesLoggedOutAgents: true)
        _ = try await client.team("34", includesLoggedOutAgents: false)
        #expect(
            transport.requests.map(\.target) == [
                "/finesse/api/Queue/10", "/finesse/api/User/7001/Queues", "/finesse/api/Team/34",
                "/finesse/api/Team/34?includeLoggedOutAgents=true", "/finesse/api/Team/34?includeLoggedOutAgents=false",
            ]
        )
    }

    @Test("count nothing where the server writes -1 or nothing")
    func uncounted() throws {
        let xml = "<Queue><statistics><callsInQueue>-1</callsInQueue><agentsReady/></statistics></Queue>"
        let queue = Queue(element: try XMLTree.parse(Array(xml.utf8)))
        #expect(queue.statistics.callsInQueue == nil && queue.statistics.agentsReady == nil && queue.name == nil)
    }
}
