import Foundation
import HTTPTransport
import HTTPTransportTesting
import Testing

@testable import WebAgentCLI

/// A command line, and how it ends.
struct Ending: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var status: WebAgentCLI.ExitStatus
    var message: String

    var testDescription: String { "\(arguments.joined(separator: " ")): \(status)" }

    init(_ arguments: String..., status: WebAgentCLI.ExitStatus, message: String) {
        self.arguments = arguments
        self.status = status
        self.message = message
    }
}

@Suite("How web-agent open ends", .timeLimit(.minutes(5)))
struct ExitStatusTests {
    private static let pages: [String: HTTPResponse] = [
        "GET https://a.com/": .html("<title>A</title><form><input type=password name=p><button>Go</button></form>"),
        "GET https://a.com/go": HTTPResponse(status: 302, fields: ["Location": "https://b.com/"]),
        "GET https://b.com/": .html("<form><input type=password name=p></form>"),
        "GET http://plain.com/": .html("<form><input type=password name=p></form>"),
        "GET https://a.com/mail": .html("<script>location.href = 'mailto:x@a.com'</script>"),
        "GET https://a.com/loop": HTTPResponse(status: 302, fields: ["Location": "/loop"]),
    ]

    private static let endings = [
        Ending("https://a.com/nowhere", status: .success, message: ""),
        Ending("https://refuses.com/", status: .unreachable, message: "refuses connections"),
        Ending("https://bad.com/", status: .untrusted, message: "bad.com"),
        Ending("https://unknown.com/", status: .untrusted, message: "The option to trust an authority is --ca."),
        Ending("https://a.com/loop", status: .stopped, message: "redirect"),
        Ending("https://a.com/mail", status: .stopped, message: "mailto:"),
        Ending("https://a.com/mail", "--wait", "true", status: .success, message: ""),
        Ending("https://a.com/", "--click", "#none", status: .stopped, message: "#none"),
        Ending("https://a.com/", "--fill", "one-time-code=@FILE", status: .stopped, message: "one-time code field"),
        Ending("https://a.com/", "--fill", "password=@FILE", status: .success, message: ""),
        Ending(
            "https://a.com/go",
            "--fill",
            "password=@FILE",
            status: .stopped,
            message: "The option is --allow-password-origin https://b.com."
        ),
        Ending(
            "https://a.com/go",
            "--fill",
            "input=@FILE",
            status: .stopped,
            message: "The option is --allow-password-origin https://b.com."
        ),
        Ending(
            "http://plain.com/",
            "--fill",
            "password=@FILE",
            status: .stopped,
            message: "The option is --allow-password-over-http http://plain.com."
        ),
        Ending(
            "http://plain.com/",
            "--fill",
            "password=@FILE",
            "--allow-password-over-http",
            "http://plain.com",
            status: .success,
            message: ""
        ),
        Ending(
            "http://plain.com/",
            "--fill",
            "password=@FILE",
            "--allow-password-over-http",
            "http://other.com",
            status: .stopped,
            message: "The option is --allow-password-over-http http://plain.com."
        ),
        Ending("https://a.com/", "--wait", "false", status: .timedOut, message: "not true within 30.0 seconds"),
        Ending("https://a.com/", "--wait", "no.thing", status: .timedOut, message: "Can't find variable: no"),
        Ending("https://a.com/", "--wait", "1 +", status: .expressionFailed, message: "--wait cannot be parsed"),
        Ending("https://a.com/", "--eval", "no.thing", status: .expressionFailed, message: "Can't find variable: no"),
        Ending("ftp://a.com/", status: .usage, message: "no address of http or https"),
        Ending("https://a.com/", "--connect-to", "a.com", status: .usage, message: "HOST:PORT"),
        Ending("https://a.com/", "--ca", "/nowhere/at/all", status: .usage, message: "/nowhere/at/all"),
        Ending("https://a.com/", "--fill", "password=@/nowhere/at/all", status: .usage, message: "/nowhere/at/all"),
        Ending("https://a.com/", "--fill", "password=secret", status: .usage, message: "--fill"),
        Ending("https://a.com/", "--timeout", "0", status: .usage, message: "--timeout"),
        Ending("https://a.com/", "--fill", "username=@-", "--fill", "password=@-", status: .usage, message: "Only one"),
        Ending(
            "https://a.com/",
            "--allow-password-origin",
            "http://b.com",
            status: .usage,
            message: "--allow-password-over-http"
        ),
        Ending(
            "https://a.com/",
            "--allow-password-origin",
            "https://b.com/login",
            status: .usage,
            message: "no origin"
        ),
    ]

    private func context(rings: Bool = false) throws -> TestContext {
        try TestContext(rings: rings) { request throws(TransportError) in
            switch request.origin.host {
            case "refuses.com": throw .connectionRefused(request.origin)
            case "bad.com": throw .tls(request.origin, TLSFailure(reason: .handshakeFailed(detail: "no")))
            case "unknown.com":
                throw .tls(request.origin, TLSFailure(reason: .unknownIssuer(issuer: "CN=x", sha256: "00")))
            default:
                return Self.pages["\(request.method) \(request.origin)\(request.target)"] ?? HTTPResponse(status: 404)
            }
        }
    }

    @Test("with a status for scripts, and words that say what to do", arguments: endings)
    func ends(ending: Ending) async throws {
        let test = try context()
        let file = try test.file("value", "value")
        let arguments = ending.arguments.map { $0.replacing("@FILE", with: "@\(file)") }
        let status = await WebAgentProgram.run(["open"] + arguments, in: test.context)
        #expect(status == ending.status.rawValue)
        let talk = test.takeTalk().joined()
        #expect(ending.message.isEmpty || talk.contains(ending.message))
        #expect(talk.isEmpty == (ending.status == .success))
        // What was found so far is told whenever something was asked of a server.
        #expect(test.takeOutput().isEmpty == (ending.status == .usage))
    }

    @Test("when all of it takes too long, wherever it is")
    func alarm() async throws {
        let test = try TestContext(rings: true) { request throws(TransportError) in
            // A server that never answers; the run is cancelled.
            do { try await Task.sleep(for: .seconds(3600)) } catch { throw .cancelled(request.origin) }
            return HTTPResponse(status: 200)
        }
        #expect(await test.open("https://a.com/", "--timeout", "2.5") == .timedOut)
        #expect(
            test.takeTalk() == ["web-agent: https://a.com/ was not done within 2.5 seconds. Allow more with --timeout."]
        )
    }

    @Test("with an error where the program for pages is missing")
    func missingPageHost() throws {
        let failure = try #require(throws: CommandFailure.self) {
            _ = try PageHosts.processes(path: "/nowhere/at/all", environment: [:], limit: .seconds(1))
        }
        #expect(failure.status == .missingPart)
        #expect(failure.message.contains("/nowhere/at/all"))
    }

    @Test("with the failure in the document too")
    func document() async throws {
        let document = try await context().document("https://refuses.com/")
        #expect(document["exitStatus"].number == 3)
        #expect(document["error"].text?.contains("refuses connections") == true)
        #expect(document["url"].isNull)
        #expect(document["hops"].items.first?["failure"].text == "connection-refused")
    }
}
