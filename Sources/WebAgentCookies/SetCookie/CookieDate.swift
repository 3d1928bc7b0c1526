/// Reads the date of an `Expires` attribute.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.1.1. Departures: none.
public enum CookieDate {
    /// Parses a cookie date.
    ///
    /// - Parameter bytes: the attribute's value, as it came.
    /// - Returns: the moment; nil when the value is no cookie date or names a day that does not exist.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.1.1.
    public static func parse(_ bytes: some Sequence<UInt8>) -> CookieTime? {
        // 1. Divide into tokens.
        // 2. Each token fills the first of time, day, month and year that is still open and that it fits.
        var found = Fields()
        for token in Array(bytes).split(whereSeparator: isDelimiter) { found.take(token) }

        // 3., 4. Two-digit years.
        guard var year = found.year, let month = found.month, let day = found.day, let time = found.time else {
            return nil  // 5. A field is missing.
        }
        if (70...99).contains(year) { year += 1900 }
        if (0...69).contains(year) { year += 2000 }

        // 5. Ranges. 6. The day must exist in its month.
        guard year >= 1601, (1...daysInMonth(month, year: year)).contains(day),
            time.hour <= 23, time.minute <= 59, time.second <= 59
        else { return nil }

        // 7.
        let days = daysSinceEpoch(year: year, month: month, day: day)
        return CookieTime(seconds: Int64(days * 86400 + time.hour * 3600 + time.minute * 60 + time.second))
    }

    private struct Fields {
        var time: (hour: Int, minute: Int, second: Int)?
        var day: Int?
        var month: Int?
        var year: Int?

        mutating func take(_ token: ArraySlice<UInt8>) {
            if time == nil, let value = readTime(token) {
                time = value
            } else if day == nil, let value = readNumber(token, digits: 1...2) {
                day = value
            } else if month == nil, let value = readMonth(token) {
                month = value
            } else if year == nil, let value = readNumber(token, digits: 2...4) {
                year = value
            }
        }
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20...0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Three numbers of one or two digits with colons between, and then nothing or a non-digit and anything.
    private static func readTime(_ token: ArraySlice<UInt8>) -> (hour: Int, minute: Int, second: Int)? {
        var rest = token
        guard let hour = takeDigits(&rest, atMost: 2), takeColon(&rest), let minute = takeDigits(&rest, atMost: 2),
            takeColon(&rest), let second = takeDigits(&rest, atMost: 2), rest.first?.isDigit != true
        else { return nil }
        return (hour, minute, second)
    }

    /// Digits, as many as allowed, and then nothing or a non-digit and anything.
    private static func readNumber(_ token: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
        var rest = token
        guard let value = takeDigits(&rest, atMost: digits.upperBound), rest.first?.isDigit != true,
            token.count - rest.count >= digits.lowerBound
        else { return nil }
        return value
    }

    private static func readMonth(_ token: ArraySlice<UInt8>) -> Int? {
        CookieWord.months.firstIndex { token.startsCaseInsensitively(with: $0) }.map { $0 + 1 }
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>, atMost limit: Int) -> Int? {
        var value = 0
        var count = 0
        while count < limit, let byte = rest.first, byte.isDigit {
            value = value * 10 + Int(byte - 0x30)
            count += 1
            rest.removeFirst()
        }
        return count > 0 ? value : nil
    }

    private static func takeColon(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: ":") else { return false }
        rest.removeFirst()
        return true
    }

    private static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar; the year begins in March so that the leap day is its last.
    private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
