import Testing
import WebAgentHTML

@Suite("Tokenizer, HTML 13.2.5")
struct TokenizerTests {
    @Test(
        "gives the same tokens however the input is cut",
        arguments: [
            "<!DOCTYPE html PUBLIC \"a\" 'b'><p class='x&amp;y' b=&notit; c=&#x41;>caf\u{E9} &lt;&copy&#128; </p\r\n>",
            "<!-- a -- b --!><!---><![CDATA[x]]><?pi?></>\r\r\n<a/b=c =d>",
            "&am &#x &#xZ; &CounterClockwiseContourIntegral;",
        ],
        [1, 2, 3, 7]
    )
    func resumes(markup: String, length: Int) {
        #expect(TokenTrace.run(markup, pieceLength: length) == TokenTrace.run(markup))
    }

    @Test(
        "reads a whole tag as it reads one that comes byte by byte",
        arguments: [
            "<a>", "<A HREF='X' CLASS=y>z</A>", "<a  b = c  d\n=\t'e' f>", "<a b c=d b=e B=f>", "<a/>", "<a />",
            "<a b/>",
            "<a b=c/>", "<a b=c />", "<a/b/c>", "<a / b>", "<a b='c'd=\"e\"f>", "<a b=>", "<a b= >", "<a b=''>",
            "<a =b>", "<a b==c>", "<a b='>'>", "<a b=\"'\">", "<a b='&amp;' c=&lt>", "<a b=c&d>", "<a b='\0'>",
            "<a\0b>", "<a b\0=c>", "<a b=\0>", "<a<b>", "<a '\">", "</a >", "</a b=c>", "</a/>", "</a", "<a b='c",
            "<a b", "<a b=", "<", "</", "< a>", "</ a>", "<foreignObject x=\u{E9}>\u{E9} \n x", " \n a&b\0c<p>",
            "<x-\u{C4}\u{E4} \u{C4}=\u{C4}>",
        ]
    )
    func wholeTags(markup: String) {
        #expect(TokenTrace.run(markup) == TokenTrace.run(markup, pieceLength: 1))
    }

    @Test("reads any markup whole as it reads it byte by byte", arguments: UInt64(0)..<20)
    func anyMarkup(seed: UInt64) {
        let pieces = [
            "<", ">", "/", "=", "'", "\"", "&", ";", "!", "-", " ", "\n", "\0", "a", "B", "p", "\u{E9}", "<p", "</p>",
            "<a b=c",
            " id='x'", " ID=y", "&amp", "<!--", "-->", "x",
        ]
        var state = seed
        for _ in 0..<100 {
            var markup = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                markup += pieces[Int(state >> 33) % pieces.count]
            }
            #expect(TokenTrace.run(markup) == TokenTrace.run(markup, pieceLength: 1))
        }
    }

    @Test("reads a script with an escaped comment as one text")
    func escapedScript() {
        let script = "a<!--<script>b</script>c-->d"
        let tokens = TokenTrace.run(script + "</script >", from: .scriptData, lastStartTag: "script")
        #expect(tokens == [.characters(script), .endTag(name: "script")])
    }

    @Test("takes only the end tag with its own name as the end of text", arguments: ["</b>", "</titlex>", "</title"])
    func foreignEndTags(text: String) {
        let tokens = TokenTrace.run(text, from: .rcdata, lastStartTag: "title")
        #expect(tokens == [.characters(text)])
    }

    @Test("leaves a parameter that looks like a reference alone in an attribute, not in text")
    func ambiguousReferences() {
        let tokens = TokenTrace.run("<a href='?x&copy=1'>&copy=1")
        #expect(
            tokens == [
                .startTag(
                    name: "a",
                    attributes: [Attribute(name: "href", value: "?x&copy=1")],
                    isSelfClosing: false
                ),
                .characters("\u{A9}=1"),
            ]
        )
    }

    @Test("keeps the first of two attributes with one name, also among many")
    func duplicateAttributes() {
        let many = (0..<40).map { "a\($0)=\($0)" }.joined(separator: " ")
        guard case .startTag(_, let attributes, _) = TokenTrace.run("<p \(many) A7=x a39=x>").first else {
            Issue.record("no start tag")
            return
        }
        #expect(attributes.count == 40)
        #expect(attributes[7].value == "7")
        #expect(attributes[39].value == "39")
    }

    @Test(
        "reads numbers that mean no character as U+FFFD",
        arguments: ["&#0;", "&#xD800;", "&#x110000;", "&#99999999999;"]
    )
    func badNumbers(reference: String) {
        #expect(TokenTrace.run(reference) == [.characters("\u{FFFD}")])
    }
}
