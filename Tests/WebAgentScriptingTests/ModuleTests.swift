import Testing

@testable import WebAgentScripting

@Suite("Modules, which are not supported")
struct ModuleTests {
    @Test("a page with both runs its scripts for browsers without modules, and the others are named")
    func both() async throws {
        let page = TestPage()
        try await page.open(
            """
            <script type=importmap>{"imports": {"a": "/a.js"}}</script><script type=module src=/m.js></script>
            <script type=module>console.log('module')</script><script nomodule>console.log('classic')</script>
            """
        )
        #expect(page.console == ["classic"])
        #expect(page.missing == ["<script type=importmap>", "<script type=module>"])
        let runs: [ScriptRun] = page.wishes.compactMap { if case .scriptRun(let run) = $0 { run } else { nil } }
        let left = runs.filter { $0.outcome == .moduleNotSupported }
        #expect(left.map(\.isInline) == [true, false, true])
        #expect(left.map(\.source).contains("https://idp.example.test/m.js"))
        #expect(page.asks.isEmpty)
        #expect(try await page.value("HTMLScriptElement.supports('module')") == "false")
    }

    @Test("an import by a call is rejected and named, caught or not")
    func dynamic() async throws {
        let page = TestPage()
        try await page.open("<script>import('/x.js').catch(error => console.log(error.name))</script>")
        #expect(page.console == ["Error"])
        #expect(page.missing == ["import()"])
        #expect(page.errors.isEmpty)
    }

    @Test(
        "what is no import is not taken for one",
        arguments: [
            "const o = {import() {}}; o.import(1)", "function load_import() {} load_import()",
            "function $import() {} $import()",
            "'@import(x)'", "let imported = (1)", "",
        ]
    )
    func others(script: String) async throws {
        let isMethod = script.contains("{import()")
        #expect(ScriptText.importsModules(script) == isMethod)
        #expect(ScriptText.importsModules("x;import('y')"))
        #expect(ScriptText.importsModules("load_import(1);await import('y')"))
    }
}
