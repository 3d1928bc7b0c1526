import Testing
import WebAgentHTML

@Suite("Selectors, level 4")
struct SelectorTests {
    private static let markup = """
        <!DOCTYPE html><div id=a class="x y"><p id=b>1</p><p id=c class=y lang=en-GB>2</p><span id=d></span><p id=e title="a b">3</p></div>
        <form id=f><input id=g type=TEXT name=user required><input id=h type=checkbox checked><input id=i type=radio name=r disabled>
        <select id=j><option id=k><option id=l selected></select><a id=m href=#>x</a><input id=n placeholder=p></form>
        <ul id=o><li id=p1><li id=p2><li id=p3><li id=p4></ul>
        """

    @Test(
        "finds the elements in tree order",
        arguments: [
            ("#a", ["a"]), ("p.y", ["c"]), (".x.y", ["a"]), ("div p", ["b", "c", "e"]), ("div > span", ["d"]),
            ("span + p", ["e"]),
            ("p ~ p", ["c", "e"]), ("P", ["b", "c", "e"]), ("#b, #e,#c", ["b", "c", "e"]), ("[type=text]", ["g"]),
            ("[name=USER]", []), ("[name=USER i]", ["g"]), ("[type=text s]", []), ("[lang|=en]", ["c"]),
            ("[title~=b]", ["e"]),
            ("[id^=p][id$='1']", ["p1"]), ("[title*=\" \"]", ["e"]), ("[title*='']", []), ("li:first-child", ["p1"]),
            ("li:last-child", ["p4"]),
            ("li:nth-child(2n+1)", ["p1", "p3"]), ("li:nth-child(even)", ["p2", "p4"]),
            ("li:nth-child( -n + 2 )", ["p1", "p2"]),
            ("li:nth-last-child(1)", ["p4"]), ("p:nth-of-type(3)", ["e"]), ("span:only-of-type", ["d"]),
            ("p:nth-child(2 of p)", ["c"]),
            ("span:empty", ["d"]), (":checked", ["h", "l"]), ("input:disabled", ["i"]),
            ("input:enabled", ["g", "h", "n"]),
            (":required", ["g"]), ("input:optional", ["h", "i", "n"]), (":link", ["m"]), ("div :not(p)", ["d"]),
            ("div :not(p, span)", []),
            (":is(#b, :nonsense(, #c)", []), (":where(#b, 5, #c)", ["b", "c"]), ("form:has(> [type=checkbox])", ["f"]),
            ("p:has(+ span)", ["c"]), ("div:has(p ~ span)", ["a"]), ("html:root > body > ul", ["o"]),
            ("#\\70 1", ["p1"]),
            ("[id='\\70 1']", ["p1"]), ("p::before", []), ("#g:hover", []), ("input:placeholder-shown", ["n"]),
            ("*|p.y", ["c"]),
            ("#a/**/ > /*x*/p.y", ["c"]),
        ] as [(String, [String])]
    )
    func finds(selector: String, expected: [String]) throws {
        let document = page(Self.markup)
        guard let parsed = try? Selector(selector) else {
            #expect(expected.isEmpty, "\(selector) was refused")
            return
        }
        #expect(
            document.queryAll(parsed, below: document.root).map { document.attribute("id", of: $0) ?? "-" } == expected
        )
    }

    @Test(
        "refuses what follows no rule",
        arguments: [
            "", ",", "a,", "> a", "a >", "#", ".", "[", "[a", "[a=", "a b]", "#1", "a:not()", ":nth-child(x)", "a||b",
            "ns|a", "a::", "\"a\"", "[a='\n']",
        ]
    )
    func malformed(selector: String) {
        let error = #expect(throws: SelectorError.self) { try Selector(selector) }
        guard case .malformed(let text, _, _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(text == selector)
    }

    @Test("refuses a selector so long or deep that matching it could exhaust the stack")
    func tooLong() {
        let chain = Array(repeating: "a", count: 100_000).joined(separator: "+")
        #expect(throws: SelectorError.self) { try Selector(chain) }
        let nest = String(repeating: ":not(", count: 10_000) + "a"
        #expect(throws: SelectorError.self) { try Selector(nest) }
    }

    @Test("names a pseudo-class that is not supported")
    func unsupported() {
        let error = #expect(throws: SelectorError.self) { try Selector("a:sparkling") }
        #expect(error == .unsupported("sparkling"))
        #expect(error?.description.contains(":sparkling") == true)
    }

    @Test("matches from an element upwards, with the element as the scope")
    func closest() throws {
        let document = page(Self.markup)
        let option = try document.find("#l")
        #expect(document.closest(try Selector("form"), to: option) == (try document.find("#f")))
        #expect(document.closest(try Selector("option"), to: option) == option)
        #expect(document.closest(try Selector("table"), to: option) == nil)
        #expect(document.queryAll(try Selector(":scope > p"), below: try document.find("#a")).count == 3)
        #expect(document.query(try Selector("div p"), below: try document.find("#a")) != nil)
    }

    @Test("follows the state that a script set")
    func state() throws {
        let document = page(Self.markup)
        document.setChecked(false, of: try document.find("#h"))
        document.setSelected(true, of: try document.find("#k"))
        #expect(try document.ids(":checked") == ["k"])
        let focused = try document.find("#g")
        #expect(document.queryAll(try Selector(":focus"), below: document.root, focused: focused) == [focused])
        #expect(document.matches(try Selector("form:focus-within"), try document.find("#f"), focused: focused))
    }

    @Test("compares classes without case in quirks mode only")
    func quirks() throws {
        #expect(try page("<p class=A id=q>").ids(".a") == ["q"])
        #expect(try page("<!DOCTYPE html><p class=A id=q>").ids(".a") == [])
    }

    @Test("ends soon where every ancestor could begin the chain")
    func deepChains() throws {
        let document = page(String(repeating: "<div>", count: 400) + "<p>")
        let chain = Array(repeating: "div", count: 30).joined(separator: " ")
        #expect(document.query(try Selector("b " + chain + " p"), below: document.root) == nil)
        #expect(document.query(try Selector(chain + " p"), below: document.root) != nil)
    }
}
