extension SandboxInstant {
    /// Reads a time as SAML writes it: `2026-01-31T12:00:00.123Z`.
    ///
    /// Source: SAML 2.0 core, section 1.3.3 (UTC, no other zone); XML Schema part 2, section 3.2.7. Fractions are cut
    /// to milliseconds, a leap second is refused.
    package init?(samlTime text: String) {
        var rest = Array(text.utf8)[...]
        guard let year = Self.digits(4, of: &rest, then: "-"), let month = Self.digits(2, of: &rest, then: "-"),
            let day = Self.digits(2, of: &rest, then: "T"), let hour = Self.digits(2, of: &rest, then: ":"),
            let minute = Self.digits(2, of: &rest, then: ":"), let second = Self.digits(2, of: &rest, then: nil),
            (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year),
            hour < 24, minute < 60, second < 60,
            let fraction = Self.milliseconds(of: &rest), rest.elementsEqual("Z".utf8)
        else {
            return nil
        }
        // Days since the epoch, with years that begin in March so that the leap day is the last.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month <= 2 ? month + 9 : month - 3) + 2) / 5 + day - 1
        let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
        self.init(milliseconds: (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction)
    }

    private static func digits(_ count: Int, of rest: inout ArraySlice<UInt8>, then mark: Unicode.Scalar?) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<count {
            guard let digit = rest.popFirst(), (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - 0x30)
        }
        if let mark {
            guard let found = rest.popFirst(), UInt32(found) == mark.value else { return nil }
        }
        return value
    }

    /// Reads an optional fraction of a second.
    private static func milliseconds(of rest: inout ArraySlice<UInt8>) -> Int64? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest.removeFirst()
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest.removeFirst(digits.count)
        guard !digits.isEmpty else { return nil }
        return (0..<3).reduce(0) { value, place in
            let index = digits.startIndex + place
            return value * 10 + (index < digits.endIndex ? Int64(digits[index] - 0x30) : 0)
        }
    }

    private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
