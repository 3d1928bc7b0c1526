import FinesseSandbox
import Testing

@Suite("Sandbox configuration APIs, who may use them")
struct AdministratorTests {
    @Test("take the administrator's Basic credentials in every mode", arguments: SandboxAuthenticationMode.allCases)
    func everyMode(mode: SandboxAuthenticationMode) async throws {
        let client = try await CatalogueClient { $0.authenticationMode = mode }
        #expect(await client.get("WrapUpReasons").status == 200)
    }

    @Test("take the administrator who is configured, and nobody else")
    func configured() async throws {
        let client = try await CatalogueClient {
            $0.administrator.userName = "root"
            $0.administrator.password = "Iacon-City-5"
        }
        #expect(await client.get("WrapUpReasons").outcome == "401 Authentication Failure")
        #expect(await client.by("ROOT", "Iacon-City-5").get("WrapUpReasons").status == 200)
    }

    @Test("refuse agents and supervisors, and who has no credentials")
    func others() async throws {
        let client = try await CatalogueClient()
        for other in [client.agent, client.supervisor] {
            for path in ["WrapUpReasons", "ReasonCodes?category=NOT_READY", "PhoneBook/1", "Teams", "ClusterConfig"] {
                #expect(await other.get(path).outcome == "401 Authorization Failure")
            }
        }
        var nobody = client
        nobody.authorization = nil
        #expect(await nobody.get("WrapUpReasons").outcome == "401 Authentication Failure")
    }

    @Test(
        "are locked for five minutes by five wrong passwords, in every mode",
        arguments: [SandboxAuthenticationMode.sso, .nonSSO]
    )
    func lock(mode: SandboxAuthenticationMode) async throws {
        let client = try await CatalogueClient { $0.authenticationMode = mode }
        for _ in 0..<4 { #expect(await client.by("administrator", "wrong").get("Teams").status == 401) }
        #expect(await client.get("Teams").status == 200)
        for _ in 0..<5 { #expect(await client.by("administrator", "wrong").get("Teams").status == 401) }
        #expect(await client.get("Teams").status == 401)
        #expect(client.sandbox.journal.refusals.last == .locked)
        await client.sandbox.clock.advance(by: .seconds(299))
        #expect(await client.get("Teams").status == 401)
        await client.sandbox.clock.advance(by: .seconds(2))
        #expect(await client.get("Teams").status == 200)
    }

    @Test("are served by the primary node alone; of Unified CCX the secondary reads")
    func secondary() async throws {
        let nodes = [SandboxNode(host: "finesse1.xyz.com"), SandboxNode(host: "finesse2.xyz.com")]
        var client = try await CatalogueClient { $0.finesseNodes = nodes }
        client.node = 1
        #expect(await client.get("WrapUpReasons").outcome == "403 Forbidden")
        #expect(await client.delete("WrapUpReason/1").outcome == "403 Forbidden")
        #expect(await client.get("SystemConfig").outcome == "403 Forbidden")
        var express = try await CatalogueClient {
            $0.finesseNodes = nodes
            $0.deployment = .uccx
        }
        express.node = 1
        #expect(await express.get("WrapUpReasons").status == 200)
        #expect(await express.delete("WrapUpReason/1").outcome == "403 Forbidden")
        #expect(await express.put("ReasonCode/1", "<ReasonCode/>").outcome == "403 Forbidden")
    }

    @Test("refuse a configuration whose administrator is a user", arguments: ["sjefferson", "98411", "", "a:b"])
    func names(name: String) {
        var configuration = SandboxConfiguration()
        configuration.administrator.userName = name
        #expect(throws: SandboxError.self) { try configuration.validate() }
    }

    @Test("know no other methods, no other paths and no body that is not XML")
    func general() async throws {
        let client = try await CatalogueClient()
        #expect(await client.ask("PATCH", "ReasonCode/1").outcome == "405 Method Not Allowed")
        #expect(await client.get("ReasonCode/1/2/3").outcome == "404 Not Found")
        #expect(await client.ask("POST", "ReasonCode", "{}", type: "application/json").status == 415)
        #expect(await client.post("ReasonCode", "<ReasonCode>").outcome == "400 Bad Request")
        #expect(await client.post("ReasonCode", "<Reason/>").outcome == "400 Bad Request")
        #expect(await client.get("ReasonCode/x").outcome == "404 Not Found")
    }
}
