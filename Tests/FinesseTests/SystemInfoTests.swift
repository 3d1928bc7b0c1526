import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

@Suite("SystemInfo and UserAuthMode")
struct SystemInfoTests {
    private let full = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <SystemInfo><currentTimestamp>2024-03-04T05:06:07.008Z</currentTimestamp><deploymentType>UCCE</deploymentType>
        <lastCTIHeartbeatStatus>success</lastCTIHeartbeatStatus>
        <lastSuccessCTIHeartbeatTime>1700000000123</lastSuccessCTIHeartbeatTime><ctiVersion>24</ctiVersion>
        <ctiHeartbeatInterval>5</ctiHeartbeatInterval><ctiMMode/><ctiTimeInMMode>-1</ctiTimeInMMode>
        <finesseMMode>IN_PROGRESS</finesseMMode><finesseTimeInMMode>12</finesseTimeInMMode><license>x</license>
        <peripheralId>5001</peripheralId>
        <primaryNode><host>a.example.com</host><httpsPort>8445</httpsPort><xmppPort>5222</xmppPort>
        <xmppSecurePort>5223</xmppSecurePort></primaryNode>
        <secondaryNode><host> b.example.com </host></secondaryNode>
        <status>IN_SERVICE</status><statusReason/><systemAuthMode>Hybrid</systemAuthMode>
        <timezoneOffset>-60</timezoneOffset><uri>/finesse/api/SystemInfo</uri><xmppDomain>a.example.com</xmppDomain>
        <xmppPubSubDomain>pubsub.a.example.com</xmppPubSubDomain>
        <ctiServers><ctiServer><host>cti1</host><connectedDuration>9</connectedDuration><active>true</active></ctiServer>
        <ctiServer><host>cti2</host></ctiServer></ctiServers><fromTheFuture>kept</fromTheFuture></SystemInfo>
        """

    @Test("gives every documented field")
    func fields() async throws {
        let info = try await client(script(Answer(200, full))).systemInfo()
        #expect(info.authenticationMode == .hybrid && info.authenticationModeWord == "Hybrid")
        #expect(info.deploymentType == .enterprise && info.status == "IN_SERVICE" && info.statusReason == nil)
        #expect(info.currentTimestamp == "2024-03-04T05:06:07.008Z" && info.timezoneOffset == -60)
        #expect(info.primaryNode?.host == "a.example.com" && info.primaryNode?.httpsPort == 8445)
        #expect(info.primaryNode?.xmppPort == 5222 && info.primaryNode?.xmppSecurePort == 5223)
        #expect(info.secondaryNode?.host == "b.example.com" && info.secondaryNode?.httpsPort == nil)
        #expect(info.xmppDomain == "a.example.com" && info.xmppPubSubDomain == "pubsub.a.example.com")
        #expect(info.uri == "/finesse/api/SystemInfo" && info.license == "x" && info.peripheralID == "5001")
        #expect(info.ctiVersion == "24" && info.ctiHeartbeatInterval == 5 && info.lastCTIHeartbeatStatus == "success")
        #expect(info.lastSuccessCTIHeartbeatTime == 1_700_000_000_123)
        #expect(info.ctiMaintenanceMode == nil && info.ctiTimeInMaintenanceMode == -1)
        #expect(info.finesseMaintenanceMode == "IN_PROGRESS" && info.finesseTimeInMaintenanceMode == 12)
        #expect(info.ctiServers.map(\.host) == ["cti1", "cti2"] && info.ctiServers.map(\.isActive) == [true, false])
    }

    @Test("keeps what it does not know")
    func keeps() async throws {
        let info = try await client(script(Answer(200, full))).systemInfo()
        #expect(info.element.child(named: "fromTheFuture")?.text == "kept")
    }

    @Test("may lack every field")
    func tolerant() async throws {
        let info = try await client(script(Answer(200, "<SystemInfo/>"))).systemInfo()
        #expect(info.authenticationMode == nil && info.deploymentType == nil && info.primaryNode == nil)
        #expect(info.secondaryNode == nil && info.ctiServers.isEmpty)
    }

    @Test("keeps a mode word that nobody knows")
    func unknownMode() async throws {
        let body = "<SystemInfo><systemAuthMode>MAGIC</systemAuthMode></SystemInfo>"
        let info = try await client(script(Answer(200, body))).systemInfo()
        #expect(info.authenticationMode == nil && info.authenticationModeWord == "MAGIC")
    }

    @Test("gives a user's own mode", arguments: [("SSO", AuthenticationMode.singleSignOn), ("NON_SSO", .password)])
    func userMode(word: String, expected: AuthenticationMode) async throws {
        let transport = script(Answer(200, "<UserAuthMode><authMode>\(word)</authMode></UserAuthMode>"))
        let mode = try await client(transport).authenticationMode(of: "a@b")
        #expect(mode == expected)
        #expect(transport.requests.map(\.target) == ["/finesse/api/UserAuthMode/a%40b"])
    }

    @Test("refuses a user's mode that is none", arguments: ["HYBRID", "WHAT"])
    func noUserMode(word: String) async {
        let transport = script(Answer(200, "<UserAuthMode><authMode>\(word)</authMode></UserAuthMode>"))
        let error = await failure { () throws(FinesseError) in try await client(transport).authenticationMode(of: "a") }
        guard case .unreadableAnswer(.unknownWord("authMode", word), _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("says what to do when UserAuthMode is switched off, although the documented body is not well-formed")
    func disabled() async {
        let body = """
            <ApiErrors><ApiError><ErrorType>Forbidden</ErrorType>\
            <ErrorMessage>UserAuthModeService is disabled</ErrorMessage><ApiError></ApiErrors>
            """
        let error = await failure { () throws(FinesseError) in
            try await client(script(Answer(403, body))).authenticationMode(of: "sjefferson")
        }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.errors == [ApiError(type: "Forbidden", message: "UserAuthModeService is disabled")])
        #expect(error?.explanation.nextAction.contains("enableUserAuthMode true") == true)
        #expect(error?.explanation.host == "finesse1.example.com:8445")
        #expect(error?.explanation.step == "reading the authentication mode of user sjefferson")
    }
}
