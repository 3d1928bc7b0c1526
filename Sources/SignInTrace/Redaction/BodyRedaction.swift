import XMLTree

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a trace keeps of bodies: the shape of forms, XML and JSON, and the values of public names; nothing of pages.
struct BodyRedaction {
    let publicNames: Set<String>

    /// A body that was sent.
    func posted(_ body: [UInt8], type: String) -> HARPostData {
        let kind = TraceText.short(type.isEmpty ? "application/octet-stream" : type, limit: 80)
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            return HARPostData(mimeType: kind, params: [], text: text(body, type: type) ?? "")
        }
        let pairs = TraceText.pairs(String(decoding: body, as: UTF8.self), publicNames: publicNames)
        return HARPostData(mimeType: kind, params: pairs, text: "")
    }

    /// What of a body can be shown; nil where it is of another kind or cannot be read.
    func text(_ body: [UInt8], type: String) -> String? {
        let type = type.lowercased()
        guard !body.isEmpty, body.count <= 1 << 20 else { return nil }
        if type.contains("json") { return json(body) }
        // A page may be XML too; of pages nothing is kept.
        if type.contains("xml"), !type.contains("html") { return xml(body) }
        return nil
    }

    // MARK: XML

    private func xml(_ body: [UInt8]) -> String? {
        guard let root = try? XMLTree.parse(body, limits: XMLLimits(length: 1 << 20, depth: 32, nodes: 5_000)) else {
            return nil
        }
        var lines: [String] = []
        append(root, depth: 0, to: &lines)
        return lines.joined(separator: "\n")
    }

    private func append(_ element: XMLElement, depth: Int, to lines: inout [String]) {
        guard lines.count < 200 else { return }
        let indent = String(repeating: "  ", count: depth)
        let name = TraceText.name(element.name.local)
        let children = element.elements
        guard children.isEmpty else {
            lines.append("\(indent)<\(name)>")
            for child in children { append(child, depth: depth + 1, to: &lines) }
            return lines.append("\(indent)</\(name)>")
        }
        let text = element.text
        let shown = Self.publicElements.contains(name) ? TraceText.short(text) : TraceAddress.mark
        lines.append(text.isEmpty ? "\(indent)<\(name)/>" : "\(indent)<\(name)>\(shown)</\(name)>")
    }

    /// Elements of Finesse's answers that say how things stand.
    ///
    /// Source: Finesse REST guide, "SystemInfo", "User", "UserAuthMode", "Finesse API errors".
    private static let publicElements: Set<String> = [
        "ErrorData", "ErrorMessage", "ErrorType", "authMode", "currentTimestamp", "deploymentType", "extension", "host",
        "httpsPort", "label", "lastCTIHeartbeatStatus", "loginId", "loginName", "mediaType", "pendingState",
        "reasonCodeId", "role", "state", "stateChangeTime", "status", "statusReason", "systemAuthMode", "teamName",
        "timezoneOffset", "uri", "xmppDomain", "xmppPubSubDomain",
    ]

    // MARK: JSON

    private func json(_ body: [UInt8]) -> String? {
        guard let object = try? JSONDecoder().decode([String: Member].self, from: Data(body)) else { return nil }
        let members = object.sorted { $0.key < $1.key }.prefix(100).map { name, value in
            let shown = Self.publicMembers.contains(name) ? value.words : value.outline
            return "  \(Self.quoted(TraceText.name(name))): \(shown)"
        }
        return "{\n\(members.joined(separator: ",\n"))\n}"
    }

    /// Members of the token answer and of error answers that are no secrets.
    ///
    /// Source: "Client Integration", step 4; RFC 6749 §5.2; "Cisco Finesse Desktop Interface API Errors".
    private static let publicMembers: Set<String> = [
        "deploymentType", "error", "errorData", "errorMessage", "errorType", "error_description", "expires_in", "realm",
        "status", "systemAuthMode", "token_type", "user_id", "user_principal",
    ]

    /// A member's value: what of it may be shown, and what it is like.
    private enum Member: Decodable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Int.self) {
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
            case .flag(let flag): "\(flag)"
            case .text(let text): BodyRedaction.quoted(TraceText.short(text))
            case .other: "\"…\""
            }
        }

        var outline: String {
            switch self {
            case .text(let text): "\"<redacted, \(text.count) characters>\""
            case .number, .flag: "\"\(TraceAddress.mark)\""
            case .other: "\"…\""
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
