import Crypto
import Foundation
import Testing

@testable import SignInTrace

@Suite("The ladder of a trace")
struct LadderTests {
    private static func ladder() async throws -> Ladder {
        let sample = SampleTrace()
        try await sample.walk()
        sample.recorder.end(TracedOutcome(status: 5, message: "Finesse answered 500."))
        return Ladder(try TraceReader.read(sample.recorder.file, publicNames: ["cc_username"]))
    }

    @Test("is the picture that was agreed on", arguments: [("ladder-80.txt", false), ("ladder-ascii.txt", true)])
    func picture(name: String, isASCII: Bool) async throws {
        let style = LadderStyle(width: isASCII ? 100 : 80, isASCII: isASCII)
        let text = TerminalLadder(try await Self.ladder(), style: style).lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: Fixture.url(name))
        }
        #expect(text == String(decoding: try Fixture.bytes(name), as: UTF8.self))
    }

    @Test("keeps to the width, whatever that is", arguments: [0, 60, 72, 80, 100, 120, 140, 1000])
    func width(columns: Int) async throws {
        let style = LadderStyle(width: columns, hasColour: false)
        let lines = TerminalLadder(try await Self.ladder(), style: style).lines
        #expect(lines.allSatisfy { $0.count <= min(140, max(60, columns)) })
        #expect(lines.allSatisfy { !$0.contains("\u{1B}") })
    }

    @Test("is the same with colours when these are taken out")
    func colours() async throws {
        let ladder = try await Self.ladder()
        let plain = TerminalLadder(ladder, style: LadderStyle()).lines
        let coloured = TerminalLadder(ladder, style: LadderStyle(hasColour: true)).lines
        #expect(coloured != plain)
        let stripped = coloured.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
        #expect(stripped == plain)
        // No line leaves its colour to the next one.
        let last = coloured.compactMap { $0.matches(of: /\u{1B}\[[0-9;]*m/).last?.output }
        #expect(last.allSatisfy { $0 == "\u{1B}[0m" })
    }

    @Test("in ASCII is nothing but ASCII")
    func ascii() async throws {
        let lines = TerminalLadder(try await Self.ladder(), style: LadderStyle(isASCII: true)).lines
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }
}

@Suite("The page of a trace")
struct HTMLLadderTests {
    /// A file whose every text wants to be more than text.
    static func hostile(_ text: String) throws -> TraceDocument {
        let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        let file = """
            {"log":{"version":"1.2","creator":{"name":\(quoted),"version":"1"},"_command":\(quoted),
            "_outcome":{"status":1,"message":\(quoted)},"entries":[{"startedDateTime":\(quoted),"time":1e300,
            "_party":"IdP","_step":\(quoted),"_purpose":\(quoted),"serverIPAddress":\(quoted),
            "_cookies":[{"name":\(quoted),"domain":\(quoted),"path":\(quoted),"party":"server","decision":"refused",
            "why":\(quoted),"section":\(quoted)}],
            "_saml":{"kind":\(quoted),"binding":\(quoted),"size":-1,"facts":[{"name":\(quoted),"value":\(quoted)}],
            "elements":[\(quoted)]},
            "_page":{"url":\(quoted),"forms":[{"method":\(quoted),"action":\(quoted),"controls":[\(quoted)]}]},
            "_notes":[{"kind":"script","text":\(quoted)}],
            "request":{"method":\(quoted),"url":\(quoted),"headers":[{"name":\(quoted),"value":\(quoted)}],
            "queryString":[{"name":\(quoted),"value":\(quoted)}],
            "postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":\(quoted),"value":\(quoted)}]}},
            "response":{"status":99999,"_error":\(quoted),"redirectURL":\(quoted),"headers":[{"name":\(quoted),"value":\(quoted)}],
            "content":{"size":9223372036854775807,"mimeType":\(quoted),"text":\(quoted)}}}]}}
            """
        return try TraceReader.read(Array(file.utf8), publicNames: [])
    }

    @Test(
        "takes nothing in a trace for markup",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "</style><b>", "--><b>",
        ]
    )
    func escapes(text: String) throws {
        let page = HTMLLadder(Ladder(try Self.hostile(text))).page
        let frame = HTMLLadder(Ladder(try Self.hostile("harmless"))).page
        // The same tags, with the same attributes, in the same order.
        func tags(_ page: String) -> [Substring] { page.matches(of: /<[^>]*>/).map(\.output) }
        #expect(tags(page) == tags(frame))
        #expect(!page.contains(text))
    }

    @Test("needs no script, no address and no style but its own, which its policy names")
    func policy() throws {
        let page = HTMLLadder(Ladder(try Self.hostile("harmless"))).page
        for word in ["<script", "http:", "https:", "src=", "href=", "url(", "@import", "style=\"", " on"]
        where word != " on" {
            #expect(!page.contains(word), "\(word)")
        }
        let digest = Data(SHA256.hash(data: Data(HTMLStyle.sheet.utf8))).base64EncodedString()
        #expect(HTMLStyle.digest == "sha256-\(digest)")
        #expect(
            page.contains(
                "content=\"default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'\""
            )
        )
        #expect(page.contains("<style>\(HTMLStyle.sheet)</style>"))
    }

    @Test("and the lines in a terminal hold nothing that a terminal obeys")
    func terminal() throws {
        let document = try Self.hostile("a\u{1B}[31mb\u{7}\u{9B}\u{202E}c\r\nd")
        let lines = TerminalLadder(Ladder(document), style: LadderStyle()).lines
        let obeyed: (Unicode.Scalar) -> Bool = {
            $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
        }
        #expect(!lines.contains { $0.unicodeScalars.contains(where: obeyed) })
    }
}
