import HTTPTransport
import Synchronization
import TestSupport

/// Keeps whatever goes over the wire, to know every secret there was.
final class WireTap: HTTPTransport {
    private struct Exchange: Sendable {
        var request: HTTPRequest
        var response: HTTPResponse?
    }

    private let inner: any HTTPTransport
    private let exchanges = Mutex<[Exchange]>([])

    init(_ inner: any HTTPTransport) {
        self.inner = inner
    }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let place = exchanges.withLock { exchanges in
            exchanges.append(Exchange(request: request))
            return exchanges.count - 1
        }
        let response = try await inner.perform(request)
        exchanges.withLock { $0[place].response = response }
        return response
    }

    /// Everything that was sent and received, decoded.
    var bytes: [UInt8] {
        exchanges.withLock { exchanges in
            exchanges.flatMap { exchange in
                var bytes = Array("\(exchange.request.method) \(exchange.request.target)\n".utf8)
                for field in exchange.request.fields { bytes += Array("\(field.name): ".utf8) + field.value + [10] }
                bytes += (exchange.request.body ?? []) + [10]
                for field in exchange.response?.fields ?? [:] {
                    bytes += Array("\(field.name): ".utf8) + field.value + [10]
                }
                return bytes + (exchange.response?.body ?? []) + [10]
            }
        }
    }

    /// What the messages themselves say when they are printed.
    var printed: String {
        exchanges.withLock { exchanges in
            exchanges.map { exchange in
                printedInEveryWay(exchange.request) + (exchange.response.map { printedInEveryWay($0) } ?? "")
            }.joined()
        }
    }

    /// Every value that bought something, or might have: of queries, forms, cookies, credentials and tokens.
    ///
    /// Names that the documents give public values are left out, and values too short to be a secret.
    var secrets: [Secret] {
        exchanges.withLock { exchanges in
            exchanges.flatMap { exchange in
                Self.secrets(of: exchange.request) + (exchange.response.map(Self.secrets(of:)) ?? [])
            }
        }
    }

    private static let publicNames: Set<String> = [
        "cc_username", "client_id", "redirect_uri", "response_type", "return_user", "return_refresh_token", "SigAlg",
        "AuthMethod", "UserName",
    ]

    private static func secrets(of request: HTTPRequest) -> [Secret] {
        var secrets = pairs(in: request.target.drop { $0 != "?" }.dropFirst())
        if request.fields.text(named: "Content-Type")?.hasPrefix("application/x-www-form-urlencoded") == true {
            secrets += pairs(in: String(decoding: request.body ?? [], as: UTF8.self)[...])
        }
        if let cookies = request.fields.text(named: "Cookie") {
            secrets += cookies.split(separator: ";").compactMap { cookie($0, "cookie sent") }
        }
        if let credentials = request.fields.text(named: "Authorization")?.split(separator: " ").last {
            secrets.append(Secret("credentials", String(credentials)))
        }
        return secrets
    }

    private static func secrets(of response: HTTPResponse) -> [Secret] {
        var secrets = response.fields.values(named: "Set-Cookie").compactMap { line in
            cookie(String(decoding: line, as: UTF8.self).prefix { $0 != ";" }, "cookie set")
        }
        if let location = response.fields.text(named: "Location") {
            secrets += pairs(in: location.drop { $0 != "?" }.dropFirst())
        }
        // The body may be JSON that was cut, so it is not parsed.
        let body = String(decoding: response.body.prefix(1 << 16), as: UTF8.self)
        for match in body.matches(of: /"(token|access_token|refresh_token)"\s*:\s*"([^"]+)/) {
            secrets.append(Secret(String(match.output.1), String(match.output.2)))
        }
        return secrets
    }

    private static func cookie(_ pair: Substring, _ kind: String) -> Secret? {
        let name = pair.drop { $0 == " " }.prefix { $0 != "=" }
        let value = pair.drop { $0 != "=" }.dropFirst()
        return value.utf8.count >= 12 && !publicNames.contains(String(name)) && !value.hasPrefix("decoy")
            ? Secret("\(kind): \(name)", String(value)) : nil
    }

    private static func pairs(in text: Substring) -> [Secret] {
        text.split(separator: "&").flatMap { pair -> [Secret] in
            let name = String(pair.prefix { $0 != "=" })
            let written = String(pair.drop { $0 != "=" }.dropFirst())
            guard !publicNames.contains(name) else { return [] }
            let value = percentDecoded(written)
            guard value.count >= 12 else { return [] }
            var secrets = [Secret(name, value)]
            if name == "SAMLResponse" { secrets += samlSecrets(value) }
            return secrets
        }
    }

    /// What a SAML answer has of its own; the rest of its XML is names that may be shown.
    private static func samlSecrets(_ encoded: [UInt8]) -> [Secret] {
        let xml = String(decoding: decodedBase64(encoded), as: UTF8.self)
        let patterns: [(String, Regex<(Substring, Substring)>)] = [
            ("SAML ID", /\bID="([^"]+)"/), ("SAML session", /SessionIndex="([^"]+)"/),
            ("SAML signature", /<[\w:]*SignatureValue[^>]*>([^<]+)</),
            ("SAML digest", /<[\w:]*DigestValue[^>]*>([^<]+)</),
        ]
        return patterns.flatMap { name, pattern in
            xml.matches(of: pattern).map { Secret(name, String($0.output.1)) }
        }
    }
}

/// A value as each of the ways of printing shows it.
func printedInEveryWay(_ value: some Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value)\n\(String(describing: value))\n\(String(reflecting: value))\n\(dumped)"
}
