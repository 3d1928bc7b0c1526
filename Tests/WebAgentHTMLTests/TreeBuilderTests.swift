import Testing
import WebAgentHTML

@Suite("Tree construction, HTML 13.2.6")
struct TreeBuilderTests {
    @Test(
        "repairs what is nested wrongly",
        arguments: [
            ("<p>1<b>2<i>3</b>4</i>5", "<p>1<b>2<i>3</i></b><i>4</i>5</p>"),
            ("<b>1<p>2</b>3", "<b>1</b><p><b>2</b>3</p>"),
            ("<a href=1>x<a href=2>y", "<a href=\"1\">x</a><a href=\"2\">y</a>"),
            ("<table>x<tr><td>y", "x<table><tbody><tr><td>y</td></tr></tbody></table>"),
            ("<ul><li>1<li>2</ul>", "<ul><li>1</li><li>2</li></ul>"),
            ("<h1>a<h2>b", "<h1>a</h1><h2>b</h2>"),
            ("<p>a<div>b</p>c", "<p>a</p><div>b<p></p>c</div>"),
            ("<b><b><b><b>x</b></b></b></b><p>y", "<b><b><b><b>x</b></b></b></b><p>y</p>"),
        ]
    )
    func repairs(markup: String, expected: String) {
        #expect(page("<!DOCTYPE html>" + markup).bodyMarkup == expected)
    }

    @Test(
        "handles what a select holds by the rules of 2025",
        arguments: [
            ("<select><div><option>a</div></select>", "<select><div><option>a</option></div></select>"),
            (
                "<select><option>a<optgroup><option>b<hr></select>",
                "<select><option>a</option><optgroup><option>b</option></optgroup><hr></select>"
            ),
            ("<select><option>a<select>b", "<select><option>a</option></select>b"),
            ("<div><select></div><option>a", "<div><select><option>a</option></select></div>"),
            ("<select><option>a<input>", "<select><option>a</option></select><input>"),
        ]
    )
    func selects(markup: String, expected: String) {
        #expect(page("<!DOCTYPE html>" + markup).bodyMarkup == expected)
    }

    @Test("copies the chosen option to where the select shows it")
    func selectedContent() throws {
        let document = page(
            "<select><button><selectedcontent></selectedcontent></button><option>a<option selected><b>c</b></select>"
        )
        #expect(document.innerHTML(of: try document.find("selectedcontent")) == "<b>c</b>")
    }

    @Test("adjusts names of SVG and MathML, and leaves them at an HTML tag")
    func foreignContent() throws {
        let document = page(
            "<svg viewbox=0 xlink:href=#x><foreignobject><p>a</foreignobject><path/></svg><math definitionurl=u>"
        )
        let svg = try document.find("svg")
        #expect(document.attributes(of: svg).map(\.name) == ["viewBox", "xlink:href"])
        #expect(document.attribute("href", namespace: .xlink, of: svg) == "#x")
        #expect(document.namespace(of: try document.find("foreignObject")) == .svg)
        #expect(document.namespace(of: try document.find("p")) == .html)
        #expect(document.attribute("definitionURL", of: try document.find("math")) == "u")
        #expect(page("<svg><g><div>x").bodyMarkup == "<svg><g></g></svg><div>x</div>")
    }

    @Test("reads noscript as text with scripts on, as elements with scripts off")
    func noscript() throws {
        let markup = "<body><noscript><p>x</p></noscript>"
        #expect(page(markup, scripting: true).bodyMarkup == markup.dropFirst(6))
        #expect(try page(markup, scripting: true).ids("p") == [])
        #expect(try page(markup, scripting: false).ids("p") == ["-"])
    }

    @Test(
        "finds the mode that the document type asks for",
        arguments: [
            ("<!DOCTYPE html>", QuirksMode.noQuirks), ("", .quirks), ("<!DOCTYPE foo>", .quirks),
            ("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' ''>", .limitedQuirks),
            ("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>", .quirks),
            ("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'x'>", .limitedQuirks),
        ]
    )
    func quirks(doctype: String, mode: QuirksMode) {
        #expect(page(doctype + "<p>").mode == mode)
    }

    @Test("keeps a template's contents apart from the tree")
    func templates() throws {
        let document = page("<template><tr><td>x</td></tr></template>")
        let template = try document.find("template")
        #expect(document.firstChild(of: template) == nil)
        let contents = try #require(document.templateContent(of: template))
        #expect(document.innerHTML(of: contents) == "<tr><td>x</td></tr>")
        #expect(document.innerHTML(of: template) == "<tr><td>x</td></tr>")
    }

    @Test(
        "parses a fragment as the contents of its context",
        arguments: [
            ("tr", "<td>1<td>2", "<td>1</td><td>2</td>"), ("div", "<td>1", "1"), ("textarea", "<b>", "&lt;b&gt;"),
            ("select", "<input><option>a", "<option>a</option>"), ("script", "<b>", "<b>"),
            ("colgroup", "<col>a \tb", "<col> \t"),
        ]
    )
    func fragments(context: String, markup: String, expected: String) {
        let document = page("")
        let element = document.createElement(context)
        document.append(HTMLParser.parseFragment(markup, context: element, in: document), to: element)
        #expect(document.innerHTML(of: element) == expected)
    }

    @Test("makes no text of the zero bytes of a table")
    func zeroBytesInTables() throws {
        let document = page("<table>\0<tr>\0</table>")
        let table = try document.find("table")
        #expect(document.descendants(of: table).allSatisfy { document.kind(of: $0) == .element })
    }

    @Test("closes templates that the page leaves open, however many")
    func openTemplates() {
        let document = page("<body>" + String(repeating: "<template><tr>", count: 300))
        #expect(document.bodyMarkup.hasPrefix("<template><tr><template><tr><template>"))
        #expect(document.bodyMarkup.hasSuffix("</tr></template></tr></template></tr></template>"))
    }

    @Test("marks scripts of a fragment as started, those of a page not")
    func startedScripts() throws {
        let document = page("<div></div><script>1</script>")
        let fragment = HTMLParser.parseFragment("<script>2</script>", context: try document.find("div"), in: document)
        let inner = try #require(document.firstChild(of: fragment))
        #expect(document.isAlreadyStarted(inner))
        #expect(!document.isAlreadyStarted(try document.find("script")))
        #expect(document.isParserInserted(try document.find("script")))
    }
}
