import WebAgentCookies

/// The dates of `Expires`, through the parser that the jar uses.
package enum CookieDateSuite: ConformanceSuite {
    package static let name = "cookie-dates"
    package static let defaultPath = "http-state/dates.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in
            let date = CookieDate.parse(try row.string("cookie_date").utf8)
            return CaseOutcome(
                id: row.id,
                expected: row["expected_utc"]?.string ?? "no date",
                got: date.map(text) ?? "no date"
            )
        }
    }

    /// A moment in the form `Mon, 10 Dec 2007 17:02:24 GMT`.
    private static func text(of time: CookieTime) -> String {
        let seconds = Int(time.milliseconds / 1000)
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let clock = seconds - days * 86400
        let (year, month, day) = civil(days: days)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((days % 7) + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let hours = [clock / 3600, clock / 60 % 60, clock % 60].map { padded($0, to: 2) }.joined(separator: ":")
        return "\(weekday), \(padded(day, to: 2)) \(months[month - 1]) \(padded(year, to: 4)) \(hours) GMT"
    }

    /// Year, month and day of a number of days since 1970-01-01, counted forward a year and a month at a time.
    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        var year = 1970
        var rest = days
        while rest < 0 {
            year -= 1
            rest += length(of: year)
        }
        while rest >= length(of: year) {
            rest -= length(of: year)
            year += 1
        }
        var month = 1
        let lengths = [31, length(of: year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while rest >= lengths[month - 1] {
            rest -= lengths[month - 1]
            month += 1
        }
        return (year, month, rest + 1)
    }

    private static func length(of year: Int) -> Int {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
