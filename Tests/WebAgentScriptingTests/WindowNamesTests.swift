import Testing

@testable import WebAgentScripting

@Suite("Names of the window and members of elements", .serialized, .timeLimit(.minutes(5)))
struct WindowNamesTests {
    private let page = TestPage()

    private func value(
        _ script: String,
        in markup: String = "<body><form><input name=a></form>"
    ) async throws -> String? {
        page.wishes = []
        try await page.open(markup)
        let value = try await page.value(script)
        #expect(page.errors == [])
        #expect(page.missing == [])
        return value
    }

    @Test("a name of the platform is the window's own, whatever way a script asks for it first")
    func present() async throws {
        let all = [
            "'NAME' in window", "typeof NAME !== 'undefined'", "typeof window.NAME !== 'undefined'",
            "window.hasOwnProperty('NAME')", "Object.hasOwn(window, 'NAME')",
            "Object.getOwnPropertyNames(window).includes('NAME')", "Reflect.ownKeys(window).includes('NAME')",
            "Object.getOwnPropertyDescriptor(window, 'NAME').configurable",
        ]
        for question in all {
            let names = [
                "URL", "XMLHttpRequest", "fetch", "Event", "CustomEvent", "MouseEvent", "HTMLInputElement",
                "HTMLDivElement", "Element",
                "Node", "EventTarget", "HTMLElement", "Document", "HTMLCollection", "DOMException", "MutationObserver",
                "localStorage", "navigator", "history", "screen", "performance", "console", "setTimeout", "alert",
                "scrollTo",
                "innerWidth", "name", "status", "onload", "onclick", "onhashchange", "Option", "Image", "Location",
                "Window",
                "origin", "isSecureContext", "crypto", "atob",
            ]
            for name in names {
                let script = question.replacing("NAME", with: name)
                try await page.open("<body>")
                #expect(try await page.value(script) == "true", "\(script)")
            }
            #expect(page.errors == [])
        }
    }

