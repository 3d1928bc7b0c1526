import Testing
import WebAgentCookies

@Suite("Cookie dates, RFC 6265bis §5.1.1")
struct CookieDateTests {
    @Test(
        "reads the forms servers write",
        arguments: [
            "Sun, 01 Jun 2025 00:00:00 GMT", "Sunday, 01-Jun-25 00:00:00 GMT", "Sun Jun  1 00:00:00 2025",
            "00:00:00 june 1 2025", "1 2025 JUNxyz 0:0:0", "01 Jun 2025 00:00:00 -0700", "2025 Jun 01 00:00:00z",
        ]
    )
    func reads(text: String) {
        #expect(CookieDate.parse(text.utf8) == start)
    }

    @Test(
        "refuses what lacks a part or names no day",
        arguments: [
            "", "Jun 2025 00:00:00", "01 2025 00:00:00", "01 Jun 00:00:00", "01 Jun 2025", "00 Jun 2025 00:00:00",
            "32 Jan 2025 00:00:00", "31 Jun 2025 00:00:00", "29 Feb 2025 00:00:00", "01 Jun 1600 00:00:00",
            "01 Jun 2025 24:00:00", "01 Jun 2025 00:60:00", "01 Jun 2025 00:00:60", "01 Jun 20255 00:00:00",
            "001 Jun 2025 00:00:00", "01 Jun 2025 00:00",
        ]
    )
    func refuses(text: String) {
        #expect(CookieDate.parse(text.utf8) == nil)
    }

    @Test(
        "reads two-digit years around 1970",
        arguments: [("70", 0), ("69", 3_124_224_000), ("99", 915_148_800), ("00", 946_684_800)]
    )
    func readsShortYears(year: String, seconds: Int64) {
        #expect(CookieDate.parse("01 Jan \(year) 00:00:00".utf8) == CookieTime(seconds: seconds))
    }

    @Test("knows leap days", arguments: [("2024", true), ("2000", true), ("1900", false), ("2023", false)])
    func knowsLeapDays(year: String, exists: Bool) {
        #expect((CookieDate.parse("29 Feb \(year) 12:00:00".utf8) != nil) == exists)
    }
}
