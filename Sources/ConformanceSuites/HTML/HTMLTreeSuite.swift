import WebAgentHTML

/// Tree construction, in both scripting modes unless a case names one.
package enum HTMLTreeSuite: ConformanceSuite {
    package static let name = "html-tree"
    package static let defaultPath = "html5lib/tree-construction"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try input.files(endingWith: ".dat").flatMap { file in
            HTMLTreeCase.all(in: file.text).flatMap { outcomes(of: $0, file: file.name) }
        }
    }

    private static func outcomes(of test: HTMLTreeCase, file: String) -> [CaseOutcome] {
        let modes = test.scripting.map { [$0] } ?? [false, true]
        return modes.map { scripting in
            CaseOutcome(
                id: "\(file):\(test.line) script-\(scripting ? "on" : "off")",
                expected: test.document,
                got: tree(of: test, scripting: scripting)
            )
        }
    }

    private static func tree(of test: HTMLTreeCase, scripting: Bool) -> String {
        guard let context = test.fragmentContext else {
            let document = HTMLParser.parse(test.data, scripting: scripting)
            return HTMLTreeText.text(below: document.root, in: document)
        }
        let document = Document()
        document.isScriptingEnabled = scripting
        let element = HTMLTreeText.element(named: context, in: document)
        let fragment = HTMLParser.parseFragment(test.data, context: element, in: document)
        return HTMLTreeText.text(below: fragment, in: document)
    }
}
