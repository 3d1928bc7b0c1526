import FinesseSandbox
import Testing

@Suite("Sandbox release profiles")
struct ReleaseTests {
    /// What a client sees of a release.
    struct Seen: Equatable {
        var tokenParts = 0
        var metaAlias = false
        var queryName = false
        var servesKey = false
        var userAuthMode = 0
        var infoHasPort = false
        var infoHasMaintenance = false
        var refreshByGET = false
    }

    private func seen(_ release: SandboxRelease) async throws -> Seen {
        var seen = Seen()
        let client = try await ChainClient(
            .with {
                $0.apply(release)
                $0.authenticationMode = .hybrid
            }
        )
        let finesse = client.sandbox.origins.text(.finesse)
        let start = finesse + "/desktop/sso/token?cc_username=sjefferson&return_refresh_token=true&return_user=yes"
        seen.queryName = try await client.get(start).answer.refusal == nil
        client.jar.store("cc_username=sjefferson; Path=/; Secure", from: start)
        let json = try #require(try await client.signIn().json)
        let token = try #require(json["token"])
        seen.tokenParts = token.split(separator: ".", omittingEmptySubsequences: false).count
        seen.metaAlias = client.sandbox.journal.entries(path: "/ids/saml/response").last?.queryNames == ["metaAlias"]
        let key = SandboxRequest(party: .identityService, target: "/ids/v1/keys/token/public")
        seen.servesKey = await client.sandbox.answer(key).status == 200
        let rest = RESTClient(sandbox: client.sandbox)
        seen.userAuthMode = await rest.get("/finesse/api/UserAuthMode/sjefferson").status
        let info = await rest.get("/finesse/api/SystemInfo")
        seen.infoHasPort = info.element("httpsPort") != nil
        seen.infoHasMaintenance = info.element("finesseMMode") != nil
        let query = FormFields([
            "cc_username": "sjefferson", "token": token, "refresh-token": try #require(json["refresh_token"]),
        ])
        let refreshed = try await client.get(finesse + "/desktop/sso/token?" + query.encoded)
        seen.refreshByGET = refreshed.answer.notes.contains("refreshed")
        return seen
    }

    @Test("each behaves as its documents say")
    func behaviour() async throws {
        let old = Seen(tokenParts: 5, userAuthMode: 404, refreshByGET: true)
        #expect(try await seen(.release116) == old)
        #expect(try await seen(.release120) == old)
        var expected = old
        expected.userAuthMode = 200
        #expect(try await seen(.release125) == expected)
        expected.metaAlias = true
        expected.queryName = true
        #expect(try await seen(.release125SU2) == expected)
        expected.tokenParts = 3
        expected.servesKey = true
        expected.infoHasPort = true
        expected.infoHasMaintenance = true
        expected.refreshByGET = false
        #expect(try await seen(.release1262) == expected)
        #expect(try await seen(.release150) == expected)
    }

    @Test("SHA-1 is accepted by 11.6 and 12.0 only")
    func acceptsSHA1() {
        let accepting = SandboxRelease.allCases.filter {
            SandboxConfiguration(release: $0).identityService.acceptsSHA1
        }
        #expect(accepting == [.release116, .release120])
        #expect(!SandboxConfiguration().identityService.acceptsSHA1)
    }

    @Test("a release is applied before the other keys, wherever it stands")
    func order() throws {
        let configuration = try SandboxConfiguration(yaml: "tokens: {form: signed}\nrelease: 12.5")
        #expect(configuration.release == .release125)
        #expect(configuration.tokens.form == .signed)
        #expect(!configuration.identityService.publishesMetaAlias)
        let other = try SandboxConfiguration(yaml: "release: 12.5", release: .release150)
        #expect(other.release == .release150)
        #expect(
            try SandboxConfiguration(yaml: "", release: .release150) == SandboxConfiguration(release: .release150)
        )
    }

    @Test("no release takes back what a release set, and nothing else")
    func none() {
        var configuration = SandboxConfiguration(release: .release116)
        configuration.realm = "bots.example"
        configuration.apply(nil)
        #expect(configuration == .with { $0.realm = "bots.example" })
    }

    @Test("before 12.5 a user is found by login id only, in Unified CCE")
    func loginName() async throws {
        for (release, deployment, status) in [
            (SandboxRelease.release120, SandboxDeployment.ucce, 401), (.release125, .ucce, 200),
            (.release120, .uccx, 200),
        ] {
            var configuration = SandboxConfiguration(release: release)
            configuration.authenticationMode = .nonSSO
            configuration.deployment = deployment
            let rest = RESTClient(
                sandbox: try await FinesseSandbox.withoutServers(configuration),
                authorization: RESTClient.basic("sjefferson", "Ratchet-1984")
            )
            #expect(await rest.get("/finesse/api/User/sjefferson").status == status)
            #expect(await rest.get("/finesse/api/User/98411").status == 200)
        }
    }
}
