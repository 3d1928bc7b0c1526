// Bytes as the cookie rules see them: ASCII without a locale.

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isCookieWhitespace: Bool { self == 0x20 || self == 0x09 }

    /// A control character other than the horizontal tab.
    var isForbiddenControl: Bool { (self < 0x20 && self != 0x09) || self == 0x7F }

    var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension Collection<UInt8> {
    /// Whether these bytes spell an ASCII word, without regard to case; the word is given in lower case.
    func matches(_ lowercaseWord: StaticString) -> Bool {
        count == lowercaseWord.utf8CodeUnitCount && startsCaseInsensitively(with: lowercaseWord)
    }

    /// Whether these bytes begin with an ASCII word, without regard to case; the word is given in lower case.
    func startsCaseInsensitively(with lowercaseWord: StaticString) -> Bool {
        var index = startIndex
        for expected in lowercaseWord.description.utf8 {
            guard index < endIndex, self[index].lowercasedASCII == expected else { return false }
            formIndex(after: &index)
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// The slice without spaces and tabs at either end.
    var trimmed: ArraySlice<UInt8> {
        var result = self
        while let first = result.first, first.isCookieWhitespace { result.removeFirst() }
        while let last = result.last, last.isCookieWhitespace { result.removeLast() }
        return result
    }
}
