import Testing

@testable import WebAgentScripting

/// A script and the JSON of what it gives on the page of ``DocumentObjectTests``.
struct ScriptCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let script: String
    let value: String

    init(_ rule: String, _ script: String, _ value: String) {
        self.rule = rule
        self.script = script
        self.value = value
    }

    var testDescription: String { rule }
}

@Suite("What scripts see of a page", .timeLimit(.minutes(5)))
struct DocumentObjectTests {
    static let page = """
        <!DOCTYPE html><html><head><title> A  b </title></head><body><form id=f name=g action="?x=1">\
        <input name=u id=uid value=v required><input type=password name=p><input type=checkbox name=c id=c>\
        <label for=c id=l>Lab</label><select name=s id=s><option value=1>One<option selected>Two</select>\
        <textarea name=t>tt</textarea><input type=radio name=r value=1><input type=radio name=r value=2 id=r2>\
        <button id=b>Go</button></form><a id=a href="/x?y#z" class="one two">link</a>\
        <div id=d data-foo-bar=1 style="color: red"><p>a</p><p class=q>b</p></div><img name=i src=1.png></body></html>
        """

    static let cases: [ScriptCase] = [
        ScriptCase(
            "the window is itself",
            "[window === self, top === this, parent === window, window instanceof Window]",
            "[true,true,true,true]"
        ),
        ScriptCase(
            "the window knows its interface before anybody has named it",
            "const first = self.constructor.name; [first, self.constructor === Window]",
            "[\"Window\",true]"
        ),
        ScriptCase(
            "interfaces form chains",
            "[document instanceof HTMLDocument, f instanceof HTMLFormElement, f instanceof EventTarget, String(d), String(window)]",
            "[true,true,true,\"[object HTMLDivElement]\",\"[object Window]\"]"
        ),
        ScriptCase(
            "the document knows its page",
            "[document.title, document.URL, document.referrer, document.readyState, document.domain, document.compatMode]",
            "[\"A b\",\"https://idp.example.test/login?a=1\",\"https://sp.example.test/\",\"complete\",\"idp.example.test\",\"CSS1Compat\"]"
        ),
        ScriptCase(
            "collections know names",
            "[document.forms.length, document.forms.g === f, document.g === f, document.images.i === document.i, document.links.length]",
            "[1,true,true,true,1]"
        ),
        ScriptCase(
            "a form knows its controls",
            "[f.u.value, f.elements.p.type, f[0].name, f.length, f.r.length, f.r instanceof RadioNodeList, [...f].length]",
            "[\"v\",\"password\",\"u\",8,2,true,8]"
        ),
        ScriptCase(
            "radio buttons exclude each other",
            "[f.r.value, r2.checked = true, f.r.value, f.r[0].checked = true, r2.checked]",
            "[\"\",true,\"2\",true,false]"
        ),
        ScriptCase(
            "a select follows its options",
            "[s.value, s.selectedIndex, s.options[0].text, s.value = '1', s.selectedOptions[0].index]",
            "[\"Two\",1,\"One\",\"1\",0]"
        ),
        ScriptCase(
            "an action is resolved",
            "[f.action, f.method, f.enctype]",
            "[\"https://idp.example.test/login?x=1\",\"get\",\"application/x-www-form-urlencoded\"]"
        ),
        ScriptCase(
            "a link is taken apart",
            "[a.href, a.pathname, a.search, a.hash, a.host]",
            "[\"https://idp.example.test/x?y#z\",\"/x\",\"?y\",\"#z\",\"idp.example.test\"]"
        ),
        ScriptCase(
            "classes are a list",
            "a.classList.add('three'); a.classList.toggle('one'); [a.className, a.classList.contains('two'), [...a.classList]]",
            "[\"two three\",true,[\"two\",\"three\"]]"
        ),
        ScriptCase(
            "data attributes and styles keep values",
            "d.dataset.xY = 2; d.style.backgroundColor = 'blue'; [d.dataset.fooBar, d.getAttribute('data-x-y'), d.style.color, d.getAttribute('style')]",
            "[\"1\",\"2\",\"red\",\"color: red; background-color: blue;\"]"
        ),
        ScriptCase(
            "markup goes in and out",
            "d.innerHTML = '<p>x'; d.insertAdjacentHTML('afterbegin', '<i>i</i>'); [d.innerHTML, d.firstChild.outerHTML, d.children.length]",
            "[\"<i>i</i><p>x</p>\",\"<i>i</i>\",2]"
        ),
        ScriptCase(
            "lists are live or not",
            "var live = d.getElementsByTagName('p'), fixed = d.querySelectorAll('p'); d.firstChild.remove(); [live.length, fixed.length, live[0].className]",
            "[1,2,\"q\"]"
        ),
        ScriptCase(
            "nodes are made, moved and copied",
            "var p = document.createElement('P'); p.append('x', document.createElement('b')); d.prepend(p); [p.tagName, d.firstChild === p, p.cloneNode(true).outerHTML, p.cloneNode().outerHTML, p.nextSibling.textContent]",
            "[\"P\",true,\"<p>x<b></b></p>\",\"<p></p>\",\"a\"]"
        ),
        ScriptCase(
            "a wrong place is refused",
            "try { d.appendChild(document.body) } catch (e) { [e.name, e.code, e instanceof DOMException] }",
            "[\"HierarchyRequestError\",3,true]"
        ),
        ScriptCase(
            "selectors match",
            "[d.querySelector('.q').matches('div > p'), d.firstChild.closest('body').nodeName, document.querySelector('#nope')]",
            "[true,\"BODY\",null]"
        ),
        ScriptCase(
            "a wrong selector is a SyntaxError",
            "try { document.querySelector('<') } catch (e) { e.name }",
            "\"SyntaxError\""
        ),
        ScriptCase(
            "constraints are checked",
            "[f.checkValidity(), uid.value = '', f.checkValidity(), uid.validity.valueMissing]",
            "[true,\"\",false,true]"
        ),
        ScriptCase(
            "FormData takes the entries",
            "[...new FormData(f)].map(e => e.join('=')).join('&')",
            "\"u=v&p=&s=Two&t=tt\""
        ),
        ScriptCase(
            "Image and Option make elements",
            "var o = new Option('t', 'v'); [new Image(1).width, o.value, o.text, o instanceof HTMLOptionElement]",
            "[1,\"v\",\"t\",true]"
        ),
        ScriptCase(
            "names of the page's elements are globals",
            "[uid === document.getElementById('uid'), i.tagName]",
            "[true,\"IMG\"]"
        ),
        ScriptCase(
            "another document can be parsed",
            "var other = new DOMParser().parseFromString('<title>T</title><p id=z>hi', 'text/html'); [other.title, other.getElementById('z').textContent, other.body.children.length, document.getElementById('z')]",
            "[\"T\",\"hi\",1,null]"
        ),
        ScriptCase(
            "what a person reads leaves out what is hidden",
            "d.innerHTML = 'a<b hidden>b</b><p style=\"display: none\">c</p><p>d'; d.innerText",
            "\"a\\nd\""
        ),
        ScriptCase(
            "reset puts the markup's values back",
            "uid.value = 'w'; c.checked = true; f.reset(); [uid.value, c.checked]",
            "[\"v\",false]"
        ),
    ]

