import Foundation
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing

@testable import WebAgentCLI

@Suite("web-agent open", .timeLimit(.minutes(5)))
struct OpenCommandTests {
    private static let login = """
        <!DOCTYPE html><title>Sign in</title><form method=post action="/login?state=SECRETSTATE" id=f>
        <label for=u>User name</label><input id=u name=user><input type=password name=pw><input name=code \
        autocomplete=one-time-code><input type=hidden name=csrf value=SECRETHIDDEN><button>Go</button></form>
        """

    private static let long = String(repeating: "SECRET", count: 7)

    private static let routes = [
        "GET https://app.com/": HTTPResponse.redirect(
            to: "https://idp.org/login?ticket=SECRETTICKET",
            cookie: "s=SECRETCOOKIE"
        ),
        "GET https://idp.org/login": .html(login, fields: ["Set-Cookie": "__Host-x=SECRETREFUSED; Path=/"]),
        "POST https://idp.org/login": .text("application/json", "{}"),
        "GET https://app.com/long": .html("", fields: ["Set-Cookie": "\(long)=1; Path=/p/\(long)"]),
    ]

    @Test("tells address, status, title, hops with their causes, cookies and why, and forms")
    func document() async throws {
        let document = try await TestContext(Self.routes).document("https://app.com/")
        #expect(document["url"].text == "https://idp.org/login?ticket=<redacted>")
        #expect(document["status"].number == 200)
        #expect(document["title"].text == "Sign in")
        #expect(document["exitStatus"].number == 0)
        #expect(document["error"].isNull)
        #expect(document["hops"].items.map { $0["cause"].text } == ["open", "redirect"])
        #expect(document["hops"].items.map { $0["status"].number } == [302, 200])
        #expect(document["cookies"].items.map { $0["decision"].text } == ["stored", "refused"])
        #expect(document["cookies"].items.last?["rule"].text == "host-prefix")
        #expect(document["jar"].items.map { $0["name"].text } == ["s"])
        #expect(document["forms"].items.first?["action"].text == "https://idp.org/login?state=<redacted>")
        let controls = document["forms"].items.first?["controls"].items ?? []
        #expect(controls.map { $0["role"].text } == ["username", "password", "one-time-code", nil, nil])
        #expect(controls.map { $0["filled"].flag } == [false, false, false, true, false])
    }

    @Test("has the keys that are documented, and no others")
    func keys() async throws {
        let document = try await TestContext(Self.routes).document("https://app.com/")
        #expect(
            document.names == [
                "contentType", "cookies", "error", "exitStatus", "forms", "hops", "jar", "missingInterfaces",
                "refusals",
                "scriptErrors", "scripts", "status", "stop", "title", "url", "value", "walls",
            ]
        )
        let text = try String(contentsOf: Self.documentation, encoding: .utf8)
        for name in document.names { #expect(text.contains("`\(name)"), "docs/web-agent.md does not tell of \(name)") }
        for status in ExitStatus.allCases { #expect(text.contains("| \(status.rawValue) |")) }
    }

    private static let documentation = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/web-agent.md")

    @Test("shows no value of a cookie, a form, a query or a file, in any of its outputs")
    func secrets() async throws {
        let test = try TestContext(Self.routes)
        let file = try test.file("value", "SECRETFILLED\n")
        let trace = test.folder.appending(path: "trace")
        for form in [[], ["--json"]] {
            let arguments =
                ["open", "https://app.com/", "--fill", "username=@\(file)", "--trace", trace.path]
                + ["--allow-password-origin", "https://idp.org", "--fill", "password=@\(file)", "--click", "button"]
                + form
            #expect(await WebAgentProgram.run(arguments, in: test.context) == 0)
            let words = test.takeOutput().joined() + test.takeTalk().joined()
            let recorded = try String(contentsOf: trace, encoding: .utf8)
            #expect(words.contains("https://idp.org/login"))
            #expect(!words.contains("SECRET"))
            #expect(!recorded.contains("SECRET"))
        }
    }

    @Test("shows no name and no path that is as long as a secret")
    func longNames() async throws {
        let test = try TestContext(Self.routes)
        let document = try await test.document("https://app.com/long")
        #expect(document["jar"].items.first?["name"].text == "<redacted>")
        #expect(document["jar"].items.first?["path"].text == "/p/<redacted>")
        #expect(await test.open("https://app.com/long") == .success)
        #expect(!test.takeOutput().joined().contains("SECRET"))
    }

    @Test("shows controls that are in no form together")
    func noForm() async throws {
        let test = try TestContext(["GET https://a.com/": .html("<input name=q>")])
        #expect(try await test.document("https://a.com/")["forms"].items.map { $0["action"].isNull } == [true])
        #expect(await test.open("https://a.com/") == .success)
        #expect(test.takeOutput().suffix(3) == ["forms", "  in no form", "    q  text  empty"])
    }

    @Test("says it all in lines for people")
    func lines() async throws {
        let test = try TestContext(Self.routes)
        #expect(await test.open("https://app.com/", "--eval", "[1, 'x']") == .success)
        let output = test.takeOutput()
        #expect(output.first == "url     https://idp.org/login?ticket=<redacted>")
        #expect(
            output.contains {
                $0.hasPrefix("  1  open      GET  302") && $0.contains("https://app.com/ → https://idp.org/")
            }
        )
        #expect(output.contains { $0.contains("a __Host- name needs Secure, Path=/ and no Domain") })
        #expect(output.contains("    user  username       empty   User name"))
        #expect(output.suffix(2) == ["value", "  [1,\"x\"]"])
    }

