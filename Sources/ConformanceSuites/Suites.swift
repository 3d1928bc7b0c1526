/// Every suite, in the order in which `make conformance` runs them.
package let allSuites: [any ConformanceSuite.Type] = [
    HTTPStateSuite.self, CookieDateSuite.self, WPTCookieSuite.self, SameSiteSuite.self, PublicSuffixSuite.self,
    URLTestDataSuite.self, URLSettersSuite.self, PercentEncodingSuite.self, URLEncodedParserSuite.self,
    FormEncodingSuite.self, RefreshSuite.self, RedirectMethodSuite.self, RedirectLocationSuite.self,
    HTMLTreeSuite.self, HTMLTokenizerSuite.self, PagesSuite.self,
]
