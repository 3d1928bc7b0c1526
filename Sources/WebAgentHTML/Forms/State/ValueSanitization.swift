/// Makes the value of an `input` fit its type.
///
/// Source: HTML standard, section 4.10.5.1, the "value sanitization algorithm" of each type.
enum ValueSanitization {
    /// Sanitises a value.
    ///
    /// - Parameters:
    ///   - value: the raw value.
    ///   - type: the control's type.
    ///   - attribute: looks up another attribute of the control (`multiple`, `min`, `max`).
    /// - Returns: the value as the control would hold it.
    static func sanitize(_ value: String, type: InputType, attribute: (String) -> String?) -> String {
        switch type {
        case .text, .search, .tel, .password: withoutNewlines(value)
        case .url: ASCII.stripped(withoutNewlines(value))
        case .email: email(value, multiple: attribute("multiple") != nil)
        case .date: DateText.isDate(value) ? value : ""
        case .month: DateText.isMonth(value) ? value : ""
        case .week: DateText.isWeek(value) ? value : ""
        case .time: DateText.isTime(value) ? value : ""
        case .datetimeLocal: DateText.normalizedLocalDateTime(value) ?? ""
        case .number: FloatingPointText.value(of: value) == nil ? "" : value
        case .range: range(value, attribute: attribute)
        case .color: color(value)
        case .hidden, .checkbox, .radio, .file, .submit, .image, .reset, .button: value
        }
    }

    private static func withoutNewlines(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return value }
        return String(decoding: value.utf8.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }

    private static func email(_ value: String, multiple: Bool) -> String {
        if !multiple { return ASCII.stripped(withoutNewlines(value)) }
        return value.split(separator: ",", omittingEmptySubsequences: false).map { ASCII.stripped(String($0)) }
            .joined(separator: ",")
    }

    private static func color(_ value: String) -> String {
        let lower = ASCII.lowercased(value)
        let digits = lower.utf8.dropFirst()
        let isColor =
            lower.utf8.first == UInt8(ascii: "#") && digits.count == 6
            && digits.allSatisfy { ASCII.hexValue($0) != nil }
        return isColor ? lower : "#000000"
    }

    private static func range(_ value: String, attribute: (String) -> String?) -> String {
        let minimum = attribute("min").flatMap(FloatingPointText.value) ?? 0
        let maximum = attribute("max").flatMap(FloatingPointText.value) ?? 100
        let fallback = maximum < minimum ? minimum : minimum + (maximum - minimum) / 2
        guard let given = FloatingPointText.value(of: value) else { return FloatingPointText.text(of: fallback) }
        if given < minimum || maximum < minimum { return FloatingPointText.text(of: minimum) }
        return given > maximum ? FloatingPointText.text(of: maximum) : value
    }
}
