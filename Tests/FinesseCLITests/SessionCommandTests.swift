import FinesseSandbox
import Testing

@testable import FinesseCLI

@Suite("finessectl, from login to logout", .timeLimit(.minutes(5)))
struct SessionCommandTests {
    @Test("signs in, prints a token that works, changes the state and signs out")
    func wholeShift() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson", "--json") == 0)
            let session = try box.object()
            #expect(session["user"] == .text("sjefferson"))
            #expect(session["loginId"] == .text("98411"))
            #expect(session["expiresAt"]?.text?.hasSuffix("Z") == true)
            #expect(session["token"] == nil)

            #expect(await box.test.run("token", "--json") == 0)
            let token = try box.object()
            #expect(token["token"]?.text?.split(separator: ".").count == 3)

            #expect(await box.test.run("whoami", "--json") == 0)
            #expect(try box.object()["loginName"] == .text("sjefferson"))

            #expect(await box.test.run("state", "LOGIN", "--extension", "98411", "--json") == 0)
            #expect(try box.object()["state"] == .text("NOT_READY"))
            #expect(await box.test.run("state", "ready", "--json") == 0)
            #expect(try box.object()["state"] == .text("READY"))

            #expect(await box.test.run("refresh", "--json") == 0)
            _ = try box.object()
            #expect(await box.test.run("token", "--json") == 0)
            #expect(try box.object()["token"] != token["token"])

            #expect(await box.test.run("logout", "--json") == 0)
            #expect(try box.object()["signedOut"] == .flag(true))
            #expect(await box.sandbox.agentState(of: "sjefferson") == "LOGOUT")
            #expect(await box.test.run("token") == ExitStatus.notSignedIn.rawValue)
        }
    }

    @Test("forgets the session at the identity provider at logout, unless told to keep it")
    func sessionsAtLogout() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            #expect(await box.test.run("logout", "--keep-session") == 0)
            #expect(await box.test.run("login", "--user", "sjefferson", "--silent") == 0)
            #expect(await box.test.run("logout") == 0)
            let status = await box.test.run("login", "--user", "sjefferson", "--silent")
            #expect(status == ExitStatus.stoppedOnPage.rawValue)
        }
    }

    @Test("keeps users apart: nobody rides on another's session")
    func usersApart() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            let status = await box.test.run("login", "--user", "mwitwicky", "--silent")
            #expect(status == ExitStatus.stoppedOnPage.rawValue)
            #expect(try await box.login("mwitwicky") == 0)
            _ = box.test.takeTalk()
            #expect(await box.test.run("whoami") == ExitStatus.usage.rawValue)
            #expect(box.test.takeTalk().last?.contains("Signed in here: mwitwicky, sjefferson.") == true)
        }
    }

    @Test("tells a refused password from a page that stops it, by the exit status and in words")
    func refusedAndStopped() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let wrong = try box.test.file("wrong", "Wrong-1\n")
            let refused = await box.test.run("login", "--user", "sjefferson", "--password-file", wrong)
            #expect(refused == ExitStatus.refused.rawValue)
            let message = try #require(box.test.takeTalk().last)
            #expect(message.contains(box.sandbox.origins.host(.identityProvider)))
            #expect(message.contains("Incorrect user ID or password"))
            #expect(!message.contains("Wrong-1"))
        }
    }

    @Test("says how the system and, in a hybrid one, the user sign in")
    func authMode() async throws {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .hybrid
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            #expect(await box.test.run("auth-mode", "--user", "bwitwicky", "--json") == 0)
            let answer = try box.object()
            #expect(answer["systemAuthMode"] == .text("HYBRID"))
            #expect(answer["userAuthMode"] == .text("NON_SSO"))
        }
    }

    @Test("needs no discovery where the mode is given")
    func givenMode() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(await box.test.run("auth-mode", "--auth-mode", "NON_SSO", "--json") == 0)
            #expect(try box.object()["systemAuthMode"] == .text("NON_SSO"))
        }
    }
}
