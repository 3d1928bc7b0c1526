import Testing

@testable import WebAgentScripting

@Suite("What observers see of the parser")
struct ParserObservationTests {
    @Test("elements and texts that come after the observer's script are told, in their order and at their places")
    func seesParser() async throws {
        let page = TestPage()
        try await page.open(
            """
            <body><p id=before></p><script>
            new MutationObserver(records => console.log(records.map(record =>
                `${record.target.id || record.target.localName}<${[...record.addedNodes].map(node => node.id || node.nodeName)}`).join(' ')))
                .observe(document.body, {childList: true, subtree: true});
            </script><form id=f><input id=i></form>text<script>console.log('between')</script><b id=b></b>
            """
        )
        #expect(
            page.console == [
                "body<f f<i body<#text body<SCRIPT script<#text", "between", "body<b",
            ]
        )
    }

    @Test("an observer fills in a form that the parser inserts later, as pages of identity providers do")
    func actsOnForm() async throws {
        let page = TestPage()
        try await page.open(
            """
            <script>new MutationObserver(() => {
                const form = document.forms[0];
                if (form && !form.elements.token) form.insertAdjacentHTML('beforeend', '<input type=hidden name=token value=t>');
            }).observe(document.documentElement, {childList: true, subtree: true});</script>
            <form action=/next><input name=a></form><script>document.forms[0].submit()</script>
            """
        )
        #expect(page.submissions.map(\.url) == ["https://idp.example.test/next?a=&token=t"])
    }

    @Test("after it is disconnected nothing is told")
    func disconnected() async throws {
        let page = TestPage()
        try await page.open(
            """
            <body><script>const observer = new MutationObserver(() => console.log('told'));
            observer.observe(document.body, {childList: true}); observer.disconnect();</script><p></p>
            """
        )
        #expect(page.console.isEmpty)
    }
}
