import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import Testing
import WebAgent

@Suite("A session kept on disk", .timeLimit(.minutes(5)))
struct StoreTests {
    @Test("signs a second agent in silently, with the cookies of the first")
    func silentAfterRestart() async throws {
        let directory = try ScratchDirectory()
        try await SignInWorld.with { world in
            let key = SessionKey(server: world.node, user: "sjefferson")
            let first = world.agent()
            let outcome = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: first
            )
            let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
            try await FileTokenStore(directory: directory.path).save(
                StoredSession(
                    key: key,
                    loginID: signedIn.loginID,
                    tokens: signedIn.tokens,
                    records: await first.sessionRecords()
                )
            )
            await first.close()
            world.sandbox.journal.removeAll()

            let found = try await FileTokenStore(directory: directory.path).session(for: key)
            let stored = try #require(found)
            #expect(stored.tokens == signedIn.tokens)
            #expect(stored.loginID == "98411")
            let second = world.agent()
            await second.restore(stored.records)
            let silent = try await world.signOn().signIn("sjefferson", credentials: nil, agent: second)
            #expect(silent.signedIn?.loginID == "98411", "\(silent.story)")
            #expect(world.sandbox.journal.entries(party: .identityProvider, method: "POST").isEmpty)
            #expect(world.sandbox.journal.refusals.isEmpty)
            await second.close()
        }
    }

    @Test("is for its owner alone")
    func permissions() async throws {
        let directory = try ScratchDirectory()
        let store = FileTokenStore(directory: directory.path + "/store")
        try await SignInWorld.with { world in
            let outcome = try await world.signIn()
            let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
            try await store.save(
                StoredSession(key: SessionKey(server: world.node, user: "sjefferson"), tokens: signedIn.tokens)
            )
        }
        #expect(try directory.mode(of: "store") == 0o700)
        let files = try directory.names(in: "store")
        #expect(files.count == 1)
        for file in files { #expect(try directory.mode(of: "store/\(file)") == 0o600) }
    }
}
