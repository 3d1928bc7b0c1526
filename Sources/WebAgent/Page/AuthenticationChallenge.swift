/// A way of authentication that a server asks for in `WWW-Authenticate`.
///
/// Source: RFC 9110 §11.6.1.
public struct AuthenticationChallenge: Hashable, Sendable {
    /// The scheme as written, such as `Negotiate`, `NTLM` or `Basic`.
    public let scheme: String

    /// The `realm`, where one is given.
    public let realm: String?

    /// Reads the fields of a response.
    ///
    /// - Parameter fields: the values of all `WWW-Authenticate` fields.
    /// - Returns: the challenges in their order.
    ///
    /// Source: RFC 9110 §11.6.1: challenges and their parameters are both separated by commas.
    public static func parse(_ fields: [String]) -> [AuthenticationChallenge] {
        fields.flatMap { field in
            var challenges: [AuthenticationChallenge] = []
            for element in elements(of: field) {
                let head = element.prefix { !$0.isWhitespace }
                let rest = element.dropFirst(head.count).drop { $0.isWhitespace }
                if head.contains("="), let last = challenges.popLast() {
                    challenges.append(.init(scheme: last.scheme, realm: last.realm ?? realm(in: element)))
                } else if !head.contains("=") {
                    challenges.append(.init(scheme: String(head), realm: realm(in: String(rest))))
                }
            }
            return challenges
        }
    }

    /// Splits at commas outside of quotes.
    private static func elements(of field: String) -> [String] {
        var elements = [""]
        var isQuoted = false
        var isEscaped = false
        for character in field {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            }
            if character == ",", !isQuoted {
                elements.append("")
            } else {
                elements[elements.count - 1].append(character)
            }
        }
        return elements.map { element in
            String(element.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
    }

    private static func realm(in parameter: String) -> String? {
        guard let equals = parameter.firstIndex(of: "=") else { return nil }
        guard parameter[..<equals].filter({ !$0.isWhitespace }).lowercased() == "realm" else { return nil }
        return String(parameter[parameter.index(after: equals)...].filter { $0 != "\"" }.drop { $0.isWhitespace })
    }
}
