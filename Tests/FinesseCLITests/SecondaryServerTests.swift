import ArgumentParser
import FinesseSSO
import Foundation
import HTTPTransport
import Testing

@testable import FinesseCLI

@Suite("finessectl with a profile that names both Finesse nodes", .timeLimit(.minutes(5)))
struct SecondaryServerTests {
    private static let first = "finesse1.xyz.com"

    /// Runs a command as the agent, and expects that it succeeds.
    private func object(_ test: TestContext, _ words: String...) async throws -> [String: JSON] {
        let status = await FinesseProgram.run(words + ["--profile", "sandbox", "--json"], in: test.context)
        #expect(status == 0, "\(words): \(test.takeTalk())")
        return try JSONDecoder().decode([String: JSON].self, from: Data(test.takeOutput().joined().utf8))
    }

    @Test("goes on at the second node of a sandbox pair when the first is killed, whatever it remembers")
    func pair() async throws {
        let test = try TestContext()
        let sandbox = try RunningProgram(["sandbox", "--secondary"], in: test)
        defer { sandbox.end() }
        try await sandbox.waitForOutput("Ready.")
        let secondary = try test.context.profiles.profile(named: "sandbox").secondaryServer
        #expect(secondary?.hasPrefix("finesse2.xyz.com:") == true)

        let password = try test.file("password", "Ratchet-1984\n")
        _ = try await object(test, "login", "--user", "sjefferson", "--password-file", password)
        #expect(await test.run("control", "nodes", "--kill", Self.first) == 0)
        _ = (test.takeOutput(), test.takeTalk())
        // Nothing but the profile says that there is another node.
        let memory = test.folder.appending(path: ".cache/finessekit/nodes.json")
        #expect(!FileManager.default.fileExists(atPath: memory.path))

        #expect(try await object(test, "whoami")["loginName"] == .text("sjefferson"))
        #expect(test.takeTalk().contains { $0.contains("finesse2.xyz.com") && $0.contains("is used in place of") })
        #expect(try await object(test, "state", "LOGIN", "--extension", "2001")["state"] == .text("NOT_READY"))
        #expect(try await object(test, "call", "5551212")["from"] == .text("2001"))
        #expect(try await object(test, "drop")["calls"] == .list([]))

        // A sign-in needs the first node as little.
        try FileManager.default.removeItem(at: memory)
        let other = try test.file("other", "Basic-Camaro-77\n")
        let session = try await object(test, "login", "--user", "bwitwicky", "--password-file", other)
        #expect(session["server"]?.text?.contains("finesse2.xyz.com") == true)
    }

    @Test("is kept and shown, belongs to the profile's server alone, and is refused where it is none")
    func profile() async throws {
        let test = try TestContext()
        let words = ["profile", "add", "lab", "--server", "finesse1.xyz.com", "--secondary-server"]
        #expect(await FinesseProgram.run(words + ["finesse2.xyz.com/x"], in: test.context) == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().last?.contains("is no Finesse server address") == true)
        #expect(await FinesseProgram.run(words + ["finesse2.xyz.com"], in: test.context) == 0)
        _ = test.takeOutput()
        #expect(await test.run("profile", "show") == 0)
        #expect(test.takeOutput().contains { $0.hasPrefix("secondary server") && $0.hasSuffix("finesse2.xyz.com") })

        let named = try Connection(try ConnectionOptions.parse([]), in: test.context)
        #expect(
            named.nodes.state.nodes.map { "\($0)" } == [
                "https://finesse1.xyz.com:8445", "https://finesse2.xyz.com:8445",
            ]
        )
        let other = try Connection(
            try ConnectionOptions.parse(["--profile", "lab", "--server", "elsewhere.example"]),
            in: test.context
        )
        #expect(other.nodes.state.nodes.map(\.host) == ["elsewhere.example"])
    }
}
