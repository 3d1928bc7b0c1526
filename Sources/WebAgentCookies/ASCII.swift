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
    func matches(_ lowercaseWord: [UInt8]) -> Bool {
        count == lowercaseWord.count && startsCaseInsensitively(with: lowercaseWord)
    }

    /// Whether these bytes begin with an ASCII word, without regard to case; the word is given in lower case.
    func startsCaseInsensitively(with lowercaseWord: [UInt8]) -> Bool {
        var index = startIndex
        for expected in lowercaseWord {
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

/// The words that the rules compare with, in lower case.
enum CookieWord {
    static let expires = Array("expires".utf8)
    static let maxAge = Array("max-age".utf8)
    static let domain = Array("domain".utf8)
    static let path = Array("path".utf8)
    static let secure = Array("secure".utf8)
    static let httpOnly = Array("httponly".utf8)
    static let sameSite = Array("samesite".utf8)
    static let none = Array("none".utf8)
    static let lax = Array("lax".utf8)
    static let strict = Array("strict".utf8)
    static let securePrefix = Array("__secure-".utf8)
    static let hostPrefix = Array("__host-".utf8)
    static let httpPrefix = Array("__http-".utf8)
    static let hostHTTPPrefix = Array("__host-http-".utf8)
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        .map { Array($0.utf8) }
}
