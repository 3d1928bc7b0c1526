/// What a request is for, in the words of a sign-in.
///
/// Source: "Client Integration", steps 1 to 7; the paths of the Identity Service as Cisco's SDK and traces show them.
package enum TraceStep {
    /// Names a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path.
    ///   - names: The names in the query and in the form.
    ///   - party: Who is asked.
    ///   - purpose: What a page wants it for; nil for a call of the program or where it is not known.
    /// - Returns: A few words.
    package static func name(
        method: String,
        path: String,
        names: Set<String>,
        party: TraceParty,
        purpose: String?
    ) -> String {
        switch purpose {
        case "script": return "script of the page"
        case "scriptRequest": return "request of a script"
        case "frame": return "frame of the page"
        default: break
        }
        if method == "POST", names.contains(where: isPassword) { return "user name and password" }
        if names.contains("SAMLResponse") { return "SAML answer" }
        if names.contains("SAMLRequest") { return "SAML request" }
        return finesse(method, path) ?? identityService(path) ?? provider(method, names, party)
    }

    /// Names that identity providers give to the field of a password.
    private static func isPassword(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.contains("password") || name == "passwd" || name == "pass" || name == "pwd" || name == "pf.pass"
    }

    private static func finesse(_ method: String, _ path: String) -> String? {
        if path.hasSuffix("/desktop/sso/token") { return method == "POST" ? "refresh of the token" : "token" }
        if path.hasSuffix("/desktop/sso/authcode") { return "code for the token" }
        if path.hasSuffix("/desktop/sso/test") { return "test of the sign-in" }
        if path.hasSuffix("/finesse/api/SystemInfo") { return "mode of the system" }
        if path.contains("/UserAuthMode/") { return "mode of the user" }
        if path.contains("/finesse/api/User/") { return method == "PUT" ? "change of the agent" : "the agent" }
        return nil
    }

    private static func identityService(_ path: String) -> String? {
        if path.hasSuffix("/oauth/authorize") { return "authorisation" }
        if path.hasSuffix("/ids/relay") { return "relay" }
        return nil
    }

    private static func provider(_ method: String, _ names: Set<String>, _ party: TraceParty) -> String {
        if names.contains("code") { return "code" }
        switch party {
        case .identityProvider: return method == "POST" ? "form of the IdP" : "page of the IdP"
        case .identityService: return "step of the IdS"
        case .finesse: return "call of Finesse"
        case .client, .other: return "request"
        }
    }
}
