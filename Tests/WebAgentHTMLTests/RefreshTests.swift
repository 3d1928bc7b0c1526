import Testing
import WebAgentHTML
import WebAgentURL

@Suite("Refresh, HTML 4.2.5.3")
struct RefreshTests {
    @Test(
        "reads seconds and address",
        arguments: [
            ("5", 5, "https://a.test/x/y"), ("0;URL='next?a=1'", 0, "https://a.test/x/next?a=1"),
            (" 3.7 , /top", 3, "https://a.test/top"), (".5; url=z", 0, "https://a.test/x/z"),
            ("1;'q'", 1, "https://a.test/x/q"), ("1; url 'q'", 1, "https://a.test/x/url%20'q'"),
            ("2 url=z", 2, "https://a.test/x/z"), ("1;url=\"unclosed", 1, "https://a.test/x/unclosed"),
        ]
    )
    func reads(content: String, seconds: Int, url: String) throws {
        let base = try #require(WebURL("https://a.test/x/y"))
        let refresh = try #require(Refresh.parse(content, base: base))
        #expect(refresh.seconds == seconds)
        #expect(refresh.url.href == url)
    }

    @Test("asks for nothing", arguments: ["", "url=z", "5x", "1; url=javascript:alert(1)", "1; url=http://:bad"])
    func refuses(content: String) throws {
        let base = try #require(WebURL("https://a.test/x/y"))
        #expect(Refresh.parse(content, base: base) == nil)
    }
}
