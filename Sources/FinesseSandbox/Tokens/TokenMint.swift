internal import FoundationEssentials

/// Issues tokens and judges access tokens.
///
/// Source: RFC 7515, RS256; decoded from the samples of Client Integration.
struct TokenMint: Sendable {
    /// OpenSSL's, which signs in half the time that swift-crypto takes.
    let key: SecurityKey
    let issuer: String
    let world: SandboxWorld
    /// The tokens of this key that were checked.
    let verified = VerifiedTokens()

    private var settings: SandboxTokenSettings { world.live.value { $0.tokens } }
    private var clientID: String { world.live.value { $0.identityService.clientID } }
    private var random: SandboxRandom { world.random }

    /// Issues a pair of tokens.
    ///
    /// - Parameters:
    ///   - identity: The user.
    ///   - now: The present.
    ///   - refreshEnd: When the refresh token ends; its configured life from now when there is nothing.
    /// - Returns: The pair, or nothing when the key signs nothing.
    func issue(to identity: SandboxIdentity, now: SandboxInstant, refreshEnd: SandboxInstant? = nil) -> TokenPair? {
        let (settings, clientID) = (settings, clientID)
        let refreshID = random.hex(40)
        let accessExpires = now.advanced(by: settings.accessLifetime)
        let refreshExpires = refreshEnd ?? now.advanced(by: settings.refreshLifetime)
        let access = TokenClaims(
            issuer: issuer,
            clientID: clientID,
            id: random.hex(40),
            usage: .access,
            refreshID: refreshID,
            userID: identity.userID,
            realm: identity.realm,
            principal: identity.principal,
            issued: now,
            expires: accessExpires
        )
        let refresh = TokenClaims(
            issuer: issuer,
            clientID: clientID,
            id: refreshID,
            usage: .refresh,
            issued: now,
            expires: refreshExpires
        )
        guard let accessText = text(access), let refreshText = text(refresh) else { return nil }
        return TokenPair(
            identity: identity,
            access: accessText,
            refresh: refreshText,
            accessExpires: accessExpires,
            refreshExpires: refreshExpires
        )
    }

    /// Judges a signed access token.
    ///
    /// - Returns: The user, or nothing when the signature, the use or the time is wrong.
    func verify(accessToken: String, now: SandboxInstant) -> SandboxIdentity? {
        let claims = verified.claims(of: accessToken) { check(accessToken) }
        guard let claims, claims.expires > now.seconds else { return nil }
        return claims.identity
    }

    private func check(_ accessToken: String) -> VerifiedTokens.Claims? {
        let dot = UInt8(ascii: ".")
        let parts = accessToken.utf8.split(separator: dot, omittingEmptySubsequences: false).map { Substring($0) }
        guard parts.count == 3, let header = TextEncodings.base64URLDecode(parts[0]),
            let payload = TextEncodings.base64URLDecode(parts[1]),
            let signature = TextEncodings.base64URLDecode(parts[2]),
            header.elementsEqual(TokenClaims.header.utf8)
        else { return nil }
        let signed = Array("\(parts[0]).\(parts[1])".utf8)
        guard
            RSASignature.verify(signature, over: signed, key: key, algorithm: .rsaSHA256),
            let claims = try? JSONDecoder().decode(Payload.self, from: Data(payload)),
            let subject = try? JSONDecoder().decode(Subject.self, from: Data(claims.sub.utf8)),
            subject.usage == TokenClaims.Usage.access.rawValue
        else { return nil }
        let identity = SandboxIdentity(userID: subject.user_id, principal: subject.upn)
        return VerifiedTokens.Claims(identity: identity, expires: claims.exp)
    }

    private struct Payload: Decodable {
        var sub: String
        var exp: Int64
    }

    // The names are the wire's.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Subject: Decodable {
        var user_id: String
        var upn: String
        var usage: String
    }

    private func text(_ claims: TokenClaims) -> String? {
        switch settings.form {
        case .signed: signed(claims)
        case .opaque: opaque()
        }
    }

    private func signed(_ claims: TokenClaims) -> String? {
        let text =
            TextEncodings.base64URL(Array(TokenClaims.header.utf8)) + "."
            + TextEncodings.base64URL(Array(claims.payload.utf8))
        guard let signature = RSASignature.sign(Array(text.utf8), key: key, algorithm: .rsaSHA256) else {
            return nil
        }
        return text + "." + TextEncodings.base64URL(signature)
    }

    /// Five parts, as an encrypted token has them; only the server knows what they stand for.
    private func opaque() -> String {
        let header = TextEncodings.base64URL(Array(#"{"cty":"JWT","enc":"A128CBC-HS256","alg":"dir"}"#.utf8))
        let parts = [16, 480, 16].map { TextEncodings.base64URL(random.bytes($0)) }
        return "\(header)..\(parts.joined(separator: "."))"
    }
}
