import FinesseTypes

extension TokenAnswer {
    /// Reads a body, strictly.
    ///
    /// Members that are not known are ignored. `token` and `expires_in` must be there; the others may be absent, and a
    /// present one must be of its type.
    ///
    /// - Parameter body: The body of a 200 answer.
    /// - Throws: ``TokenAnswerError``: every case.
    ///
    /// Source: "Client Integration", step 4.
    public init(reading body: [UInt8]) throws(TokenAnswerError) {
        let object = try Self.object(in: body)
        guard let token = try Self.string("token", of: object) else { throw .missing(member: "token") }
        self.init(
            accessToken: AccessToken(try Self.usable(token, "token")),
            refreshToken: try Self.refreshToken(in: object),
            life: try Self.life(in: object),
            identity: TokenIdentity(
                userID: try Self.string("user_id", of: object),
                realm: try Self.string("realm", of: object),
                principal: try Self.string("user_principal", of: object)
            )
        )
    }

    private static func object(in body: [UInt8]) throws(TokenAnswerError) -> JSONValue {
        guard let first = body.first(where: { !isBlank($0) }) else { throw .empty }
        guard first != UInt8(ascii: "<") else { throw .html }
        guard let value = JSONValue(parsing: body) else { throw stopsEarly(body) ? .truncated : .notJSON }
        guard case .object = value else { throw .notAnObject(found: value.kind) }
        return value
    }

    private static func refreshToken(in object: JSONValue) throws(TokenAnswerError) -> RefreshToken? {
        guard let text = try string("refresh_token", of: object) else { return nil }
        return RefreshToken(try usable(text, "refresh_token"))
    }

    private static func life(in object: JSONValue) throws(TokenAnswerError) -> Duration {
        guard let value = object["expires_in"], value != .null else { throw .missing(member: "expires_in") }
        guard let seconds = value.integer else {
            throw .wrongType(member: "expires_in", expected: "a whole number", found: value.kind)
        }
        guard seconds > 0, seconds <= 31_622_400 else { throw .lifeOutOfRange }
        return .seconds(seconds)
    }

    /// A member's text; nil when it is absent, null or empty.
    private static func string(_ member: String, of object: JSONValue) throws(TokenAnswerError) -> String? {
        guard let value = object[member], value != .null else { return nil }
        guard let text = value.text else {
            throw .wrongType(member: member, expected: "a string", found: value.kind)
        }
        return text.isEmpty ? nil : text
    }

    /// A token goes into a header: visible ASCII alone can.
    private static func usable(_ token: String, _ member: String) throws(TokenAnswerError) -> String {
        guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .unusableToken(member: member) }
        return token
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// True when an object or array is opened and not closed, or a string is not ended.
    private static func stopsEarly(_ body: [UInt8]) -> Bool {
        var depth = 0
        var inString = false
        var isEscaped = false
        for byte in body {
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return inString || depth > 0
    }
}
