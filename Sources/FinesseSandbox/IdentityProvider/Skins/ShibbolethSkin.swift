/// Pages like those of Shibboleth: the flow's step is in the address, the flow itself in the session.
///
/// Source: for the names and addresses, the login, code and consent views of Shibboleth's identity provider 4.
struct ShibbolethSkin: ProviderSkin {
    let signInPath = "/idp/profile/SAML2/Redirect/SSO"
    let cookies = SkinCookies(visit: "JSESSIONID", session: "shib_idp_session", path: "/idp")
    let hasStayBox = true

    /// The flow is the one of the session's cookie, which therefore begins with its id.
    func visitID(_ request: SandboxRequest) -> String? {
        guard request.path == signInPath, request.query["execution"] != nil else { return nil }
        return request.cookieValues(cookies.visit).compactMap { $0.split(separator: ".").first.map(String.init) }.first
    }

    func entrance(_ view: SkinView) -> SandboxAnswer { .redirect(to: address(view)) }

    /// The pages that were answered before have lower numbers, and the token of their session is the same.
    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool {
        request.query["execution"] == "e1s\(visit.pages)" && request.form["csrf_token"] == "_" + visit.token
    }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        let form = request.form
        if form["_eventId_AttributeReleaseRejected"] != nil { return .consent(false) }
        guard form["_eventId_proceed"] != nil else { return nil }
        switch stage {
        case .password: return form["j_password"].map { .password(userName: form["j_username"], $0) }
        case .oneTimeCode: return form["tokencode"].map(SkinInput.oneTimeCode)
        case .consent: return .consent(true)
        default: return nil
        }
    }

    func page(_ view: SkinView) -> HTMLPage {
        switch view.stage {
        case .oneTimeCode: codePage(view)
        case .consent: consentPage(view)
        case .newPassword: expiredPage(view)
        case .stale: error(["You may have used the back button, or a page of another tab."], reference: "", .english)
        case .realm, .userName, .password, .staySignedIn, .done: loginPage(view)
        }
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        framed("Stale Request", lines.map { "<p>\(SkinMarkup.text($0))</p>" }.joined(separator: "\n"))
    }

    // MARK: Pages

    private func loginPage(_ view: SkinView) -> HTMLPage {
        let message = Self.text(view.message)
        let error = message.isEmpty ? "" : "<p class=\"form-element form-error error\" role=\"alert\">\(message)</p>"
        let stay = """
            <label class="box"><input type="checkbox" name="donotcache" value="1" id="donotcache"> Don't remember login</label>
            """
        return framed(
            "Login to the contact center",
            """
            \(form(view))
            \(error)
            <label for="username">Username</label>
            <input class="form-element form-field" id="username" name="j_username" type="text" \
            value="\(SkinMarkup.text(view.visit.typedName))">
            <label for="password">Password</label>
            <input class="form-element form-field" id="password" name="j_password" type="password" value="">
            \(view.offersToStay ? stay : "")
            <button class="form-element form-button" type="submit" name="_eventId_proceed" \
            onclick="this.childNodes[0].nodeValue='Logging in, please wait...'">Login</button>
            </form>
            """
        )
    }

    private func codePage(_ view: SkinView) -> HTMLPage {
        let message = Self.text(view.message)
        let error = message.isEmpty ? "" : "<p class=\"form-element form-error error\" role=\"alert\">\(message)</p>"
        return framed(
            "Token code",
            """
            \(form(view))
            \(error)
            <label for="tokencode">One-time code</label>
            <input class="form-element form-field" id="tokencode" name="tokencode" type="text" inputmode="numeric" \
            autocomplete="one-time-code">
            <button class="form-element form-button" type="submit" name="_eventId_proceed">Login</button>
            </form>
            """
        )
    }

    private func consentPage(_ view: SkinView) -> HTMLPage {
        func option(_ value: String, _ label: String, isOn: Bool = false) -> String {
            """
            <label class="box"><input type="radio" name="_shib_idp_consentOptions" value="_shib_idp_\(value)"\
            \(isOn ? " checked" : "")> \(label)</label>
            """
        }
        return framed(
            "Information Release",
            """
            <p>The contact center gets <b>uid</b> and <b>user_principal</b>.</p>
            \(form(view))
            <input type="hidden" name="_shib_idp_consentIds" value="uid">
            \(option("doNotRememberConsent", "Ask me again at next login"))
            \(option("rememberConsent", "Ask me again if this changes", isOn: true))
            <button type="submit" name="_eventId_proceed" id="accept">Accept</button>
            <button type="submit" name="_eventId_AttributeReleaseRejected" id="reject" class="second">Reject</button>
            </form>
            """
        )
    }

    private func expiredPage(_ view: SkinView) -> HTMLPage {
        framed(
            "Password expired",
            """
            <p class="form-element form-error error" role="alert">Your password has expired. Change it, then sign in again.</p>
            """
        )
    }

    // MARK: Parts

    private static func text(_ message: SkinMessage?) -> String {
        switch message {
        case nil: ""
        case .wrongPassword: "The password you entered was incorrect."
        case .unknownName: "The username you entered cannot be identified."
        case .accountLocked: "Your account is locked."
        case .wrongCode: "The code you entered was incorrect."
        }
    }

    private func address(_ view: SkinView) -> String {
        "\(view.origin)\(signInPath)?execution=e1s\(view.visit.pages)"
    }

    private func form(_ view: SkinView) -> String {
        """
        <form action="\(signInPath)?execution=e1s\(view.visit.pages)" method="post">
        <input type="hidden" name="csrf_token" value="_\(view.visit.token)">
        """
    }

    private func framed(_ title: String, _ body: String) -> HTMLPage {
        SkinMarkup.page(
            "Web Login Service",
            style: SkinMarkup.style(
                accent: "#b61601",
                ground: "#f3f3f3",
                more: "header { border-bottom: 3px solid #b61601; margin-bottom: 1rem; padding-bottom: .5rem; }"
            ),
            body: """
                <main class="wrapper"><div class="container card"><header><b>Example Organisation</b></header>
                <div class="content"><h1>\(title)</h1>
                \(body)
                </div></div></main>
                """
        )
    }
}
