import ConformanceSuites
import Foundation
import Testing

@Suite("The HTML suites ask the parser that shows pages")
struct HTMLSuiteTests {
    /// The tree that a page's script sees, in the notation of the tree construction files.
    private static let tree = #"""
        (() => {
            const lines = [];
            const walk = (parent, margin) => {
                for (const node of parent.childNodes) {
                    if (node.nodeType === 3) lines.push(margin + '"' + node.data + '"');
                    else if (node.nodeType === 8) lines.push(margin + '<!-- ' + node.data + ' -->');
                    else if (node.nodeType === 10) lines.push(margin + '<!DOCTYPE ' + node.name + '>');
                    else {
                        lines.push(margin + '<' + node.localName + '>');
                        for (const name of node.getAttributeNames().sort())
                            lines.push(margin + '  ' + name + '="' + node.getAttribute(name) + '"');
                        walk(node, margin + '  ');
                    }
                }
            };
            walk(document, '| ');
            return lines.join('\n');
        })()
        """#

    @Test(
        "html-tree: a script finds the tree that the suite gets",
        arguments: [
            "<!DOCTYPE html><p>a<b>b<p>c</b>d<i>e</p>f", "<table>x<tr><td>y<p></table>z<!--w-->",
            "<select><option>a<option>b<div>c</select>d", "<a href=1>x<a href=2 CLASS=k>y<table><a>z",
            "</p><br/></br><form><form>u</form>", "<frameset><frame>x</frameset>y", "<ul><li>a<ul><li>b<li>c</ul><li>d",
            "<noscript><p>n</noscript><textarea>\n\nt</textarea>",
        ]
    )
    func tree(markup: String) async throws {
        let tree = try await AgentWorld.evaluate(Self.tree, on: .page(markup))
        for (expected, outcome) in [(tree, CaseOutcome.Outcome.passed), (tree + "\n| <x>", .failed)] {
            let text = "#data\n\(markup)\n#errors\n#script-on\n#document\n\(expected)\n"
            let outcomes = try await OwnVectors.run(HTMLTreeSuite.self, text, file: "own.dat")
            #expect(outcomes.map(\.outcome) == [outcome], "\(outcomes)")
        }
    }

    @Test("html-tokenizer: a script finds the characters, the attribute and the comment that the suite gets")
    func tokenizer() async throws {
        let text = "a &notin; &notit; &#x80;&#xD800;&amp&ampx &nosuch; < 5"
        let attribute = "x&notit;&amp=1&lt;&copy2"
        let comment = "a--!b<!--c-"
        let title = "x</p>&lt;<b>&ampx"
        let markup = """
            <!DOCTYPE html><title>\(title)</title><body><p title="\(attribute)">\(text)</p><!--\(comment)-->
            """
        func read(_ script: String) async throws -> String {
            try await AgentWorld.evaluate(script, on: .page(markup))
        }
        let tests: [(input: String, state: String, output: [Any])] = [
            (text, "Data state", ["Character", try await read("document.body.firstChild.textContent")]),
            (title, "RCDATA state", ["Character", try await read("document.querySelector('title').textContent")]),
            (
                "<p title=\"\(attribute)\">", "Data state",
                ["StartTag", "p", ["title": try await read("document.body.firstChild.title")]]
            ),
            ("<!--\(comment)-->", "Data state", ["Comment", try await read("document.body.childNodes[1].data")]),
        ]
        for test in tests {
            for (output, outcome) in [
                ([test.output], CaseOutcome.Outcome.passed), ([test.output, ["EndTag", "x"]], .failed),
            ] {
                let row: [String: Any] = [
                    "input": test.input, "initialStates": [test.state], "lastStartTag": "title", "output": output,
                ]
                let outcomes = try await OwnVectors.run(
                    HTMLTokenizerSuite.self,
                    rows: ["tests": [row]],
                    file: "own.test"
                )
                #expect(outcomes.map(\.outcome) == [outcome], "\(outcomes)")
            }
        }
    }
}
