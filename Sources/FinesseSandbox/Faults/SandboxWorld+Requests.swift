internal import FoundationEssentials

// Whose a request is, for those who ask: faults for one user.

extension SandboxWorld {
    /// The users whom a request names, by login name in lower case.
    ///
    /// What it says is believed as it stands: nothing is allowed to anybody because of it.
    func users(behind request: SandboxRequest) -> Set<String> {
        var names: [String] = []
        names += [request.query["cc_username"]].compactMap { $0 }
        names += request.cookieValues("cc_username").map { TextEncodings.percentDecode($0.utf8) }
        let segments = request.segments
        if segments.count > 3, ["User", "UserAuthMode"].contains(segments[2]) { names.append(segments[3]) }
        switch RESTCredentials(request.header("authorization")) {
        case .basic(let user, _): names.append(user)
        case .bearer(let token):
            names += [Self.userID(inToken: token) ?? identity(ofOpaque: token)?.userID].compactMap { $0 }
        case nil: break
        }
        let ids = request.cookieValues(CookieTable.desktopSession)
        switch request.party {
        case .finesse: names += [desktopSession(ids: ids)?.session.userName].compactMap { $0 }
        case .identityService:
            names += request.form["uniqueId"].flatMap(parkedUser).map { [$0] } ?? []
        case .identityProvider:
            names += request.form.fields.filter { Self.isUserName($0.name) }.map(\.value)
        }
        return Set(names.filter { !$0.isEmpty }.map(loginName))
    }

    /// Who is meant by a name of any form: the login name in lower case; the name itself when nobody is known by it.
    nonisolated func loginName(_ name: String) -> String {
        let user =
            directory.user(named: name) ?? directory.user(typed: name)
            ?? directory.user(named: String(name.prefix { $0 != "@" }))
        return (user?.loginName ?? name).lowercased()
    }

    private func parkedUser(_ id: String) -> String? {
        state.parkedSignIns.value(SecretDigest.of(id), now: clock.now)?.identity.userID
    }

    /// Whether a field of a login form holds the user's name, by the word in its name.
    private static func isUserName(_ field: String) -> Bool {
        let field = field.lowercased()
        return ["user", "login", "identifier", "email"].contains { field.contains($0) } && !field.contains("pass")
    }

    private static func userID(inToken token: String) -> String? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = TextEncodings.base64URLDecode(parts[1]),
            let claims = try? JSONDecoder().decode(Claims.self, from: Data(payload)),
            let subject = try? JSONDecoder().decode(Subject.self, from: Data(claims.sub.utf8))
        else { return nil }
        return subject.user_id
    }

    private struct Claims: Decodable {
        var sub: String
    }

    // The name is the wire's.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Subject: Decodable {
        var user_id: String?
    }
}
