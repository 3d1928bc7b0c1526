import FinesseSandbox
import Foundation
import Testing

@Suite("Sandbox servers", .timeLimit(.minutes(5)))
struct ServerTests {
    @Test("several sandboxes run at once, each on ports of its own")
    func severalAtOnce() async throws {
        async let first = FinesseSandbox.start()
        async let second = FinesseSandbox.start()
        let sandboxes = [try await first, try await second]
        let places = sandboxes.flatMap(\.connectTo)
        #expect(places.count == 6)
        #expect(Set(places.map { "\($0.address):\($0.addressPort)" }).count == 6)
        #expect(places.allSatisfy { $0.address.hasPrefix("127.") && $0.port == $0.addressPort })
        #expect(Set(places.map(\.host)) == ["finesse1.xyz.com", "ids.autobot.cvp", "adfs.corp.example"])
        #expect(sandboxes[0].tokenPublicKeyPEM == sandboxes[1].tokenPublicKeyPEM)
        #expect(sandboxes[0].certificateAuthorityPEM != sandboxes[1].certificateAuthorityPEM)
        for sandbox in sandboxes { await sandbox.stop() }
    }

    @Test("writes the advertised port into every address, and the real one into the overrides")
    func advertisedPort() async throws {
        let sandbox = try await FinesseSandbox.start(
            .with {
                $0.finesseNodes[0].advertisedPort = 8445
                $0.hasPlainHop = true
            }
        )
        #expect(sandbox.origins.text(.finesse) == "https://finesse1.xyz.com:8445")
        let override = try #require(sandbox.connectTo.first)
        #expect(override.port == 8445)
        #expect(override.addressPort != 8445)
        #expect(override.description == "finesse1.xyz.com:8445:\(override.address):\(override.addressPort)")
        #expect(sandbox.connectTo.count == 4)
        #expect(sandbox.origins.plainFinesse?.hasPrefix("http://finesse1.xyz.com:") == true)
        await sandbox.stop()
    }

    @Test("a taken port is an error that names it")
    func takenPort() async throws {
        let first = try await FinesseSandbox.start()
        let taken = try #require(first.connectTo.first)
        let configuration = SandboxConfiguration.with {
            $0.finesseNodes = [
                SandboxNode(host: "finesse1.xyz.com", address: taken.address, port: taken.addressPort)
            ]
        }
        let error = await #expect(throws: SandboxError.self) { try await FinesseSandbox.start(configuration) }
        #expect(error?.label == "listen")
        #expect(error?.description.contains("\(taken.addressPort)") == true)
        await first.stop()
    }

    @Test("keeps its keys in a directory for the next start, readable by the owner only")
    func keysDirectory() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let configuration = SandboxConfiguration.with { $0.keysDirectory = directory }
        let first = try await FinesseSandbox.withoutServers(configuration)
        let second = try await FinesseSandbox.withoutServers(configuration)
        #expect(first.tokenPublicKeyPEM == second.tokenPublicKeyPEM)
        #expect(first.serviceProviderMetadata == second.serviceProviderMetadata)
        let shared = try await FinesseSandbox.withoutServers()
        #expect(shared.tokenPublicKeyPEM != first.tokenPublicKeyPEM)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory)
        #expect(
            files.sorted() == ["saml-identity-provider.pem", "saml-service-provider.pem", "token-signing.pem"]
        )
        for file in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: directory + "/" + file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("a key file that holds no key is an error that names it")
    func badKeyFile() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data("no key".utf8).write(to: URL(fileURLWithPath: directory + "/token-signing.pem"))
        let error = await #expect(throws: SandboxError.self) {
            try await FinesseSandbox.withoutServers(.with { $0.keysDirectory = directory })
        }
        #expect(error?.description.contains("token-signing.pem") == true)
    }

    @Test("publishes metadata and the key that verifies tokens")
    func published() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let metadata = await sandbox.answer(
            SandboxRequest(party: .identityService, target: "/ids/v1/config/spmetadata")
        )
        #expect(metadata.text.contains(#"entityID="ids.autobot.cvp""#))
        let key = await sandbox.answer(
            SandboxRequest(party: .identityService, target: "/ids/v1/keys/token/public?download=true")
        )
        #expect(key.text == sandbox.tokenPublicKeyPEM)
        #expect(key.header("Content-Disposition").count == 1)
        let certificate = await sandbox.answer(
            SandboxRequest(party: .identityService, target: "/ids/v1/keys/token/public/x509")
        )
        #expect(certificate.text.hasPrefix("-----BEGIN CERTIFICATE-----"))
        let provider = await sandbox.answer(
            SandboxRequest(
                party: .identityProvider,
                target: "/FederationMetadata/2007-06/FederationMetadata.xml"
            )
        )
        #expect(provider.text.contains("http://adfs.corp.example/adfs/services/trust"))
    }

    @Test("answers anything without falling over")
    func garbage() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        var generator = SystemRandomNumberGenerator()
        let paths = [
            "/", "", "/finesse/api/User/%FF%00", "/desktop/sso/token", "/desktop/sso/authcode", "/ids/relay",
            "/ids/saml/response", "/adfs/ls/", "/ids/v1/oauth/authorize", "/finesse/api/User/98411",
        ]
        for round in 0..<200 {
            let bytes = (0..<round).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            for party in SandboxParty.allCases {
                var request = SandboxRequest(
                    party: party,
                    method: ["GET", "POST", "PUT", "HEAD", "TRACE"][round % 5],
                    target: paths[round % paths.count] + "?" + text,
                    body: bytes
                )
                request.headers = [
                    ("cookie", text), ("authorization", "Basic " + text), ("content-type", "application/xml"),
                ]
                #expect((200..<600).contains(await sandbox.answer(request).status))
            }
        }
    }
}
