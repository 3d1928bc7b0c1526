import FinesseSandbox
import Foundation
import SignInTrace
import TestSupport
import Testing

@testable import FinesseCLI

@Suite("finessectl --trace, trace and why-cookie", .timeLimit(.minutes(5)))
struct TraceCommandTests {
    private static func schema() throws -> JSONSchema {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "SignInTraceTests/Fixtures/har-1.2.schema.json")
        return try JSONSchema(Array(try Data(contentsOf: file)))
    }

    private static func path(_ box: SandboxContext, _ name: String) -> String {
        box.test.folder.appending(path: name).path
    }

    private static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    @Test("a whole shift leaves HAR 1.2 files that only their owner may read and that hold no secret")
    func shift() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson", "--trace", Self.path(box, "login.har")) == 0)
            let stored =
                try FileManager.default.subpaths(atPath: box.test.folder.appending(path: "state").path)?
                .filter { !$0.hasSuffix("finessekit") }.map { file in
                    try Self.bytes(box.test.folder.appending(path: "state").appending(path: file).path)
                } ?? []
            _ = box.test.takeOutput()
            _ = await box.test.run("token", "--json")
            let token = try #require(try box.object()["token"]?.text)
            let commands = [
                ["auth-mode", "--user", "sjefferson"], ["whoami"], ["state", "LOGIN", "--extension", "98411"],
                ["state", "READY"], ["refresh"], ["token"], ["logout"],
            ]
            for words in commands {
                let file = Self.path(box, "\(words.joined(separator: "-")).har")
                let status = await FinesseProgram.run(words + ["--trace", file], in: box.test.context)
                #expect(status == 0, "\(words)")
            }

            let password = try #require(box.sandbox.configuration.users.first).password.characters
            var secrets = [Secret("the password", password), Secret("the token", token)]
            secrets += Self.secretWords(in: stored).map { Secret("a cookie or a token of the store", $0) }
            try #require(secrets.count > 6, "\(secrets.count) secrets are in the store")
            let hunt = SecretHunt(
                for: secrets,
                publicTexts: ["sjefferson@finesse.com", box.sandbox.origins.text(.finesse)]
            )
            let schema = try Self.schema()
            let files = try FileManager.default.contentsOfDirectory(atPath: box.test.folder.path)
                .filter { $0.hasSuffix(".har") }.sorted()
            #expect(files.count == commands.count + 1)
            for file in files {
                let bytes = try Self.bytes(Self.path(box, file))
                #expect(schema.faults(in: try JSONTree(bytes)) == [], "\(file)")
                #expect(hunt.findings(in: bytes, file) == [])
                let attributes = try FileManager.default.attributesOfItem(atPath: Self.path(box, file))
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
            // The hunt finds what is there.
            #expect(stored.contains { !hunt.findings(in: $0, "the store").isEmpty })
        }
    }

    /// The secrets in the files of the store: tokens, and the values of cookies.
    private static func secretWords(in files: [[UInt8]]) -> Set<String> {
        var words: Set<String> = []
        func look(at value: JSONTree) {
            switch value {
            case .object(let members): members.values.forEach(look)
            case .array(let elements): elements.forEach(look)
            case .string(let text):
                if text.split(separator: ".").count == 3, text.count > 200 { words.insert(text) }
                // The cookies' archive is bytes; their values are the long texts between the numbers that count them.
                let runs = (Data(base64Encoded: text) ?? Data()).split { $0 < 0x21 || $0 > 0x7E }
                for run in runs
                where run.count >= 16 && !run.contains(UInt8(ascii: ".")) && !run.contains(UInt8(ascii: "/")) {
                    words.insert(String(decoding: run, as: UTF8.self))
                }
            case .number, .flag, .null: break
            }
        }
        for file in files { if let tree = try? JSONTree(file) { look(at: tree) } }
        return words
    }

    @Test("a sign-in is drawn as a ladder, as a page and as JSON, with its cookie decisions and SAML messages")
    func drawn() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let file = Self.path(box, "login.har")
            #expect(try await box.login("sjefferson", "--trace", file) == 0)
            _ = box.test.takeOutput()

            #expect(await box.test.run("trace", file) == 0)
            let lines = box.test.takeOutput().joined(separator: "\n").replacing(/[\s|]+/, with: " ")
            for words in [
                "finessectl login", "client", "Finesse", "IdS", "IdP",
                "mode of the system GET /finesse/api/SystemInfo",
                "SAML AuthnRequest #", "SAML Response #", "attributes uid, user_principal",
                "cookie FINESSE_SUFFIX refused: its Domain com is a public suffix",
                "page shown: form POST UserName (username)", "It ended well",
            ] {
                #expect(lines.contains(words), "\(words)")
            }
            #expect(lines.utf8.allSatisfy { $0 < 0x80 }, "no locale is set, so that ASCII is wanted")

            let page = Self.path(box, "login.html")
            #expect(await box.test.run("trace", file, "--html", page) == 0)
            #expect(box.test.takeOutput() == ["Wrote \(page). Open it in a browser; it needs nothing else."])
            let html = try String(contentsOfFile: page, encoding: .utf8)
            #expect(html.contains("SAML Response by HTTP-POST") && html.contains("Content-Security-Policy"))

            #expect(await box.test.run("trace", file, "--json") == 0)
            let report = try JSONTree(Array(box.test.takeOutput().joined().utf8))
            #expect(report["steps"]?.elements.first?["party"] == .string("Finesse"))
            #expect(report["outcome"]?["status"] == .number(0))
        }
    }

    @Test("why-cookie tells each decision with its rule, for people and for programs")
    func whyCookie() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let file = Self.path(box, "login.har")
            #expect(try await box.login("sjefferson", "--trace", file) == 0)
            _ = box.test.takeOutput()
            #expect(await box.test.run("why-cookie", "JSESSIONID", "--trace", file, "--host", "ids.autobot.cvp") == 0)
            let lines = box.test.takeOutput().joined(separator: "\n").replacing(/\s+/, with: " ")
            #expect(lines.contains("kept (ids.autobot.cvp/ids) (RFC 6265bis section 5.7)"), "\(lines)")
            #expect(lines.contains("and POST is not a safe method (RFC 6265bis section 5.8.3 step 3)"))
            #expect(lines.contains("SameSite=None; Secure go along"))

            #expect(await box.test.run("why-cookie", "FINESSE_HOST", "--trace", file, "--json") == 0)
            let history = try JSONTree(Array(box.test.takeOutput().joined().utf8))
            #expect(history["decisions"]?.elements.map { $0["rule"]?.text } == ["domain-mismatch"])
            #expect(history["decisions"]?.elements.first?["section"] == .string("RFC 6265bis §5.7 step 10"))

            #expect(await box.test.run("why-cookie", "nobody", "--trace", file) == ExitStatus.failure.rawValue)
            #expect(box.test.takeTalk().joined().contains("It tells of: FINESSE_EXPIRED, FINESSE_HOST"))
        }
    }

    @Test("a sign-in that fails leaves its trace too, with how it ended")
    func failed() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let file = Self.path(box, "login.har")
            let wrong = try box.test.file("wrong", "Not-The-Password\n")
            let status = await box.test.run(
                "login",
                "--user",
                "sjefferson",
                "--password-file",
                wrong,
                "--trace",
                file
            )
            #expect(status == ExitStatus.refused.rawValue)
            let told = box.test.takeTalk().joined()
            let document = try TraceReader.read(try Self.bytes(file), publicNames: [])
            #expect(document.outcome?.status == Int(ExitStatus.refused.rawValue))
            #expect(document.outcome?.message.map { told.contains($0) } == true)
            #expect(document.exchanges.last?.step == "user name and password")
            #expect(
                SecretHunt(for: [Secret("the password", "Not-The-Password")]).findings(in: try Self.bytes(file), "")
                    == []
            )
        }
    }

    @Test("a command that is killed in the middle of a request leaves what it did until then")
    func killed() async throws {
        // A server that takes connections and never answers.
        let server = try await LoopbackServer.start { _, _ in [.hang] }
        let test = try TestContext()
        let file = test.folder.appending(path: "killed.har").path
        let program = try RunningProgram(
            ["auth-mode", "--server", "127.0.0.1:\(server.port)", "--trace", file],
            in: test
        )
        await server.log.wait { !$0.isEmpty }
        kill(program.identifier, SIGKILL)
        #expect(await program.isEndedBySignal())
        let document = try TraceReader.read(try Self.bytes(file), publicNames: [])
        #expect(document.exchanges.map(\.isPending) == [true])
        #expect(document.exchanges.map(\.step) == ["mode of the system"])
        #expect(document.outcome == nil)
        await server.stop()
    }

    @Test("a trace that cannot be written is refused before anything is asked of anybody")
    func unwritable() async throws {
        let test = try TestContext()
        let file = test.folder.appending(path: "no-such-folder/x.har").path
        let status = await test.run("auth-mode", "--server", "finesse.invalid", "--trace", file)
        #expect(status == ExitStatus.usage.rawValue)
        #expect(
            test.takeTalk() == [
                "finessectl: The trace cannot be written to \(file): No such file or directory. Name another file with --trace."
            ]
        )
    }

    @Test("what is no trace is named as such, with what to do")
    func noTrace() async throws {
        let test = try TestContext()
        let file = try test.file("x.har", "{}")
        #expect(await test.run("trace", file) == ExitStatus.usage.rawValue)
        #expect(
            test.takeTalk() == [
                "finessectl: \(file) cannot be drawn: it is no HAR 1.2: log is missing. "
                    + "Record it again, with --trace or as HAR in a browser's network tools."
            ]
        )
        #expect(await test.run("trace", "\(file)-gone") == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().joined().contains("Name a file that --trace wrote."))
    }

    @Test("a profile does not keep --trace")
    func profile() async throws {
        let test = try TestContext()
        let file = test.folder.appending(path: "x.har").path
        let status = await test.run("profile", "add", "work", "--server", "finesse.invalid", "--trace", file)
        #expect(status == ExitStatus.usage.rawValue)
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}

