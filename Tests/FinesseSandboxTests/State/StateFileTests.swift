import FinesseSandbox
import Foundation
import Testing

@Suite("Sandbox state file", .timeLimit(.minutes(5)))
struct StateFileTests {
    @Test(
        "what was remembered is there at the next start: tokens, used pairs, sessions, agents and what is about to happen"
    )
    func nextStart() async throws {
        let folder = try Folder()
        let client = ChainClient(sharing: try await folder.start())
        let first = try #require(try await client.signIn().json)
        let second = try #require(try await client.refresh(first))
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(try #require(second["token"]))")
        #expect(await rest.change("98411", to: "LOGIN", extra: "<extension>1001</extension>").status == 202)
        #expect(await rest.put("/finesse/api/User/98411", "<User><state>READY</state></User>").status == 202)
        let before = client.sandbox.clock.now
        await client.sandbox.stop()

        let again = ChainClient(sharing: try await folder.start())
        again.jar = client.jar
        #expect(again.sandbox.clock.now == before)
        let later = RESTClient(sandbox: again.sandbox, authorization: rest.authorization)
        #expect(await later.get("/finesse/api/User/98411").element("state") == "NOT_READY")
        await again.sandbox.clock.advance(by: again.sandbox.configuration.desktop.stateChangeDelay)
        #expect(await later.get("/finesse/api/User/98411").element("state") == "READY")
        #expect(try await again.refresh(first) == nil)
        #expect(again.sandbox.journal.refusals == [.refreshPairInvalid])
        #expect(try await again.refresh(second) != nil)
        let silent = try await again.signIn(password: "wrong")
        #expect(silent.json?["token"] != nil)
    }

    @Test("what was answered is in the file: killed after any answer of a sign-in, it goes on")
    func everyAnswer() async throws {
        let folder = try Folder()
        var client = ChainClient(sharing: try await folder.start())
        var page = try await client.get(
            client.sandbox.origins.text(.finesse)
                + "/desktop/sso/token?cc_username=sjefferson&return_refresh_token=true"
        )
        var kept: [FinesseSandbox] = []
        var pages = 0
        while page.text.contains("<form"), pages < 10 {
            pages += 1
            // The files as they are at this moment are what a kill leaves behind.
            kept.append(client.sandbox)
            let next = ChainClient(sharing: try await folder.copyFiles(to: "kill\(pages)").start("kill\(pages)"))
            next.jar = client.jar
            client = next
            page = try await client.post(page, ["UserName": "sjefferson@finesse.com", "Password": "Ratchet-1984"])
        }
        #expect(pages == 3)
        let json = try #require(page.json)
        let last = ChainClient(sharing: try await folder.copyFiles(from: "kill3", to: "end").start("end"))
        #expect(try await last.refresh(json) != nil)
        for sandbox in kept + [client.sandbox, last.sandbox] { await sandbox.stop() }
    }

    @Test("switches that were changed while it ran come back, unless it is started otherwise than before")
    func switches() async throws {
        let folder = try Folder()
        let sandbox = try await folder.start()
        try await sandbox.reconfigure {
            $0.realm = "elsewhere.example"
            $0.failures = [.tooManyRequests]
            $0.users.append(SandboxUser(loginName: "ann", loginId: "1001", password: "Only-For-Tests"))
            $0.identityProvider.oneTimeCode = "JBSWY3DPEHPK3PXP"
        }
        #expect(await sandbox.answer(SandboxRequest(party: .finesse, target: "/")).status == 429)
        let changed = sandbox.configuration
        await sandbox.stop()
        let same = try await folder.start()
        #expect(same.configuration == changed)
        await same.stop()
        let other = try await folder.start { $0.desktop.refreshAcceptsGET = false }
        #expect(other.configuration.realm == "finesse.com")
        #expect(other.configuration.failures.isEmpty)
        await other.stop()
    }

    @Test("what an administrator configured and what is shown to teams goes on")
    func catalogue() async throws {
        let folder = try Folder()
        var client = CatalogueClient(sharing: try await folder.start { $0.authenticationMode = .nonSSO })
        let reason = "<WrapUpReason><label>Refund</label><forAll>true</forAll></WrapUpReason>"
        #expect(await client.create("WrapUpReason", reason) == "WrapUpReason/6")
        #expect(await client.delete("PhoneBook/1/Contact/2").status == 200)
        let team = "<WrapUpReasons></WrapUpReasons>"
        #expect(await client.put("Team/5000/WrapUpReasons", team).status == 200)
        await client.sandbox.stop()
        client = CatalogueClient(sharing: try await folder.start { $0.authenticationMode = .nonSSO })
        #expect(await client.get("WrapUpReason/6").element("label") == "Refund")
        #expect(await client.get("PhoneBook/1/Contacts").elements("phoneNumber") == ["2001", "2003"])
        #expect(await client.agent.get("User/98411/WrapUpReasons").elements("label").last == "Refund")
        #expect(await client.create("WrapUpReason", reason) == nil)
        await client.sandbox.stop()
    }

    @Test("calls, callers who wait, agents' states and the statistics of queues go on at the next start")
    func contactCentre() async throws {
        let folder = try Folder()
        let centre = try await Centre { $0.stateFile = folder.file() }
        await centre.signIn("1001", "1002", "1003")
        let call = try await centre.talk("1001", "1002")
        await centre.act("1001", "HOLD", on: call)
        try await centre.sandbox.bringCaller(patience: .seconds(100), handleTime: .zero)
        let before = await shown(centre)
        #expect(before.joined().contains("HELD") && before.joined().contains("<callsInQueue>1<"))
        await centre.sandbox.stop()

        let again = try await Centre { $0.stateFile = folder.file() }
        #expect(await shown(again) == before)
        #expect(await again.lastEvent == centre.lastEvent)
        // The caller who waited is given to who gets ready, and the call on hold goes on.
        #expect(await again.client("1003").change("1003", to: "READY").status == 202)
        await again.advance()
        #expect(await again.user("1003") == "RESERVED")
        await again.act("1001", "RETRIEVE", on: call)
        #expect(await again.user("1001") == "TALKING")
        await again.act("1001", "DROP", on: call)
        #expect(await again.user("1002") == "NOT_READY")
        await again.sandbox.stop()
    }

    /// What the API shows of agents, calls and queues.
    private func shown(_ centre: Centre) async -> [String] {
        var texts: [String] = []
        for id in ["1001", "1002", "1003"] {
            for path in ["User/\(id)", "User/\(id)/Dialogs", "User/\(id)/Queues"] {
                texts.append(await centre.client(id).get("/finesse/api/\(path)").text)
            }
        }
        return texts
    }

    @Test("a reset empties the file too")
    func reset() async throws {
        let folder = try Folder()
        let client = ChainClient(sharing: try await folder.start())
        let json = try #require(try await client.signIn().json)
        try await client.sandbox.reset()
        await client.sandbox.stop()
        let again = ChainClient(sharing: try await folder.start())
        #expect(try await again.refresh(json) == nil)
        var configuration = again.sandbox.configuration
        configuration.stateFile = nil
        let fresh = try await FinesseSandbox.withoutServers(configuration)
        let sizes = (try await again.sandbox.snapshot().json().count, try await fresh.snapshot().json().count)
        // The clocks may differ in their digits.
        #expect(abs(sizes.0 - sizes.1) < 64)
        await again.sandbox.stop()
    }

    @Test("a second sandbox on the same file is refused, and told why")
    func locked() async throws {
        let folder = try Folder()
        let sandbox = try await folder.start()
        await #expect(
            throws: SandboxError.state(
                path: folder.file(),
                reason: "another program has it open. End that one first, or choose another file"
            )
        ) { try await folder.start() }
        await sandbox.stop()
        await (try await folder.start()).stop()
    }

