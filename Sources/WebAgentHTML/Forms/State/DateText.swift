/// Dates and times as form controls write them.
///
/// Source: HTML standard, section 2.3.5.
enum DateText {
    static func isMonth(_ text: String) -> Bool {
        yearAndRest(text).map { year, rest in month(rest) != nil && rest.count == 2 && year > 0 } ?? false
    }

    static func isDate(_ text: String) -> Bool {
        guard let (year, rest) = yearAndRest(text), rest.count == 5, let month = month(rest) else { return false }
        let bytes = Array(rest)
        guard bytes[2] == UInt8(ascii: "-"), let day = number(bytes[3...]) else { return false }
        return day >= 1 && day <= days(in: month, of: year)
    }

    static func isWeek(_ text: String) -> Bool {
        guard let (year, rest) = yearAndRest(text), rest.count == 3, rest.first == UInt8(ascii: "W"),
            let week = number(rest.dropFirst())
        else { return false }
        return week >= 1 && week <= weeks(in: year)
    }

    static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 5, bytes[2] == UInt8(ascii: ":"), let hour = number(bytes[0..<2]),
            let minute = number(bytes[3..<5]), hour < 24, minute < 60
        else { return false }
        if bytes.count == 5 { return true }
        guard bytes.count >= 8, bytes[5] == UInt8(ascii: ":"), let second = number(bytes[6..<8]), second < 60 else {
            return false
        }
        if bytes.count == 8 { return true }
        let fraction = bytes[9...]
        return bytes[8] == UInt8(ascii: ".") && (1...3).contains(fraction.count) && fraction.allSatisfy(ASCII.isDigit)
    }

    /// A local date and time in its normal form; `nil` if the text is none.
    static func normalizedLocalDateTime(_ text: String) -> String? {
        let separators = [UInt8(ascii: "T"), UInt8(ascii: " ")]
        guard let mark = text.utf8.firstIndex(where: separators.contains) else { return nil }
        let date = String(text[..<mark])
        let time = String(text[text.utf8.index(after: mark)...])
        guard isDate(date), isTime(time) else { return nil }
        return date + "T" + shortest(time)
    }

    /// A valid time without seconds that are zero and without zeroes at the end of the fraction.
    private static func shortest(_ time: String) -> String {
        var bytes = Array(time.utf8)
        if bytes.count > 8 {
            while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
            if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        }
        if bytes.count == 8, bytes[6] == UInt8(ascii: "0"), bytes[7] == UInt8(ascii: "0") { bytes.removeLast(3) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func yearAndRest(_ text: String) -> (year: Int, rest: Substring.UTF8View)? {
        let digits = text.utf8.prefix(while: ASCII.isDigit)
        guard digits.count >= 4, let year = number(digits), year > 0 else { return nil }
        let rest = text.utf8.dropFirst(digits.count)
        guard rest.first == UInt8(ascii: "-") else { return nil }
        return (year, rest.dropFirst())
    }

    private static func month(_ rest: Substring.UTF8View) -> Int? {
        guard let month = number(rest.prefix(2)), (1...12).contains(month), rest.count >= 2 else { return nil }
        return month
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count < 16, digits.allSatisfy(ASCII.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func isLeap(_ year: Int) -> Bool { year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    /// 53 if the year begins on a Thursday, or on a Wednesday and is a leap year; else 52.
    private static func weeks(in year: Int) -> Int {
        let before = year - 1
        let firstDay = (1 + before * 365 + before / 4 - before / 100 + before / 400) % 7
        return firstDay == 4 || (firstDay == 3 && isLeap(year)) ? 53 : 52
    }
}
