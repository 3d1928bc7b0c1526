import FinesseSandbox
import Testing

@Suite("Sandbox SystemInfo and UserAuthMode")
struct SystemInfoTests {
    @Test("tells the mode, the product and the time to anybody", arguments: SandboxAuthenticationMode.allCases)
    func tellsMode(mode: SandboxAuthenticationMode) async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = mode })
        let answer = await RESTClient(sandbox: sandbox).get("/finesse/api/SystemInfo")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == ["application/xml;charset=UTF-8"])
        #expect(answer.element("systemAuthMode") == mode.rawValue)
        #expect(answer.element("deploymentType") == "UCCE")
        #expect(answer.element("currentTimestamp") == "2022-12-22T12:47:41.747Z")
        #expect(answer.element("status") == "IN_SERVICE")
        #expect(answer.element("host") == "finesse1.xyz.com")
    }

    @Test("sets a session cookie for REST once")
    func setsSession() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        var request = SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo")
        let first = await sandbox.answer(request).header("Set-Cookie")
        #expect(first.count == 1)
        #expect(first.allSatisfy { $0.hasPrefix("JSESSIONID=") && $0.hasSuffix("; Path=/finesse; Secure; HttpOnly") })
        request.headers.append(("cookie", "JSESSIONID=1"))
        #expect(await sandbox.answer(request).header("Set-Cookie").isEmpty)
    }

    @Test(
        "tells a user's mode in a hybrid system, by name or id and with a doubled slash",
        arguments: [
            ("/finesse/api/UserAuthMode/sjefferson", "SSO"), ("/finesse/api//UserAuthMode/98411", "SSO"),
            ("/finesse/api/UserAuthMode/bwitwicky", "NON_SSO"),
        ]
    )
    func userMode(path: String, mode: String) async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = .hybrid })
        let answer = await RESTClient(sandbox: sandbox).get(path)
        #expect(answer.status == 200)
        #expect(answer.element("authMode") == mode)
    }

    @Test("answers 404 for a stranger and in a system that is not hybrid")
    func userModeNotFound() async throws {
        let hybrid = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = .hybrid })
        #expect(await RESTClient(sandbox: hybrid).get("/finesse/api/UserAuthMode/nobody").status == 404)
        let sso = try await FinesseSandbox.withoutServers()
        let answer = await RESTClient(sandbox: sso).get("/finesse/api/UserAuthMode/sjefferson")
        #expect(answer.status == 404)
        #expect(answer.apiError == ["User Not Found", "UNKNOWN_USER", "sjefferson"])
    }

    @Test("answers 403 with the documented words when UserAuthMode is switched off")
    func userModeDisabled() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(
            .with {
                $0.authenticationMode = .hybrid
                $0.desktop.servesUserAuthMode = false
            }
        )
        let answer = await RESTClient(sandbox: sandbox).get("/finesse/api/UserAuthMode/sjefferson")
        #expect(answer.status == 403)
        #expect(answer.apiError == ["Forbidden", "UserAuthModeService is disabled", ""])
    }

    @Test("answers 404 and 405 for what it does not serve")
    func notServed() async throws {
        let client = RESTClient(sandbox: try await FinesseSandbox.withoutServers())
        #expect(await client.get("/finesse/api/Nothing").status == 404)
        #expect(await client.get("/elsewhere").status == 404)
        #expect(await client.put("/finesse/api/SystemInfo", "").status == 405)
    }
}