    @Test("fills in, clicks and follows, in this order; the values come from files without their line break")
    func fills() async throws {
        let test = try TestContext(Self.routes)
        let name = try test.file("name", "anna\r\n")
        let secret = try test.file("secret", "p&w \n")
        let status = await test.open(
            "https://app.com/",
            "--click",
            "button",
            "--fill",
            "username=@\(name)",
            "--fill",
            "password=@\(secret)",
            "--fill",
            "input[name=code]=@\(name)",
            "--allow-password-origin",
            "https://idp.org"
        )
        #expect(status == .success)
        let body = test.transport.requests.last?.body.map { String(decoding: $0, as: UTF8.self) }
        #expect(body == "user=anna&pw=p%26w+&code=anna&csrf=SECRETHIDDEN")
    }

    @Test("tells of the page it came to last, also where it then ends in an error")
    func lastPage() async throws {
        let test = try TestContext(Self.routes)
        let secret = try test.file("secret", "x")
        let status = await test.open(
            "https://app.com/",
            "--fill",
            "password=@\(secret)",
            "--allow-password-origin",
            "https://idp.org",
            "--click",
            "button",
            "--eval",
            "1",
            "--json"
        )
        #expect(status == .stopped)
        let document = try JSONObject(try #require(test.takeOutput().first))
        #expect(document["url"].text == "https://idp.org/login?state=<redacted>")
        #expect(document["contentType"].text == "application/json")
        #expect(document["error"].text?.isEmpty == false)
    }

    @Test("shows a page in a process of its own, between walls, and leaves none behind")
    func ownProcess() async throws {
        let test = try TestContext(Self.routes)
        let programs = [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])].compactMap { $0 }
            .map { $0.deletingLastPathComponent().appending(path: "web-agent-page-host").path }
        let program = try #require(programs.first { FileManager.default.isExecutableFile(atPath: $0) })
        let closed = Mutex(false)
        var context = test.context
        context.pageHosts = { path, environment, limit in
            let hosts = try PageHosts.processes(path: path, environment: environment, limit: limit)
            let close: @Sendable () async -> Void = {
                await hosts.close()
                closed.withLock { $0 = true }
            }
            return PageHosts(provider: hosts.provider, prepare: hosts.prepare, close: close)
        }
        let arguments = ["open", "https://app.com/", "--page-host", program, "--eval", "document.title", "--json"]
        let status = await WebAgentProgram.run(arguments + ["--timeout", "280"], in: context)
        #expect(status == 0, "\(test.takeTalk())")
        let document = try JSONObject(try #require(test.takeOutput().first))
        #expect(document["value"].text == "Sign in")
        #expect(document["walls"].items.compactMap(\.text).contains("processor time"))
        #expect(closed.withLock { $0 })
    }

    @Test("submits nothing where nothing is clicked")
    func submitsNothing() async throws {
        let test = try TestContext(Self.routes)
        let name = try test.file("name", "anna")
        #expect(await test.open("https://app.com/", "--fill", "username=@\(name)") == .success)
        #expect(test.transport.requests.count == 2)
    }
}
