import Testing
import WebAgentHTML

@Suite("Serialiser, HTML 13.3")
struct SerializerTests {
    @Test(
        "writes what parses to the same tree",
        arguments: [
            #"<p title="a&amp;b&lt;&quot;">x &amp; y &lt; z&nbsp;</p>"#, "<script>a < b && c</script>",
            "<br><img src=\"x\">",
            "<!-- c --><template><td></td></template>", #"<svg viewBox="0" xlink:href="a"><path></path></svg>"#,
        ]
    )
    func roundTrip(markup: String) {
        #expect(page("<!DOCTYPE html><body>" + markup).bodyMarkup == markup)
    }

    @Test("writes a whole document")
    func document() {
        let document = page("<!DOCTYPE html><title>t</title>")
        #expect(
            document.innerHTML(of: document.root)
                == "<!DOCTYPE html><html><head><title>t</title></head><body></body></html>"
        )
    }

    @Test("writes a tree far deeper than the parser builds")
    func deep() {
        let document = Document()
        let top = document.createElement("div")
        var current = top
        for _ in 0..<20_000 {
            let child = document.createElement("i")
            document.append(child, to: current)
            current = child
        }
        #expect(document.outerHTML(of: top).utf8.count == 11 + 20_000 * 7)
    }
}
