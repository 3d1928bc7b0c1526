import FinesseSSO
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl rules", .timeLimit(.minutes(5)))
struct RulesCommandTests {
    private static let yaml = """
        version: 1
        rules:
          - name: department
            url: https://idp.example/**
            when: "form#extra"
            unless: ["#done", "#gone"]
            overrides: true
            do:
              - fill: "#user"
                with: user-name
              - choose: "select[name=realm]"
                with: realm
              - fill: "#dept"
                text: "4711"
              - click: "#next"
        """

    @Test("reads a file as it is written down in docs/rules.md")
    func reads() throws {
        let rule = try #require(try RulesFile.rules(in: Self.yaml, path: "r").first)
        #expect(rule.name == "department" && rule.url.text == "https://idp.example/**" && rule.overrides)
        #expect(rule.when == ["form#extra"] && rule.unless == ["#done", "#gone"])
        #expect(
            rule.steps == [
                .fill("#user", .userName), .choose("select[name=realm]", .realm), .fill("#dept", .text("4711")),
                .click("#next"),
            ]
        )
    }

    @Test("writes what it reads: the rules that come along, and those of a file")
    func roundTrip() throws {
        let builtIn = SignInRules.builtIn.rules
        let again = try RulesFile.rules(in: RulesFile.text(builtIn), path: "r")
        #expect(again == builtIn && !builtIn.isEmpty)
        let own = try RulesFile.rules(in: Self.yaml, path: "r")
        let ownAgain = try RulesFile.rules(in: RulesFile.text(own), path: "r")
        #expect(ownAgain == own)
    }

    @Test(
        "says in which line a file is not as it must be, and why",
        arguments: [
            ("version: 2\nrules: []", 1, "\"version\" must be 1"), ("version: 1\nrule: []", 2, "no \"rule\""),
            ("version: 1\nrules:\n  - name: a\n    url: idp", 4, "needs a \"url\""),
            ("version: 1\nrules:\n  - name: a\n    url: https://a/\n    do: []", 5, "list of steps"),
            ("version: 1\nrules:\n  - name: a\n    url: https://a/\n    do:\n      - click: \"a[\"", 6, "selector"),
            (
                "version: 1\nrules:\n  - name: a\n    url: https://a/\n    do:\n      - fill: a", 6,
                "\"with\" or \"text\""
            ),
            ("version: 1\nrules:\n  - name: a\n    url: https://a/\n    do:\n      - press: a", 6, "no \"press\""),
            ("version: 1\nrules: [", nil, "no YAML"),
        ] as [(String, Int?, String)]
    )
    func malformed(text: String, line: Int?, reason: String) throws {
        let error = #expect(throws: RulesFileError.self) { try RulesFile.rules(in: text, path: "r.yaml") }
        let words = error?.description ?? ""
        #expect(words.contains(reason), "\(words)")
        if let line { #expect(words.contains("line \(line)"), "\(words)") }
    }

    private func decide(_ test: TestContext, _ page: String, _ options: String...) async throws -> [String: JSON] {
        let words = ["rules", "test", try test.file("page.html", page), "--in-process-pages", "--json"] + options
        #expect(await FinesseProgram.run(words, in: test.context) == 0)
        let text = test.takeOutput().joined()
        return try JSONDecoder().decode([String: JSON].self, from: Data(text.utf8))
    }

    @Test("tells what would be filled in where, and why")
    func fill() async throws {
        let test = try TestContext()
        let told = try await decide(
            test,
            "<form id=f method=post><input name=u autocomplete=username><input type=password name=p><button>In</button></form>"
        )
        #expect(told["decision"] == .text("fill") && told["form"] == .text("f") && told["button"] == .text("In"))
        #expect(told["userNameField"] == .text("u") && told["passwordField"] == .text("p"))
        #expect(told["reason"] == .text("the form \"f\" asks for a password"))
    }

    @Test("tells which rule of which file would be followed")
    func rule() async throws {
        let test = try TestContext()
        let file = try test.file("rules.yaml", Self.yaml)
        let page = "<form id=extra><input id=dept></form>"
        let told = try await decide(test, page, "--url", "https://idp.example/x?y", "--rules", file, "--realm", "R")
        #expect(told["decision"] == .text("follow-rule") && told["rule"] == .text("department"))
        #expect(told["ownRule"] == .flag(true))
        let elsewhere = try await decide(test, page, "--url", "https://other.example/", "--rules", file)
        #expect(elsewhere["decision"] == .text("stop") && elsewhere["stop"] == .text("other-form"))
    }

    @Test("runs the page's scripts only where that is asked for")
    func scripts() async throws {
        let test = try TestContext()
        let page =
            "<div id=d></div><script>document.getElementById('d').innerHTML = '<form><input type=password name=p></form>'</script>"
        #expect(try await decide(test, page)["decision"] == .text("stop"))
        #expect(try await decide(test, page, "--scripts")["decision"] == .text("fill"))
        let posting =
            "<body onload='document.forms[0].submit()'><form method=post action=https://sp.example/acs?x=1></form>"
        let told = try await decide(test, posting, "--scripts")
        #expect(told["decision"] == .text("go-on"))
        #expect(told["reason"]?.text?.hasSuffix("POST https://sp.example/acs") == true)
    }

    @Test("prints a rule to begin with where nothing is known, which reads as a file")
    func suggestion() async throws {
        let test = try TestContext()
        let page = try test.file(
            "p.html",
            "<form id=f><input name=dept aria-label=Department><button>Go</button></form>"
        )
        #expect(await test.run("rules", "test", page, "--url", "https://idp.example/x", "--in-process-pages") == 0)
        let talk = test.takeTalk().joined(separator: "\n")
        let yaml = try #require(talk.firstRange(of: "version: 1")).lowerBound
        let rules = try RulesFile.rules(in: String(talk[yaml...]), path: "talk")
        #expect(rules.first?.when == ["form#f"] && rules.first?.url.text == "https://idp.example/x")
    }

    @Test("prints the rules that come along, and refuses a file that is not there")
    func show() async throws {
        let test = try TestContext()
        #expect(await test.run("rules", "show") == 0)
        #expect(test.takeOutput().joined().contains("AD FS"))
        #expect(await test.run("rules", "show", "--rules", "/nowhere/at/all") == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().joined().contains("/nowhere/at/all"))
    }
}
