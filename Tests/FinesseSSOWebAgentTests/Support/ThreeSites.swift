import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import WebAgent

/// Finesse, an identity service and an identity provider in memory, each on a site of its own: just enough of them to walk.
///
/// The sandbox is the real thing; here each page is made for one rule.
struct ThreeSites: Sendable {
    /// What the identity provider shows first; nil for its login page.
    var loginPage: (status: Int, fields: HTTPFields, body: String)?
    /// Further pages of the identity provider: what each answers to a form with these fields; nil goes on to the service.
    var furtherPages: [String: @Sendable (_ body: String) -> String?] = [:]
    /// What follows the right password; nil for the page that posts itself to the identity service.
    var afterPassword: String?
    /// The scheme and host of the identity provider.
    var provider = HTTPOrigin(scheme: .https, host: "idp.example.org")
    /// What Finesse answers at the end.
    var answer = #"{"token":"at","refresh_token":"rt","expires_in":300,"user_id":"ann"}"#
    /// The last of the chain; at the callback or at the token's own address.
    var endsAtCallback = true

    static let finesse = HTTPOrigin(scheme: .https, host: "finesse1.example.com", port: 8445)
    static let service = HTTPOrigin(scheme: .https, host: "ids.example.net", port: 8553)
    static let password = "right-password-1"

    var login: String {
        """
        <!doctype html><title>Sign in</title><h1>Welcome</h1>
        <form id="loginForm" method="post" action="/login">
        <input name="UserName" id="userNameInput" type="email"><input name="Password" type="password">
        <input type="hidden" name="AuthMethod" value="FormsAuthentication"><button type="submit">Sign in</button></form>
        """
    }

    var autoPost: String {
        """
        <html><body onload="document.forms[0].submit()"><form method="post" action="\(Self.service)/ids/saml/response">
        <input type="hidden" name="SAMLResponse" value="c2FtbA=="><input type="hidden" name="RelayState" value="r1">
        </form></body></html>
        """
    }

    func transport() -> ScriptedTransport {
        ScriptedTransport { (request) throws(TransportError) in answer(request) }
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        let path = String(request.target.prefix { $0 != "?" })
        switch (request.origin, "\(request.method) \(path)") {
        case (Self.finesse, "GET /desktop/sso/token"):
            return has("fin=1", request) && !endsAtCallback && has("done=1", request)
                ? json(answer)
                : redirect("\(Self.service)/ids/v1/oauth/authorize", cookie: "fin=1; Path=/desktop; Secure")
        case (Self.service, "GET /ids/v1/oauth/authorize"):
            return redirect("\(provider)/login?SAMLRequest=x")
        case (provider, "GET /login"):
            if has("idp=1", request) { return page(autoPost) }
            return loginPage.map { HTTPResponse(status: $0.status, fields: html($0.fields), body: Array($0.body.utf8)) }
                ?? page(login)
        case (provider, "POST /login"):
            let isRight = String(decoding: request.body ?? [], as: UTF8.self).contains("Password=\(Self.password)")
            guard isRight else {
                return page(login.replacing("<h1>", with: "<p role=alert>Wrong name or password.</p><h1>"))
            }
            return page(afterPassword ?? autoPost, cookie: "idp=1; Path=/; Secure; HttpOnly")
        case (provider, "POST /consent"):
            return page(autoPost)
        case (provider, "POST \(path)") where furtherPages[path] != nil,
            (provider, "GET \(path)") where furtherPages[path] != nil:
            return page(furtherPages[path]?(String(decoding: request.body ?? [], as: UTF8.self)) ?? autoPost)
        case (Self.service, "POST /ids/saml/response"):
            return redirect("\(Self.finesse)/desktop/sso/authcode?code=c1")
        case (Self.finesse, "GET /desktop/sso/authcode"):
            guard has("fin=1", request) else { return HTTPResponse(status: 400) }
            return endsAtCallback
                ? json(answer) : redirect("/desktop/sso/token", cookie: "done=1; Path=/desktop; Secure")
        default:
            return HTTPResponse(status: 404)
        }
    }

    private func has(_ cookie: String, _ request: HTTPRequest) -> Bool {
        request.fields.text(named: "Cookie")?.contains(cookie) ?? false
    }

    private func html(_ fields: HTTPFields) -> HTTPFields {
        var fields = fields
        fields.append("Content-Type", "text/html; charset=utf-8")
        return fields
    }

    private func page(_ body: String, cookie: String? = nil) -> HTTPResponse {
        var fields = html([:])
        if let cookie { fields.append("Set-Cookie", cookie) }
        return HTTPResponse(status: 200, fields: fields, body: Array(body.utf8))
    }

    private func json(_ body: String) -> HTTPResponse {
        HTTPResponse(status: 200, fields: ["Content-Type": "application/json"], body: Array(body.utf8))
    }

    private func redirect(_ place: String, cookie: String? = nil) -> HTTPResponse {
        var fields: HTTPFields = ["Location": place]
        if let cookie { fields.append("Set-Cookie", cookie) }
        return HTTPResponse(status: 302, fields: fields)
    }
}

/// An agent over a transport, set up as the options say.
func agent(_ transport: ScriptedTransport, _ options: SignInOptions = SignInOptions()) -> WebAgent {
    WebAgent(
        transport: transport,
        pageHosts: InProcessPageHosts(),
        configuration: WebAgentConfiguration(for: options)
    )
}

func request(
    password: String? = ThreeSites.password,
    _ options: SignInOptions = SignInOptions(),
    user: String = "ann@example.com"
) -> SignInRequest {
    let endpoint = TokenEndpoint(origin: ThreeSites.finesse, user: "ann", userNameForm: options.userNameForm)
    return SignInRequest(
        startURL: endpoint.signInURL,
        cookies: endpoint.signInCookies,
        finalAnswer: FinalAnswerRule(origins: ["\(ThreeSites.finesse)"]),
        credentials: password.map { SignInCredentials(userName: user, password: Password($0)) },
        passwordRule: options.passwordRule,
        acceptsConsent: options.acceptsConsent,
        answers: options.answers
    )
}