@Suite("How a trace is drawn in a terminal")
struct TerminalFactsTests {
    private static func style(_ facts: TerminalFacts, _ environment: [String: String]) -> LadderStyle {
        facts.style(environment)
    }

    @Test("is as wide as COLUMNS says, else as the terminal, else 80")
    func width() {
        #expect(Self.style(TerminalFacts(isTerminal: true, columns: 120), ["COLUMNS": "100"]).width == 100)
        #expect(Self.style(TerminalFacts(isTerminal: true, columns: 120), ["COLUMNS": ""]).width == 120)
        #expect(Self.style(TerminalFacts(), [:]).width == 80)
    }

    @Test(
        "goes beyond ASCII where the locale is of UTF-8; LC_ALL goes before LC_CTYPE, that before LANG",
        arguments: [
            ([:], true), (["LANG": "C.UTF-8"], false), (["LANG": "en_US.utf8", "LC_CTYPE": "C"], true),
            (["LANG": "C", "LC_CTYPE": "de_DE.UTF-8"], false), (["LC_ALL": "POSIX", "LC_CTYPE": "de_DE.UTF-8"], true),
        ] as [([String: String], Bool)]
    )
    func locale(environment: [String: String], isASCII: Bool) {
        #expect(Self.style(TerminalFacts(), environment).isASCII == isASCII)
    }

    @Test("has colours on a terminal only, and not where NO_COLOR is set or the terminal is a dumb one")
    func colours() {
        let terminal = TerminalFacts(isTerminal: true)
        #expect(Self.style(terminal, [:]).hasColour)
        #expect(Self.style(terminal, ["NO_COLOR": ""]).hasColour)
        #expect(!Self.style(terminal, ["NO_COLOR": "1"]).hasColour)
        #expect(!Self.style(terminal, ["TERM": "dumb"]).hasColour)
        #expect(!Self.style(TerminalFacts(), [:]).hasColour)
    }
}
