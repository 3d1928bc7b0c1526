/// A form in which a secret may have got somewhere.
package enum SecretForm: String, Sendable, CaseIterable {
    /// As it is.
    case raw
    /// As base64 (RFC 4648, 4), whatever stands before it in the encoded bytes.
    case base64
    /// As base64url (RFC 4648, 5).
    case base64URL
    /// As hexadecimal digits.
    case hexadecimal
    /// Percent-encoded, in the manners of queries, forms and paths.
    case percentEncoded
    /// As the inside of a JSON string.
    case escapedInJSON
    /// As the inside of an XML or HTML text.
    case escapedInMarkup
    /// Compressed with DEFLATE, bare or with the frame of zlib or gzip: found by inflating what can be inflated.
    case deflated
}

extension SecretForm {
    /// The spellings of a secret in this form; those of ``deflated`` cannot be told beforehand.
    ///
    /// Each is cut to what the secret alone decides, so that any piece of it gives the secret away.
    func spellings(of secret: [UInt8]) -> [[UInt8]] {
        switch self {
        case .raw: [secret]
        case .base64: Self.alignments(of: secret, alphabet: Base64.standard)
        case .base64URL: Self.alignments(of: secret, alphabet: Base64.safe)
        case .hexadecimal: [Self.hexadecimal(secret, Self.lowerDigits), Self.hexadecimal(secret, Self.upperDigits)]
        case .percentEncoded: Self.percentEncoded(secret)
        case .escapedInJSON: [Self.escaped(secret, Self.json), Self.escaped(secret, Self.jsonOfTheCareful)]
        case .escapedInMarkup: [Self.escaped(secret, Self.markup), Self.escaped(secret, Self.markupByNumber)]
        case .deflated: []
        }
    }

    private static let lowerDigits = Array("0123456789abcdef".utf8)
    private static let upperDigits = Array("0123456789ABCDEF".utf8)

    /// What a secret looks like inside longer base64, for each of the three places at which it can begin.
    private static func alignments(of secret: [UInt8], alphabet: [UInt8]) -> [[UInt8]] {
        (0..<3).map { shift in
            let encoded = Base64.encode([UInt8](repeating: 0, count: shift) + secret, alphabet: alphabet)
            // The first characters hold bits of what stands before, the last one those of what follows.
            let front = [0, 2, 3][shift]
            let back = (shift + secret.count) % 3 == 0 ? 0 : 1
            return Array(encoded.dropFirst(front).dropLast(back))
        }
    }

    private static func hexadecimal(_ secret: [UInt8], _ digits: [UInt8]) -> [UInt8] {
        secret.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    private static func percentEncoded(_ secret: [UInt8]) -> [[UInt8]] {
        let always = Set("-._~".utf8)
        let query = always.union("!$'()*,;:@/?".utf8)
        var spellings: [[UInt8]] = []
        for digits in [upperDigits, lowerDigits] {
            for (kept, space) in [(always, "%20"), (always, "+"), (query, "%20"), (Set("*-._".utf8), "+")] {
                spellings.append(
                    secret.flatMap { byte -> [UInt8] in
                        if byte == 0x20 { return Array(space.utf8) }
                        if isLetterOrDigit(byte) || kept.contains(byte) { return [byte] }
                        return percent(byte, digits)
                    }
                )
            }
            spellings.append(secret.flatMap { percent($0, digits) })
        }
        return spellings
    }

    private static func percent(_ byte: UInt8, _ digits: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    // MARK: Escapes

    private static func escaped(_ secret: [UInt8], _ escape: (Unicode.Scalar) -> String?) -> [UInt8] {
        String(decoding: secret, as: UTF8.self).unicodeScalars.flatMap { scalar in
            Array((escape(scalar) ?? String(scalar)).utf8)
        }
    }

    private static func json(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"", "\\", "/": "\\" + String(scalar)
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: scalar.value < 0x20 ? unicode(scalar) : nil
        }
    }

    /// As encoders write it that keep to ASCII and out of the way of HTML.
    private static func jsonOfTheCareful(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "/": nil
        case "<", ">", "&", "=", "'": unicode(scalar)
        default: json(scalar) ?? (scalar.isASCII ? nil : unicode(scalar))
        }
    }

    private static func unicode(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            "\\u" + String(decoding: hexadecimal([UInt8(unit >> 8), UInt8(unit & 0xFF)], lowerDigits), as: UTF8.self)
        }.joined()
    }

    private static func markup(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }

    private static func markupByNumber(_ scalar: Unicode.Scalar) -> String? {
        markup(scalar) == nil && scalar.isASCII ? nil : "&#\(scalar.value);"
    }
}
