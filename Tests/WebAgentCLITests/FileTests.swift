import Foundation
import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgentCookies

@testable import WebAgentCLI

@Suite("The files of web-agent open", .timeLimit(.minutes(5)))
struct FileTests {
    private let routes = [
        "GET https://a.com/": HTTPResponse.html("<p>x", fields: ["Set-Cookie": "s=SECRET; Max-Age=3600"])
    ]

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("keep the cookies for the next run, for their owner alone")
    func cookies() async throws {
        let test = try TestContext(routes)
        let path = test.folder.appending(path: "cookies").path
        #expect(await test.open("https://a.com/", "--cookies", path) == .success)
        #expect(try mode(of: path) == 0o600)
        #expect(await test.open("https://a.com/", "--cookies", path) == .success)
        #expect(test.transport.requests.map { $0.fields.text(named: "Cookie") } == [nil, "s=SECRET"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.path) == ["cookies"])
    }

    @Test("make an open file its owner's alone, and an empty one into one with cookies")
    func closesFile() async throws {
        let test = try TestContext(routes)
        let path = try test.file("cookies", "")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(await test.open("https://a.com/", "--cookies", path) == .success)
        #expect(try mode(of: path) == 0o600)
        #expect(try CookieFile(path: path).load().count == 1)
    }

    @Test("are not written over where they hold something else", arguments: ["cookies", "cookies\u{2}", "# Netscape"])
    func damaged(text: String) async throws {
        let test = try TestContext(routes)
        let path = try test.file("cookies", text)
        #expect(await test.open("https://a.com/", "--cookies", path) == .failure)
        #expect(test.takeTalk().first?.contains("\(path) was left as it is") == true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(test.transport.requests.isEmpty)
    }

    @Test("keep the cookies of a run that failed, too")
    func keepsAfterFailure() async throws {
        let test = try TestContext(routes)
        let path = test.folder.appending(path: "cookies").path
        #expect(await test.open("https://a.com/", "--cookies", path, "--eval", "no.thing") == .expressionFailed)
        #expect(try CookieFile(path: path).load().count == 1)
    }

    @Test("hold the recording as one JSON object a line, for their owner alone")
    func trace() async throws {
        let test = try TestContext(routes)
        let path = test.folder.appending(path: "trace").path
        #expect(await test.open("https://a.com/?a=SECRET", "--trace", path) == .success)
        #expect(try mode(of: path) == 0o600)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let types = try lines.map { try JSONObject(String($0))["type"].text }
        #expect(types == ["hop", "cookie", "pageHost", "page", "page"])
        #expect(!lines.joined().contains("SECRET"))
    }

    @Test("that cannot be written are named")
    func unwritable() async throws {
        let test = try TestContext(routes)
        #expect(await test.open("https://a.com/", "--trace", "/nowhere/at/all") == .failure)
        #expect(test.takeTalk().first?.contains("/nowhere/at/all cannot be written") == true)
    }
}

@Suite("What a terminal is given")
struct PrintableTextTests {
    @Test("obeys nothing that stands in a page")
    func controls() {
        #expect(PrintableText.line("a\u{1B}[31m\n b\u{202E}c\u{9B}") == "a\u{FFFD}[31m b\u{FFFD}c\u{FFFD}")
        #expect(PrintableText.lines("a\nb\r") == "a\nb\u{FFFD}")
        #expect(JSONValue.raw("\"\u{9B}\"").text == "\"\\u009b\"")
        #expect(JSONValue.string("\"\\\u{1B}\u{202E}é").text == "\"\\\"\\\\\\u001b\\u202eé\"")
    }
}
