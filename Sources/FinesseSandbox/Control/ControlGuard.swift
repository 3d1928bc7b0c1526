internal import Crypto

/// Who may ask the control for something.
///
/// A page of any site in a browser on this machine can send requests to loopback. None of them gets through: the name in
/// `Host` must be the control's own (against DNS rebinding), the request must not come from another site, and whoever asks
/// must have the token, which no page knows, or the cookie, which is never sent along from another site.
///
/// Source: Fetch Metadata (`Sec-Fetch-Site`); RFC 6265bis, 5.6.7; RFC 6750, 2.1; RFC 9110, 7.2 and 15.5.20.
struct ControlGuard: Sendable {
    /// How a visitor was recognised.
    enum Visitor: Hashable, Sendable {
        /// By the token in the request.
        case bearer
        /// By the cookie of a browser.
        case cookie
        /// By the token in the address, to be exchanged for the cookie.
        case newcomer
    }

    let token: SandboxPassword
    let port: Int

    /// The value that a form of a page must carry: another site's page cannot know it.
    var formToken: String { derived("form") }

    private var hosts: Set<String> { ["127.0.0.1:\(port)", "localhost:\(port)"] }
    // Cookies do not know ports: the name keeps two sandboxes apart, and the value is not the token itself, since every
    // server on this address is sent it.
    private var cookieName: String { "finesse-sandbox-control-\(port)" }
    private var cookieValue: String { derived("cookie") }

    /// The answer that exchanges the token in the address for the cookie.
    var welcome: SandboxAnswer {
        SandboxAnswer.redirect(to: "/", status: 303).setting(
            SetCookie(name: cookieName, value: cookieValue, path: "/", isSecure: false, sameSite: .strict)
        )
    }

    /// Recognises a visitor, or refuses the request.
    func visitor(of request: SandboxRequest) throws(ControlProblem) -> Visitor {
        try checkSite(request)
        let visitor = try recognise(request)
        try checkBody(request, visitor)
        return visitor
    }

    private func checkSite(_ request: SandboxRequest) throws(ControlProblem) {
        guard let host = request.header("host"), hosts.contains(host.lowercased()) else {
            throw ControlProblem(421, "The Host must be 127.0.0.1:\(port) or localhost:\(port).")
        }
        if let site = request.header("sec-fetch-site"), !["same-origin", "none"].contains(site) {
            throw ControlProblem(403, "A page of another site may not use the control.")
        }
        if let origin = request.header("origin"), !hosts.contains(where: { "http://\($0)" == origin }) {
            throw ControlProblem(403, "A page of another origin may not use the control.")
        }
    }

    private func recognise(_ request: SandboxRequest) throws(ControlProblem) -> Visitor {
        if let field = request.header("authorization") {
            guard case .bearer(let given) = RESTCredentials(field), Self.isSame(given, token.characters) else {
                throw ControlProblem(401, "The token is wrong. It is printed when the sandbox starts.")
            }
            return .bearer
        }
        if request.cookieValues(cookieName).contains(where: { Self.isSame($0, cookieValue) }) { return .cookie }
        if request.method == "GET", request.path == "/", let given = request.query["token"] {
            guard Self.isSame(given, token.characters) else {
                throw ControlProblem(401, "The token in the address is wrong. It is printed when the sandbox starts.")
            }
            return .newcomer
        }
        throw ControlProblem(
            401,
            "The token is missing. Send it as \"Authorization: Bearer TOKEN\"; it is printed when the sandbox starts."
        )
    }

    /// What changes something is JSON, which no form of another site can send, or a form of our own page.
    private func checkBody(_ request: SandboxRequest, _ visitor: Visitor) throws(ControlProblem) {
        guard !["GET", "HEAD"].contains(request.method) else { return }
        let type = (request.header("content-type") ?? "").split(separator: ";").first.map(String.init)?.trimmed ?? ""
        switch type.lowercased() {
        case "application/json": return
        case "" where request.method == "DELETE" && request.body.isEmpty: return
        case "application/x-www-form-urlencoded" where visitor == .cookie:
            guard let given = request.form["csrf"], Self.isSame(given, formToken) else {
                throw ControlProblem(403, "The form does not come from a page of the control. Load the page again.")
            }
        default: throw ControlProblem(415, "The Content-Type must be application/json.")
        }
    }

    private func derived(_ purpose: String) -> String {
        let key = SymmetricKey(data: Array(token.characters.utf8))
        return TextEncodings.base64URL(Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key)))
    }

    /// Compares in a time that tells nothing of where two texts differ.
    private static func isSame(_ first: String, _ second: String) -> Bool {
        let (first, second) = (SHA256.hash(data: Array(first.utf8)), SHA256.hash(data: Array(second.utf8)))
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
