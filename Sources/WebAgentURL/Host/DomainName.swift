/// Domains between Unicode and ASCII.
///
/// Source: WHATWG URL (2025) §3.3 and UTS 46, revision of Unicode ``unicodeVersion``.
public enum DomainName {
    /// The version of Unicode that decides which names are valid, such as `16.0`.
    public static var unicodeVersion: String { UnicodeIDNA.unicodeVersion }

    /// The ASCII form of a domain.
    ///
    /// - Parameter domain: a domain in any script and case.
    /// - Returns: the form as it stands in a URL; nil when the domain is not valid.
    public static func toASCII(_ domain: String) -> String? {
        toASCII(Array(domain.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The Unicode form of a domain.
    ///
    /// - Parameter domain: a domain.
    /// - Returns: the form with its `xn--` labels decoded; labels that are not valid keep what shows them as such.
    public static func toUnicode(_ domain: String) -> String {
        UnicodeIDNA.shared.toUnicode(Array(domain.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? domain
    }

    /// The ASCII form of a domain in UTF-8.
    ///
    /// Malformed UTF-8 counts as U+FFFD, which no domain may hold.
    ///
    /// Source: "domain to ASCII" with beStrict false.
    static func toASCII(_ domain: [UInt8]) -> [UInt8]? {
        // 1. UTS 46 ToASCII; for ASCII without an "xn--" label the standard says that this is lower-casing.
        let result = isPlainASCII(domain) ? domain.map(\.asciiLowercased) : UnicodeIDNA.shared.toASCII(domain)

        // 2–3. Not empty, and nothing forbidden came out of the mapping.
        guard let result, !result.isEmpty, !result.contains(where: \.isForbiddenInDomain) else { return nil }
        return result
    }

    /// Whether a domain is plainly in the form that ``toASCII(_:)`` gives, and no IP address.
    ///
    /// - Parameter domain: a domain in UTF-8.
    /// - Returns: false also where only the long way could tell.
    static func isCanonical(_ domain: some Sequence<UInt8>) -> Bool {
        var last: UInt8 = UInt8(ascii: ".")
        var labelBegin: UInt8 = 0
        for byte in domain {
            guard byte &- 0x61 < 26 || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            else {
                return false
            }
            // "--" may be part of "xn--".
            if byte == UInt8(ascii: "-"), last == byte { return false }
            if last == UInt8(ascii: ".") { labelBegin = byte }
            last = byte
        }
        // A last label that begins with a digit, or is empty, is looked at the long way.
        return last != UInt8(ascii: ".") && !labelBegin.isASCIIDigit
    }

    /// ASCII without a label that begins with "xn--".
    private static func isPlainASCII(_ domain: [UInt8]) -> Bool {
        var labelStart = 0
        for index in domain.indices {
            let byte = domain[index]
            if byte >= 0x80 { return false }
            if byte == UInt8(ascii: ".") { labelStart = index + 1 }
            if index == labelStart + 3, byte == 0x2D, domain[index - 1] == 0x2D,
                domain[index - 2].asciiLowercased == UInt8(ascii: "n"),
                domain[index - 3].asciiLowercased == UInt8(ascii: "x")
            {
                return false
            }
        }
        return true
    }
}