    @Test("a file that another program made is refused and left as it is", arguments: ["text", "database"])
    func foreign(kind: String) async throws {
        let folder = try Folder()
        if kind == "text" {
            try Data("To do: buy milk. ".utf8 + Array(repeating: 0x20, count: 5000)).write(
                to: URL(filePath: folder.file())
            )
        } else {
            await (try await folder.start()).stop()
            // The place of the application's number in a database's header.
            try folder.change { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) }
        }
        try await folder.expectRefusal(
            "it is not a file that a sandbox made. It was left as it is; choose another file"
        )
    }

    @Test("a file of another version is refused and left as it is")
    func version() async throws {
        let folder = try Folder()
        await (try await folder.start()).stop()
        // The place of the user's number in a database's header.
        try folder.change { $0.replaceSubrange(60..<64, with: [0, 0, 0, 2]) }
        try await folder.expectRefusal("its form is version 2, and this release reads 1")
    }

    @Test("a damaged file is refused and left as it is")
    func damaged() async throws {
        let folder = try Folder()
        let client = ChainClient(sharing: try await folder.start())
        try await client.signIn()
        await client.sandbox.stop()
        try folder.change { $0.replaceSubrange(4100..<$0.count, with: Array(repeating: 0x5A, count: $0.count - 4100)) }
        let before = try Data(contentsOf: URL(filePath: folder.file()))
        let error = try #require(await #expect(throws: SandboxError.self) { try await folder.start() })
        #expect(error.description.contains("is damaged"))
        #expect(error.description.contains("left as it is; move it away to start without it"))
        #expect(try Data(contentsOf: URL(filePath: folder.file())) == before)
    }

    @Test("an empty file is taken, and a folder that is not there is named")
    func places() async throws {
        let folder = try Folder()
        try Data().write(to: URL(filePath: folder.file()))
        await (try await folder.start()).stop()
        await #expect(throws: SandboxError.self) {
            try await FinesseSandbox.withoutServers(.with { $0.stateFile = folder.path + "/nowhere/state.db" })
        }
    }

    @Test("a file and its keys are readable by their owner only")
    func permissions() async throws {
        let folder = try Folder()
        let client = ChainClient(sharing: try await folder.start())
        try await client.signIn()
        for name in ["state.db", "state.db-wal", "state.db.keys/token-signing.pem"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        await client.sandbox.stop()
    }

    @Test("what cannot be written is not answered")
    func unwritten() async throws {
        let folder = try Folder()
        let sandbox = try await folder.start()
        await sandbox.stop()
        let target = "/desktop/sso/token?cc_username=sjefferson"
        let answer = await sandbox.answer(SandboxRequest(party: .finesse, target: target))
        #expect(answer.status == 500)
        #expect(answer.refusal == .internalFailure)
        #expect(answer.text.contains("it is closed"))
    }
}

