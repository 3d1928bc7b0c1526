/// Points of time as servers write them, read into milliseconds since 1970.
enum ServerTime {
    /// Reads a `Date` field.
    ///
    /// Source: RFC 9110 §5.6.7, IMF-fixdate. DEPARTURE: the two obsolete forms are not read, since no server of today sends them.
    static func milliseconds(httpDate text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT", let day = number(parts[1], 2),
            let month = months.firstIndex(of: parts[2].lowercased()), let year = number(parts[3], 4)
        else { return nil }
        return instant(year, Int64(month) + 1, day, parts[4])
    }

    /// Reads a timestamp such as `2022-12-22T12:47:41.747Z`, with or without a fraction, in UTC or with a distance from it.
    ///
    /// Source: RFC 3339 §5.6.
    static func milliseconds(iso8601 text: String) -> Int64? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard date.count == 3, let year = number(date[0], 4), let month = number(date[1], 2),
            let day = number(date[2], 2), let (clock, offset) = zone(of: halves[1])
        else { return nil }
        let pieces = clock.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = instant(year, month, day, pieces[0]) else { return nil }
        guard pieces.count == 2 else { return whole - offset }
        let thousandths = (pieces[1] + "000").prefix(3)
        guard pieces[1].count < 10, number(pieces[1], pieces[1].count) != nil, let fraction = Int64(thousandths) else {
            return nil
        }
        return whole + fraction - offset
    }

    private static func zone(of text: Substring) -> (clock: Substring, offset: Int64)? {
        if text.hasSuffix("Z") { return (text.dropLast(), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        let digits = text[text.index(after: sign)...].filter { $0 != ":" }
        guard digits.count == 4, let hours = Int64(digits.prefix(2)), let minutes = Int64(digits.suffix(2)) else {
            return nil
        }
        return (text[..<sign], (text[sign] == "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000)
    }

    /// The instant of a day and a `12:47:41`.
    private static func instant(_ year: Int64, _ month: Int64, _ day: Int64, _ clock: Substring) -> Int64? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { number($0, 2) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        return ((days(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000
    }

    /// The days from 1970 to a date of the Gregorian calendar, counted in eras of 400 years that begin on 1 March.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// A number of so many digits and nothing else.
    private static func number(_ text: Substring, _ count: Int) -> Int64? {
        text.count == count && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int64(text) : nil
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
