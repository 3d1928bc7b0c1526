/// One `Set-Cookie` value, read but not yet judged by the jar.
///
/// Nothing is decoded: name, value and path are the bytes as sent.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.6. Departures: none.
public struct SetCookie: Hashable, Sendable {
    /// The name; empty when the value has no `=` before its first `;`.
    public var name: [UInt8]

    /// The value.
    public var value: [UInt8]

    /// The last `Expires` that is a date; not yet brought down to the lifetime limit.
    public var expires: CookieTime?

    /// The last well-formed `Max-Age`, in seconds: 0 for every negative one; a number too large is the largest there is.
    public var maxAge: Int64?

    /// The last `Domain`, in lower case and without one leading dot; nil when there was none.
    public var domain: [UInt8]?

    /// Whether a `Path` was given at all.
    public var hasPath = false

    /// The last `Path` that begins with `/`; nil means the default path.
    public var path: [UInt8]?

    /// Whether `Secure` was given.
    public var isSecure = false

    /// Whether `HttpOnly` was given.
    public var isHTTPOnly = false

    /// The last `SameSite`.
    public var sameSite = SameSite.unspecified

    /// The greatest length of name and value together.
    public static let maximumLength = 4096

    /// The greatest length of one attribute's value; a longer one is passed over.
    public static let maximumAttributeLength = 1024

    private init(name: [UInt8], value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// Parses the value of one `Set-Cookie` field or one assignment to `document.cookie`.
    ///
    /// - Parameter bytes: the value.
    /// - Returns: what it says.
    /// - Throws: ``CookieRefusal/controlCharacter(_:)`` and ``CookieRefusal/tooLong(_:)``.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.6.
    public static func parse(_ bytes: some Collection<UInt8>) throws(CookieRefusal) -> SetCookie {
        let line = ArraySlice(bytes)

        // 1. A control character other than tab: refuse the whole value.
        if let control = line.first(where: \.isForbiddenControl) { throw .controlCharacter(control) }

        // 2. Split at the first ";".
        let semicolon = line.firstIndex(of: UInt8(ascii: ";")) ?? line.endIndex
        let pair = line[..<semicolon]

        // 3., 4., 6. Without "=" the whole is the value; trim both.
        let name: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
        if let equals = pair.firstIndex(of: UInt8(ascii: "=")) {
            name = pair[..<equals].trimmed
            value = pair[(equals + 1)...].trimmed
        } else {
            name = []
            value = pair.trimmed
        }

        // 5. Too long together: refuse the whole value.
        guard name.count + value.count <= maximumLength else { throw .tooLong(name.count + value.count) }

        var cookie = SetCookie(name: Array(name), value: Array(value))
        for attribute in line[semicolon...].split(separator: UInt8(ascii: ";")) { cookie.take(attribute: attribute) }
        return cookie
    }

    /// Source: §5.6, second algorithm, steps 4 to 7; unknown attributes are passed over.
    private mutating func take(attribute: ArraySlice<UInt8>) {
        let equals = attribute.firstIndex(of: UInt8(ascii: "="))
        let name = attribute[..<(equals ?? attribute.endIndex)].trimmed
        let value = equals.map { attribute[($0 + 1)...].trimmed } ?? []
        guard value.count <= Self.maximumAttributeLength else { return }

        if name.matches(CookieWord.expires) {
            expires = CookieDate.parse(value) ?? expires
        } else if name.matches(CookieWord.maxAge) {
            maxAge = Self.readMaxAge(value) ?? maxAge
        } else if name.matches(CookieWord.domain) {
            domain = (value.first == UInt8(ascii: ".") ? value.dropFirst() : value).map(\.lowercasedASCII)
        } else if name.matches(CookieWord.path) {
            hasPath = true
            path = value.first == UInt8(ascii: "/") ? Array(value) : nil
        } else if name.matches(CookieWord.secure) {
            isSecure = true
        } else if name.matches(CookieWord.httpOnly) {
            isHTTPOnly = true
        } else if name.matches(CookieWord.sameSite) {
            sameSite = Self.readSameSite(value)
        }
    }

    /// Source: §5.6.2, steps 1 to 4.
    private static func readMaxAge(_ value: ArraySlice<UInt8>) -> Int64? {
        let isNegative = value.first == UInt8(ascii: "-")
        let digits = isNegative ? value.dropFirst() : value
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        guard !isNegative else { return 0 }  // Every number that is not positive means the same.
        var seconds: Int64 = 0
        for digit in digits {
            let (tens, overflowed) = seconds.multipliedReportingOverflow(by: 10)
            let (sum, overflowedAgain) = tens.addingReportingOverflow(Int64(digit - 0x30))
            guard !overflowed, !overflowedAgain else { return .max }
            seconds = sum
        }
        return seconds
    }

    /// Source: §5.6.7.
    private static func readSameSite(_ value: ArraySlice<UInt8>) -> SameSite {
        if value.matches(CookieWord.none) { return .none }
        if value.matches(CookieWord.strict) { return .strict }
        if value.matches(CookieWord.lax) { return .lax }
        return .unspecified
    }
}

extension SetCookie: CustomStringConvertible, CustomReflectable {
    /// The name and what is said about it; never the value.
    public var description: String { "\(String(decoding: name, as: UTF8.self))=<redacted>" }

    /// Shows nothing that ``description`` does not.
    public var customMirror: Mirror { Mirror(self, children: ["cookie": description]) }
}
