/// The ASCII classes the URL standard speaks of.
extension UInt8 {
    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }

    @inline(__always)
    var isASCIIAlpha: Bool { (self | 0x20) &- 0x61 < 26 }

    /// The byte, in lower case when it is an ASCII upper-case letter.
    @inline(__always)
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// The value of a hexadecimal digit.
    var hexDigitValue: UInt8? {
        if isASCIIDigit { return self - 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// U+0009, U+000A and U+000D, which the parser removes wherever they stand.
    @inline(__always)
    var isTabOrNewline: Bool { self == 0x09 || self == 0x0A || self == 0x0D }
}

extension Collection<UInt8> {
    /// Whether the bytes are the given ASCII text, without regard to case.
    func equalsIgnoringASCIICase(_ text: StaticString) -> Bool {
        elementsEqual(text.description.utf8) { $0.asciiLowercased == $1.asciiLowercased }
    }
}