    @Test("a name that nobody knows is not there")
    func absent() async throws {
        #expect(
            try await value("['fetchh' in window, typeof Urll, window.hasOwnProperty('toString2')]")
                == #"[false,"undefined",false]"#
        )
    }

    @Test("an interface is one object, has its name and prototype, and cannot be listed")
    func identity() async throws {
        let script = """
            [URL === window.URL, URL.name, new URL('https://a.test/').constructor === URL,
             document.createElement('input') instanceof HTMLInputElement, document.forms[0].elements[0].constructor === HTMLInputElement,
             document.createElement('div').constructor.name, document instanceof Document, new MouseEvent('click') instanceof UIEvent,
             Object.getPrototypeOf(HTMLElement) === Element, Object.prototype.toString.call(new Image()),
             Object.keys(window).includes('URL'), Object.keys(window).includes('setTimeout')]
            """
        #expect(
            try await value(script)
                == #"[true,"URL",true,true,true,"HTMLDivElement",true,true,true,"[object HTMLImageElement]",false,true]"#
        )
    }

    @Test("a property of the window has the attributes that a browser gives it")
    func attributes() async throws {
        let script = """
            ['URL', 'fetch', 'setTimeout', 'alert'].map(name => {
                const {writable, enumerable, configurable} = Object.getOwnPropertyDescriptor(window, name);
                return [writable, enumerable, configurable];
            })
            """
        #expect(
            try await value(script)
                == "[[true,false,true],[true,true,true],[true,true,true],[true,true,true]]"
        )
    }

    @Test("a page that gives a name of the platform a meaning of its own keeps it")
    func redefined() async throws {
        let all = [
            "window.NAME = 7", "NAME = 7", "var NAME = 7", "globalThis['NAME'] = 7", "self.NAME = 7",
            "Object.defineProperty(window, 'NAME', {value: 7, writable: true, configurable: true, enumerable: true})",
            "Object.assign(window, {NAME: 7})", "typeof NAME; window.NAME = 7", "delete window.NAME; window.NAME = 7",
        ]
        for definition in all {
            for name in [
                "URL", "status", "fetch", "Event", "HTMLDivElement", "screen", "alert", "event", "length",
                "console",
            ] {
                let script = definition.replacing("NAME", with: name)
                try await page.open("<body><script>\(script)</script><script>var found = \(name)</script>")
                #expect(try await page.value("[found, window.\(name)]") == "[7,7]", "\(script)")
                #expect(page.errors == [], "\(script)")
            }
        }
    }

    @Test(
        "a function of the page that has a name of the platform takes its place, and what relies on the platform's goes on"
    )
    func functionDeclarations() async throws {
        try await page.open(
            "<body onload='loaded = 1'><script>function Event() { return 1 } function fetch() { return 2 }"
                + " function alert() { return 3 } let URL = 4; class Image {} const Option = 5</script><div id=d></div>"
        )
        #expect(
            try await page.value(
                "[Event(), fetch(), alert(), URL, typeof new Image().src, Option, loaded,"
                    + " document.getElementById('d').dispatchEvent(new MouseEvent('click'))]"
            ) == #"[1,2,3,4,"undefined",5,1,true]"#
        )
        #expect(page.errors == [])
    }

    @Test("a name of the platform that a script deletes is no longer there")
    func deleted() async throws {
        #expect(
            try await value(
                "[delete window.fetch, typeof fetch, 'fetch' in window, delete window.ours, (window.ours = 1, delete window.ours), 'ours' in window]"
            ) == #"[true,"undefined",false,true,true,false]"#
        )
        #expect(try await value("fetch; [delete window.fetch, typeof fetch]") == #"[true,"undefined"]"#)
    }

    @Test("listing the names of the window gives what can be listed, each once")
    func listing() async throws {
        let script = """
            var names = []; for (const name in window) names.push(name);
            [new Set(names).size === names.length, ['setTimeout', 'onload', 'document', 'innerWidth', 'scrollTo', 'localStorage', 'names']
                .every(name => names.includes(name)), names.includes('URL'), names.includes('HTMLElement')]
            """
        #expect(try await value(script) == "[true,true,false,false]")
    }

    @Test("the accessors of a control's value are on its interface and work on any control")
    func valueAccessors() async throws {
        let script = """
            var input = document.createElement('input'), own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
            own.set.call(input, 'x');
            var byInstance = Object.getOwnPropertyDescriptor(document.forms[0].a.constructor.prototype, 'checked');
            [own.get.call(input), typeof own.set, own.configurable, typeof byInstance.get,
             Object.getOwnPropertyDescriptor(input, 'value') === undefined]
            """
        #expect(try await value(script) == #"["x","function",true,"function",true]"#)
    }

    @Test("a handler of an element is there however a script comes to it")
    func handlers() async throws {
        let all = [
            "document.createElement('a').onclick === null", "'onclick' in document.createElement('a')",
            "'onclick' in document", "document.onreadystatechange === null",
            "'onclick' in HTMLElement.prototype", "HTMLElement.prototype.hasOwnProperty('onclick')",
            "typeof Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'onclick').set === 'function'",
            "Object.getOwnPropertyNames(Document.prototype).includes('onclick')",
            "!document.createElement('a').hasOwnProperty('onclick')",
            "(() => { for (const name in document.createElement('a')) if (name === 'onclick') return true })()",
            "(() => { let hit = 0; const a = document.createElement('a'); a.onclick = () => { hit += 1 }; a.click(); return hit === 1 })()",
            "(() => { let hit = 0; const a = document.createElement('a'); a.setAttribute('onclick', 'this.hit = 1'); a.click();"
                + " return a.hit === 1 && typeof a.onclick === 'function' })()",
            "(() => { let hit = 0; document.body.onhashchange = () => {}; return typeof window.onhashchange === 'function' })()",
            "(() => { let hit = 0; window.onfocus = () => { hit += 1 }; dispatchEvent(new Event('focus')); return hit === 1 })()",
            "(() => { const a = document.createElement('a'), f = () => {}; a.onclick = f; a.onclick = null; return a.onclick === null })()",
        ]
        for question in all {
            #expect(try await value(question) == "true", "\(question)")
        }
    }

    @Test("a member of a node is there however a script comes to it")
    func members() async throws {
        let all = [
            "typeof document.querySelector === 'function'", "'querySelector' in document",
            "document.children.length === 1",
            "typeof Element.prototype.matches === 'function'", "Element.prototype.hasOwnProperty('querySelector')",
            "typeof document.body.constructor.prototype.querySelector === 'function'",
            "Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'title').set !== undefined",
            "'remove' in Text.prototype && CharacterData.prototype.hasOwnProperty('remove')",
            "typeof Document.prototype.append === 'function'", "typeof Node.prototype.appendChild === 'function'",
            "(document.body.title = 'x', document.body.getAttribute('title') === 'x')",
            "(document.body.hidden = true, document.body.outerHTML.startsWith('<body hidden'))",
            "(() => { const f = document.createDocumentFragment(); f.append('a'); return f.textContent === 'a' })()",
            "(() => { const t = document.createTextNode('a'); document.body.prepend(t); t.remove(); return !t.isConnected })()",
            "(() => { Element.prototype.remove = () => 7; return document.body.remove() === 7 })()",
            "(() => { document.body.remove = () => 8; return document.body.remove() === 8 })()",
            "(() => { for (const name in document.body) if (name === 'title') return true })()",
            "new Set(Object.getOwnPropertyNames(HTMLElement.prototype)).size > 90",
        ]
        for question in all {
            #expect(try await value(question) == "true", "\(question)")
        }
    }

    @Test("a form's control that has the name of a member is found before it")
    func namedControls() async throws {
        #expect(
            try await value(
                "[document.forms[0].title.value, document.forms[0].remove.value, document.forms[0].onclick.value]",
                in: "<form><input name=title value=1><input name=remove value=2><input name=onclick value=3></form>"
            ) == #"["1","2","3"]"#
        )
    }

    @Test("an event of loading reaches those who listen, in order, and handlers set from a script too")
    func loadingEvents() async throws {
        try await page.open(
            """
            <body onload="log.push('attribute')" onpageshow="log.push('show')"><script>
            var log = [];
            document.addEventListener('readystatechange', () => log.push(document.readyState));
            document.addEventListener('DOMContentLoaded', event => log.push(event.type + event.isTrusted));
            window.addEventListener('DOMContentLoaded', () => log.push('window'));
            addEventListener('load', event => log.push(event.target === document));
            document.onreadystatechange = () => log.push('handler');
            </script>
            """
        )
        #expect(
            try await page.value("log")
                == #"["interactive","handler","DOMContentLoadedtrue","window","complete","handler","attribute",false,"show"]"#
        )
    }
}
