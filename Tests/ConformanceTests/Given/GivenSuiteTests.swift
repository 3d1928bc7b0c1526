import ConformanceSuites
import Testing

/// Each suite on the vectors given, in this process; `make conformance` does the same with the command.
@Suite("The given vectors")
struct GivenSuiteTests {
    @Test("http-state does what the known issues say", .given(HTTPStateSuite.self))
    func httpState() async throws { try await check(HTTPStateSuite.self) }

    @Test("cookie-dates does what the known issues say", .given(CookieDateSuite.self))
    func cookieDates() async throws { try await check(CookieDateSuite.self) }

    @Test("wpt-cookies does what the known issues say", .given(WPTCookieSuite.self))
    func wptCookies() async throws { try await check(WPTCookieSuite.self) }

    @Test("samesite does what the known issues say", .given(SameSiteSuite.self))
    func sameSite() async throws { try await check(SameSiteSuite.self) }

    @Test("public-suffix does what the known issues say", .given(PublicSuffixSuite.self))
    func publicSuffix() async throws { try await check(PublicSuffixSuite.self) }

    @Test("urltestdata does what the known issues say", .given(URLTestDataSuite.self))
    func urlTestData() async throws { try await check(URLTestDataSuite.self) }

    @Test("url-setters does what the known issues say", .given(URLSettersSuite.self))
    func urlSetters() async throws { try await check(URLSettersSuite.self) }

    @Test("percent-encoding does what the known issues say", .given(PercentEncodingSuite.self))
    func percentEncoding() async throws { try await check(PercentEncodingSuite.self) }

    @Test("urlencoded-parser does what the known issues say", .given(URLEncodedParserSuite.self))
    func urlEncodedParser() async throws { try await check(URLEncodedParserSuite.self) }

    @Test("form-encoding does what the known issues say", .given(FormEncodingSuite.self))
    func formEncoding() async throws { try await check(FormEncodingSuite.self) }

    @Test("refresh does what the known issues say", .given(RefreshSuite.self))
    func refresh() async throws { try await check(RefreshSuite.self) }

    @Test("redirect-method does what the known issues say", .given(RedirectMethodSuite.self))
    func redirectMethod() async throws { try await check(RedirectMethodSuite.self) }

    @Test("redirect-location does what the known issues say", .given(RedirectLocationSuite.self))
    func redirectLocation() async throws { try await check(RedirectLocationSuite.self) }

    @Test("html-tree does what the known issues say", .given(HTMLTreeSuite.self))
    func htmlTree() async throws { try await check(HTMLTreeSuite.self) }

    @Test("html-tokenizer does what the known issues say", .given(HTMLTokenizerSuite.self))
    func htmlTokenizer() async throws { try await check(HTMLTokenizerSuite.self) }

    @Test("pages does what the known issues say", .given(PagesSuite.self))
    func pages() async throws { try await check(PagesSuite.self) }

    private func check(_ suite: any ConformanceSuite.Type) async throws {
        let outcomes = try await GivenData.outcomes(of: suite)
        #expect(outcomes.contains { $0.outcome == .passed })
        #expect(try GivenData.knownIssues().disagreements(suite: suite.name, outcomes: outcomes) == [])
    }
}
