import Foundation
import HTTPTransport

/// What of an exchange with Finesse may be shown: XML whole, tokens by their length, forms by their names.
enum ExchangeRedaction {
    static func exchange(_ request: HTTPRequest, _ response: HTTPResponse) -> ExchangeLog.Exchange {
        let type = response.fields.first(named: "Content-Type").map { String(decoding: $0, as: UTF8.self) } ?? ""
        return ExchangeLog.Exchange(
            request: "\(request.method) \(request.origin)\(target(request.target))",
            sent: authorization(request) + body(request.body ?? [], type: contentType(of: request)),
            answer: "\(response.status) \(type.isEmpty ? "" : type + ", ")\(response.body.count) bytes",
            received: body(response.body, type: type)
        )
    }

    /// The path, and of the query the values that are no secrets.
    static func target(_ target: String) -> String {
        guard let mark = target.firstIndex(of: "?") else { return target }
        return target[..<mark] + "?" + pairs(target[target.index(after: mark)...])
    }

    private static func contentType(of request: HTTPRequest) -> String {
        request.fields.first(named: "Content-Type").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func authorization(_ request: HTTPRequest) -> [String] {
        guard let value = request.fields.first(named: "Authorization") else { return [] }
        let scheme = String(decoding: value.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        return ["Authorization: \(scheme) <redacted>"]
    }

    private static func pairs(_ text: some StringProtocol) -> String {
        text.split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            return PublicNames.parameters.contains(String(name)) ? String(pair) : "\(name)=<redacted>"
        }.joined(separator: "&")
    }

    private static func body(_ bytes: [UInt8], type: String) -> [String] {
        guard !bytes.isEmpty else { return [] }
        let text = String(decoding: bytes, as: UTF8.self)
        if type.contains("xml") { return XMLLines.lines(of: text) }
        if type.contains("x-www-form-urlencoded") { return [pairs(text)] }
        if type.contains("json") { return json(bytes) }
        return []
    }

    /// The members of a JSON object; a long string is shown by its length, since it may be a token.
    static func json(_ bytes: [UInt8]) -> [String] {
        guard let object = try? JSONDecoder().decode([String: Member].self, from: Data(bytes)) else {
            return ["(no JSON object)"]
        }
        return object.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value.words)" }
    }

    /// A member's value, shown only where it cannot be a token.
    private enum Member: Decodable {
        case text(String)
        case number(Int)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .other
            }
        }

        var words: String {
            switch self {
            case .number(let number): "\(number)"
            case .text(let text): text.count > 60 ? "\"<redacted, \(text.count) characters>\"" : "\"\(text)\""
            case .other: "…"
            }
        }
    }
}
