/// Pages like those of Keycloak: forms drawn by the server, and each form's address holds the code of its page.
///
/// Source: for the ids, names and addresses, the login theme of Keycloak.
struct KeycloakSkin: ProviderSkin {
    let signInPath = "/realms/corp/protocol/saml"
    let cookies = SkinCookies(visit: "AUTH_SESSION_ID", session: "KEYCLOAK_IDENTITY", path: "/realms/corp/")
    let hasStayBox = true

    func visitID(_ request: SandboxRequest) -> String? {
        request.path.hasPrefix("/realms/corp/login-actions/") ? request.query["tab_id"] : nil
    }

    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool {
        request.query["session_code"] == visit.token && request.query["execution"] == Self.execution(visit.stage)
    }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        let form = request.form
        switch stage {
        case .password: return form["password"].map { .password(userName: form["username"], $0) }
        case .oneTimeCode: return form["otp"].map(SkinInput.oneTimeCode)
        case .consent: return .consent(form["accept"] != nil)
        default: return nil
        }
    }

    func page(_ view: SkinView) -> HTMLPage {
        switch view.stage {
        case .oneTimeCode: codePage(view)
        case .consent: consentPage(view)
        case .newPassword: updatePage(view)
        case .stale: stalePage(view)
        case .realm, .userName, .password, .staySignedIn, .done: loginPage(view)
        }
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        let lines = lines.map { "<p class=\"instruction\">\(SkinMarkup.text($0))</p>" }.joined(separator: "\n")
        return framed("We are sorry", "<div id=\"kc-error-message\">\(lines)</div>")
    }

    // MARK: Pages

    private func loginPage(_ view: SkinView) -> HTMLPage {
        let message = Self.text(view.message)
        let invalid = message.isEmpty ? "" : " aria-invalid=\"true\""
        let error =
            message.isEmpty
            ? ""
            : "<span id=\"input-error\" class=\"pf-c-form__helper-text error\" aria-live=\"polite\">\(message)</span>"
        let stay = """
            <label class="box"><input id="rememberMe" name="rememberMe" type="checkbox"> Remember me</label>
            """
        return framed(
            "Sign in to your account",
            """
            <form id="kc-form-login" onsubmit="login.disabled = true; return true;" action="\(action(view))" method="post">
            <label for="username">Username or email</label>
            <input tabindex="2" id="username" class="pf-c-form-control" name="username" \
            value="\(SkinMarkup.text(view.visit.typedName))" type="text" autofocus autocomplete="username"\(invalid)>
            \(error)
            <label for="password">Password</label>
            <input tabindex="3" id="password" class="pf-c-form-control" name="password" type="password" \
            autocomplete="current-password"\(invalid)>
            \(view.offersToStay ? stay : "")
            <div id="kc-form-buttons"><input type="hidden" id="id-hidden-input" name="credentialId">
            <input tabindex="7" class="pf-c-button pf-m-primary" name="login" id="kc-login" type="submit" value="Sign In"></div>
            </form>
            """
        )
    }

    private func codePage(_ view: SkinView) -> HTMLPage {
        let message = Self.text(view.message)
        let error =
            message.isEmpty
            ? "" : "<span id=\"input-error-otp-code\" class=\"error\" aria-live=\"polite\">\(message)</span>"
        return framed(
            "One more step",
            """
            <form id="kc-otp-login-form" action="\(action(view))" method="post">
            <label for="otp">One-time code</label>
            <input id="otp" name="otp" autocomplete="off" type="text" inputmode="numeric" class="pf-c-form-control" autofocus>
            \(error)
            <input class="pf-c-button pf-m-primary" name="login" id="kc-login" type="submit" value="Sign In">
            </form>
            """
        )
    }

    private func consentPage(_ view: SkinView) -> HTMLPage {
        framed(
            "Grant access to the contact center",
            """
            <div id="kc-oauth"><p>It will see:</p><ul><li>your name</li><li>your account</li></ul>
            <form class="form-actions" action="\(action(view))" method="POST">
            <input type="hidden" name="code" value="\(view.visit.token)">
            <input class="pf-c-button" name="accept" id="kc-login" type="submit" value="Yes">
            <input class="pf-c-button second" name="cancel" id="kc-cancel" type="submit" value="No">
            </form></div>
            """
        )
    }

    private func updatePage(_ view: SkinView) -> HTMLPage {
        framed(
            "Update password",
            """
            <p class="error" role="alert">Your password has expired: choose a new one.</p>
            <form id="kc-passwd-update-form" action="\(action(view))" method="post">
            <label for="password-new">New password</label>
            <input type="password" id="password-new" name="password-new" autocomplete="new-password">
            <label for="password-confirm">Confirm password</label>
            <input type="password" id="password-confirm" name="password-confirm" autocomplete="new-password">
            <input type="submit" value="Submit">
            </form>
            """
        )
    }

    private func stalePage(_ view: SkinView) -> HTMLPage {
        let query = "client_id=finesse&tab_id=\(view.visit.id)"
        let base = "\(view.origin)/realms/corp/login-actions/"
        let again = SkinMarkup.text(base + "restart?" + query)
        let on = SkinMarkup.text(base + "authenticate?execution=\(Self.execution(view.visit.stage))&" + query)
        return framed(
            "This page is no longer valid",
            """
            <p id="instruction1" class="instruction">To begin again <a id="loginRestartLink" href="\(again)">click here</a>.<br>
            To go on <a id="loginContinueLink" href="\(on)">click here</a>.</p>
            """
        )
    }

    // MARK: Parts

    /// The step's id in the realm, the same for everybody.
    private static func execution(_ stage: SkinStage) -> String {
        switch stage {
        case .oneTimeCode: "0b9b8a52-4c1e-4f6e-9d53-6a0c2b1f7e02"
        case .consent: "OAUTH_GRANT"
        case .newPassword: "UPDATE_PASSWORD"
        default: "5f1d0c3e-7a2b-4e8d-8c46-31e9d7b5a601"
        }
    }

    private static func text(_ message: SkinMessage?) -> String {
        switch message {
        case nil: ""
        case .wrongPassword, .unknownName: "The username or the password is wrong."
        case .accountLocked: "This account is disabled, ask your administrator."
        case .wrongCode: "This code is wrong."
        }
    }

    private func action(_ view: SkinView) -> String {
        SkinMarkup.text(
            "\(view.origin)/realms/corp/login-actions/authenticate?session_code=\(view.visit.token)"
                + "&execution=\(Self.execution(view.stage))&client_id=finesse&tab_id=\(view.visit.id)"
        )
    }

    private func framed(_ title: String, _ body: String) -> HTMLPage {
        SkinMarkup.page(
            "Sign in to corp",
            style: SkinMarkup.style(
                accent: "#06c",
                ground: "#2b3442",
                more: "#kc-header { color: #fff; font-size: 1.6rem; padding-top: 6vh; text-align: center; } "
                    + ".card { border-top: 4px solid #06c; margin-top: 4vh; } "
                    + "@media (max-width: 32rem) { #kc-header { padding: 1rem; } }"
            ),
            body: """
                <div class="login-pf-page"><div id="kc-header">CORP</div>
                <main class="card card-pf"><h1 id="kc-page-title">\(title)</h1>
                <div id="kc-content"><div id="kc-content-wrapper">
                \(body)
                </div></div></main></div>
                """
        )
    }
}
