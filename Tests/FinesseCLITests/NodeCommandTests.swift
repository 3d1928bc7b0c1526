import FinesseSSO
import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl with two Finesse nodes", .timeLimit(.minutes(5)))
struct NodeCommandTests {
    /// Two sandboxes, of which the first names the second, and a profile that reaches both.
    private func with(_ body: (SandboxContext, FinesseSandbox) async throws -> Void) async throws {
        var configuration = SandboxConfiguration()
        // Two identity services of one name: their cookies meet in one jar, which no rule of one of them foresees.
        configuration.checksCookies = false
        var second = configuration
        second.finesseNodes = [SandboxNode(host: "finesse2.xyz.com", address: "127.0.0.24")]
        second.identityProvider.session = .otherUser("sjefferson")
        let other = try await FinesseSandbox.start(second)
        configuration.desktop.secondaryNode = "\(other.origins.host(.finesse)):\(other.origins.port(.finesse))"
        do {
            try await SandboxContext.with(configuration) { box in
                var profile = try box.test.context.profiles.profile(named: "box")
                profile.connectTo = (profile.connectTo ?? []) + other.connectTo.map(\.description)
                let authorities = box.sandbox.certificateAuthorityPEM + "\n" + other.certificateAuthorityPEM
                profile.certificateAuthority = try box.test.file("both.pem", authorities)
                try box.test.context.profiles.save(profile, named: "box")
                try await body(box, other)
            }
        } catch {
            await other.stop()
            throw error
        }
        await other.stop()
    }

    @Test("asks the other node while the first is silent, and says so; a sign-in there is kept under that node's name")
    func silent() async throws {
        try await with { (box: SandboxContext, other: FinesseSandbox) async throws in
            #expect(try await box.login("sjefferson") == 0)
            await box.sandbox.stop()
            _ = box.test.takeTalk()
            #expect(await box.test.run("whoami", "--json", "--user", "sjefferson") == 0)
            #expect(
                box.test.takeTalk().contains { $0.contains("finesse2.xyz.com") && $0.contains("is used in place of") }
            )
            _ = box.test.takeOutput()

            // That node knows nothing of the pair: the new one comes from a sign-in there, which asks nobody.
            #expect(await box.test.run("refresh", "--user", "sjefferson") == 0)
            _ = box.test.takeOutput()
            let stored = try await box.keys().map { "\($0.server)" }
            #expect(stored.count == 2 && stored[0].contains("finesse1.") && stored[1].contains("finesse2."))

            // The next command goes there at once.
            #expect(await box.test.run("state", "--user", "sjefferson", "--json") == 0)
            #expect(!box.test.takeTalk().contains { $0.contains("in place of") })
            _ = box.test.takeOutput()

            #expect(await box.test.run("login", "--user", "sjefferson", "--silent", "--json") == 0)
            #expect(try box.object()["server"]?.text?.contains("finesse2.xyz.com") == true)
            #expect(await box.test.run("token", "--user", "sjefferson") == 0)
            #expect(other.agentStateIsKnown)

            // Nothing that would let the next one in as this agent stays at either node.
            #expect(await box.test.run("logout", "--user", "sjefferson") == 0)
            #expect(try await box.keys().isEmpty)
        }
    }

    @Test("finds the other node out of service, as the doctor says")
    func doctor() async throws {
        try await with { (box: SandboxContext, other: FinesseSandbox) async throws in
            await other.setFailures([.finesseOutOfService])
            #expect(await box.test.run("doctor", "--user", "sjefferson") == ExitStatus.warned.rawValue)
            #expect(box.test.takeOutput().contains { $0.hasPrefix("warning  other node") })
        }
    }

    @Test("warns of a clock that is far off", arguments: [0, 60])
    func clock(seconds: Int) async throws {
        var configuration = SandboxConfiguration()
        configuration.desktop.clockOffset = .seconds(seconds)
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            _ = box.test.takeTalk()
            _ = box.test.takeOutput()
            #expect(await box.test.run("whoami", "--json") == 0)
            let words = try #require(try box.object()["clockSkew"]?.text)
            #expect(words.contains(seconds == 0 ? "the clocks agree" : "s ahead"))
            #expect(box.test.takeTalk().contains { $0.contains("The clocks differ") } == (seconds != 0))
        }
    }
}

extension SandboxContext {
    /// The stored sessions.
    fileprivate func keys() async throws -> [SessionKey] {
        let directory = try #require(FileTokenStore.defaultDirectory(environment: test.context.environment))
        return try await FileTokenStore(directory: directory).keys()
    }
}

extension FinesseSandbox {
    /// Whether a call about an agent has reached it.
    fileprivate var agentStateIsKnown: Bool {
        journal.entries.contains { $0.path.hasPrefix("/finesse/api/User/") }
    }
}