/// A folder for a state file, gone with its last reference.
private final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        // A folder that stays behind spoils no other test.
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String = "state") -> String { "\(path)/\(name).db" }

    /// A sandbox that keeps its state in the folder; all of them have the keys of the first.
    func start(
        _ name: String = "state",
        _ change: (inout SandboxConfiguration) -> Void = { _ in }
    ) async throws -> FinesseSandbox {
        try await FinesseSandbox.withoutServers(
            .with {
                $0.stateFile = file(name)
                if name != "state" { $0.keysDirectory = file() + ".keys" }
                change(&$0)
            }
        )
    }

    func copyFiles(from: String? = nil, to name: String) throws -> Folder {
        let from = from ?? (name == "kill1" ? "state" : "kill\((Int(name.dropFirst(4)) ?? 0) - 1)")
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: file(from) + end) {
            try FileManager.default.copyItem(atPath: file(from) + end, toPath: file(name) + end)
        }
        return self
    }

    func change(_ change: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: URL(filePath: file()))
        change(&data)
        try data.write(to: URL(filePath: file()))
    }

    func expectRefusal(_ reason: String) async throws {
        let before = try Data(contentsOf: URL(filePath: file()))
        await #expect(throws: SandboxError.state(path: file(), reason: reason)) { try await start() }
        #expect(try Data(contentsOf: URL(filePath: file())) == before)
    }
}
