import Testing

@testable import WebAgentScripting

@Suite("Messages between windows")
struct MessageTests {
    static let other = "https://other.test/frame"

    @Test("a message has its origin and its source, by which it can be answered")
    func answers() async throws {
        let page = TestPage()
        page.frame(
            Self.other,
            "<script>onmessage = event => event.source.postMessage('re: ' + event.data, event.origin)</script>"
        )
        try await page.open(
            """
            <iframe id=i src=\(Self.other)></iframe><script>
            onload = () => i.contentWindow.postMessage('hello', '\(Self.other)');
            onmessage = event => console.log(event.data, event.origin, event.source === i.contentWindow);
            </script>
            """
        )
        #expect(page.console == ["re: hello https://other.test true"])
    }

    @Test("a message reaches only the origin it is meant for")
    func targetOrigin() async throws {
        let page = TestPage()
        page.frame(Self.other, "<script>onmessage = event => console.log(event.data)</script>")
        try await page.open(
            """
            <iframe id=i src=\(Self.other)></iframe><script>
            onload = () => {
                const target = i.contentWindow;
                target.postMessage('wrong', 'https://third.test'); target.postMessage('own', '/');
                target.postMessage('right', 'https://other.test/any/path'); target.postMessage('any', '*');
                target.postMessage('named', {targetOrigin: 'https://other.test'}); target.postMessage('default');
                try { target.postMessage('bad', 'no origin') } catch (error) { console.log(error.name) }
            };
            </script>
            """
        )
        #expect(page.console == ["SyntaxError", "right", "any", "named"])
    }

    @Test("values are copied, as values of the receiver")
    func copies() async throws {
        let page = TestPage()
        page.frame(
            Self.other,
            """
            <script>onmessage = ({data}) => {
                const {list, date, map, set, bytes, nothing, not, error, self, minus, big} = data;
                parent.postMessage([list instanceof Array, list.length, date instanceof Date && Number(date), map.get('k'), set.has(2),
                    bytes instanceof Uint8Array && bytes[1], nothing === undefined && 'nothing' in data, Number.isNaN(not),
                    error instanceof TypeError && error.message, self === data, Object.is(minus, -0), String(big),
                    data.constructor === Object, data.__proto__ === Object.prototype], '*');
            }</script>
            """
        )
        try await page.open(
            """
            <iframe id=i src=\(Self.other)></iframe><script>
            onload = () => {
                const data = {list: [1, , 3], date: new Date(5), map: new Map([['k', 'v']]), set: new Set([2]),
                    bytes: new Uint8Array([1, 2]), nothing: undefined, not: NaN, error: new TypeError('t'), minus: -0, big: 10n};
                data.self = data;
                i.contentWindow.postMessage(data, '*');
                for (const bad of [() => {}, document, window, i.contentWindow, Symbol(), Promise.resolve()])
                    try { i.contentWindow.postMessage(bad, '*') } catch (error) { console.log(error.name) }
            };
            onmessage = event => console.log(JSON.stringify(event.data));
            </script>
            """
        )
        #expect(page.console.dropLast() == Array(repeating: "DataCloneError", count: 6)[...])
        #expect(
            page.console.last
                == #"[true,3,5,"v",true,2,true,true,"t",true,true,"10",true,true]"#
        )
    }

    @Test("a key named __proto__ is a key")
    func prototypeKey() async throws {
        let page = TestPage()
        page.frame(
            Self.other,
            "<script>onmessage = ({data}) => parent.postMessage(String(data.polluted) + Object.keys(data), '*')</script>"
        )
        try await page.open(
            """
            <iframe id=i src=\(Self.other)></iframe><script>
            onload = () => i.contentWindow.postMessage(JSON.parse('{"__proto__": {"polluted": 1}}'), '*');
            onmessage = event => console.log(event.data);
            </script>
            """
        )
        #expect(page.console == ["undefined__proto__"])
    }

    @Test("a port that would travel with a message is named as missing")
    func ports() async throws {
        let page = TestPage()
        page.frame(Self.other, "x")
        try await page.open(
            "<iframe id=i src=\(Self.other)></iframe><script>"
                + "onload = () => i.contentWindow.postMessage('x', '*', [new MessageChannel().port1])</script>"
        )
        #expect(page.missing.contains("postMessage with ports"))
    }
}
