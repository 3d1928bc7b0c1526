import FinesseSandbox
import Testing

@testable import FinesseCLI

@Suite("finessectl demo", .timeLimit(.minutes(5)))
struct DemoCommandTests {
    @Test("goes through the seven steps in their order, and ends with the agent signed out")
    func sevenSteps() async throws {
        let lines = try await Self.demo()
        let steps = lines.compactMap { line -> String? in
            guard line.hasPrefix("\nStep ") else { return nil }
            return String(line.dropFirst(6).prefix(1))
        }
        #expect(steps == ["1", "2", "3", "4", "5", "6", "7"])
        let results = lines.filter { $0.hasPrefix("  ✓ The agent is ") }
        #expect(
            results == [
                "  ✓ The agent is NOT_READY.", "  ✓ The agent is READY.", "  ✓ The agent is NOT_READY.",
                "  ✓ The agent is LOGOUT.",
            ]
        )
        #expect(lines.last == "\nDone: signed in, READY, refreshed, NOT_READY, signed out.")
    }

    @Test("shows what really happened: another answer of the sandbox is another line")
    func showsTheRecording() async throws {
        let direct = try await Self.demo()
        #expect(
            direct.count { $0.contains("→ GET https://finesse1.xyz.com:") && $0.contains("/desktop/sso/token?") } == 1
        )

        var configuration = SandboxConfiguration()
        configuration.desktop.callbackAnswer = .redirect
        let redirected = try await Self.demo(configuration)
        #expect(
            redirected.count { $0.contains("→ GET https://finesse1.xyz.com:") && $0.contains("/desktop/sso/token") }
                == 2
        )
    }

    @Test("asks for the user's mode in a hybrid system, and skips that step in the others")
    func hybrid() async throws {
        let plain = try await Self.demo()
        #expect(plain.contains("  ✓ Skipped: the system's authentication mode is SSO."))
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .hybrid
        let lines = try await Self.demo(configuration)
        #expect(lines.contains("  ✓ sjefferson signs in by SSO."))
        #expect(lines.contains { $0.contains("/finesse/api/UserAuthMode/sjefferson") })
    }

    @Test("says between which walls the pages run, or that there are none")
    func walls() async throws {
        let lines = try await Self.demo().filter { $0.contains("Pages run") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("in a process of its own, between these walls: ") == true)
        #if os(Linux)
        #expect(lines.first?.contains("system calls") == true)
        #endif
        let open = try await Self.demo(pages: .inProcess).filter { $0.contains("Pages run") }
        #expect(open == ["  ✓ Pages run in this process, without walls around them."])
    }

    @Test("shows no password and no token")
    func redacted() async throws {
        let text = try await Self.demo().joined(separator: "\n")
        #expect(!text.contains("Ratchet-1984"))
        // Every token of the sandbox begins with this header.
        #expect(!text.contains("eyJjdHki"))
        #expect(text.contains(#""token": "<redacted, "#))
        #expect(text.contains("SAMLResponse=<redacted>"))
    }

    private static func demo(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        pages: PageChoice = .program(path: nil)
    ) async throws -> [String] {
        let test = try TestContext()
        try await DemoCommand.demonstrate(configuration, pause: false, pages: pages, in: test.context)
        return test.takeOutput()
    }
}