    @Test("on the page", arguments: cases)
    func holds(_ row: ScriptCase) async throws {
        let page = TestPage()
        try await page.open(Self.page)
        #expect(try await page.value(row.script) == row.value)
        #expect(page.errors == [])
        #expect(page.missing == [])
    }

    static let platform: [ScriptCase] = [
        ScriptCase(
            "addresses are parsed",
            "[new URL('../a?b=1#c', 'https://h.test:8443/x/y').href, new URL('https://h.test/?q=a+b').searchParams.get('q')]",
            "[\"https://h.test:8443/a?b=1#c\",\"a b\"]"
        ),
        ScriptCase(
            "a query follows its address",
            "var u = new URL('https://h.test/?a=1'); u.searchParams.append('b', '&'); u.href",
            "\"https://h.test/?a=1&b=%26\""
        ),
        ScriptCase("queries are written", "new URLSearchParams({a: '1 2', b: 'ä'}).toString()", "\"a=1+2&b=%C3%A4\""),
        ScriptCase("base64 goes both ways", "[btoa('hello'), atob('aGVsbG8=')]", "[\"aGVsbG8=\",\"hello\"]"),
        ScriptCase(
            "text is coded",
            "[new TextEncoder().encode('é').length, new TextDecoder().decode(new Uint8Array([0xc3, 0xa9]))]",
            "[2,\"é\"]"
        ),
        ScriptCase("random bytes come from the parent", "[...crypto.getRandomValues(new Uint8Array(3))]", "[7,7,7]"),
        ScriptCase(
            "values are copied",
            "var v = structuredClone({a: [1, new Map([[1, 2]])]}); [v.a[0], v.a[1].get(1)]",
            "[1,2]"
        ),
        ScriptCase(
            "the navigator tells what the parent said",
            "[navigator.userAgent, navigator.language, navigator.cookieEnabled]",
            "[\"TestAgent/1.0\",\"en-US\",true]"
        ),
        ScriptCase(
            "layout questions get fixed answers",
            "[innerWidth, matchMedia('(min-width: 600px)').matches, getComputedStyle(document.body).display]",
            "[1280,true,\"block\"]"
        ),
        ScriptCase(
            "the location is taken apart",
            "[location.host, location.pathname, location.search, location.origin, '' + location]",
            "[\"idp.example.test\",\"/login\",\"?a=1\",\"https://idp.example.test\",\"https://idp.example.test/login?a=1\"]"
        ),
        ScriptCase("dialogs are answered no", "[confirm('?'), prompt('?'), alert('!')]", "[false,null,null]"),
        ScriptCase(
            "storage is kept by the parent",
            "localStorage.a = 1; sessionStorage.setItem('b', 2); [localStorage.getItem('a'), localStorage.length, Object.keys(sessionStorage), localStorage.nope === undefined]",
            "[\"1\",1,[\"b\"],true]"
        ),
    ]

    @Test("of the platform", arguments: platform)
    func platformHolds(_ row: ScriptCase) async throws {
        let page = TestPage()
        try await page.open("<p>")
        #expect(try await page.value(row.script) == row.value)
        #expect(page.errors == [])
    }

    @Test("cookies are read and written through the parent")
    func cookies() async throws {
        let page = TestPage()
        page.cookies = ["sid=1"]
        try await page.open("<script>document.cookie = 'a=b; path=/'; var seen = document.cookie</script>")
        #expect(try await page.value("seen") == "\"sid=1; a=b\"")
        #expect(page.asks == [.writeCookie("a=b; path=/"), .readCookies])
    }
}
