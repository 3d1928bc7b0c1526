/// Pages like those of PingFederate: the form goes on at an address of its own, and a link's script submits it.
///
/// Source: for the names and addresses, the HTML form templates of PingFederate and the code page of PingID.
struct PingSkin: ProviderSkin {
    let signInPath = "/idp/SSO.saml2"
    let cookies = SkinCookies(visit: "PF", session: "PF.PERSISTENT", path: "/")
    let hasStayBox = true

    func visitID(_ request: SandboxRequest) -> String? {
        let segments = request.segments
        if segments.count == 5, segments[0] == "idp", segments[2...] == ["resumeSAML20", "idp", "SSO.ping"] {
            return segments[1]
        }
        return segments == ["pingid", "ppm", "auth", "otp"] ? request.query["nonce"] : nil
    }

    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool {
        visit.stage != .oneTimeCode || request.form["csrfToken"] == visit.token
    }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        let form = request.form
        switch stage {
        case .password where form["pf.ok"] == "clicked":
            return form["pf.pass"].map { .password(userName: form["pf.username"], $0) }
        case .oneTimeCode: return form["otp"].map(SkinInput.oneTimeCode)
        case .consent: return form["pf.oauth.authz.consent"].map { .consent($0 == "allow") }
        default: return nil
        }
    }

    func page(_ view: SkinView) -> HTMLPage {
        switch view.stage {
        case .oneTimeCode: codePage(view)
        case .consent: consentPage(view)
        case .newPassword: changePage(view)
        case .stale: error(["This page was answered before."], reference: "", view.language)
        case .realm, .userName, .password, .staySignedIn, .done: loginPage(view)
        }
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        let lines = lines.map { "<div class=\"ping-messages\">\(SkinMarkup.text($0))</div>" }.joined(separator: "\n")
        return framed("Error", "\(lines)\n<p class=\"note\">Partner reference: \(SkinMarkup.text(reference))</p>")
    }

    // MARK: Pages

    private func loginPage(_ view: SkinView) -> HTMLPage {
        let message = Self.text(view.message)
        let error = message.isEmpty ? "" : "<div class=\"ping-error error\">\(message)</div>"
        let stay = """
            <label class="box"><input type="checkbox" name="pf.rememberUsername" id="rememberUsername"> Remember my username</label>
            """
        return framed(
            "Sign On",
            """
            \(error)
            <form method="POST" action="\(action(view))" autocomplete="off" onkeypress="postOnReturn(event);">
            <label for="username">Username</label>
            <input id="username" type="text" size="36" name="pf.username" value="\(SkinMarkup.text(view.visit.typedName))" \
            autocorrect="off" autocapitalize="off">
            <label for="password">Password</label>
            <input id="password" type="password" size="36" name="pf.pass">
            \(view.offersToStay ? stay : "")
            <input type="hidden" name="pf.ok" value=""><input type="hidden" name="pf.cancel" value="">
            <input type="hidden" name="pf.adapterId" value="HTMLForm">
            <div class="ping-buttons"><a href="#" onclick="postOk();" class="button ping-button allow" id="signOnButton" \
            title="Sign On">Sign On</a></div>
            </form>
            """,
            script: """
                function postOk() {
                  document.forms[0]["pf.ok"].value = "clicked";
                  document.forms[0].submit();
                }
                function postOnReturn(event) { if (event.keyCode === 13) { postOk(); } }
                """
        )
    }

    private func codePage(_ view: SkinView) -> HTMLPage {
        let address = SkinMarkup.text("\(view.origin)/pingid/ppm/auth/otp?nonce=\(view.visit.id)")
        let message = Self.text(view.message)
        let error = message.isEmpty ? "" : "<div class=\"error-message error\" role=\"alert\">\(message)</div>"
        return framed(
            "Authentication",
            """
            \(error)
            <form id="otp-form" method="post" action="\(address)">
            <label for="otp">Enter the passcode that your app shows</label>
            <input id="otp" name="otp" type="text" class="passcode-input" autocomplete="off" inputmode="numeric">
            <input type="hidden" name="csrfToken" id="csrfToken" value="\(view.visit.token)">
            <input type="submit" class="primary" value="Sign On">
            </form>
            """
        )
    }

    private func consentPage(_ view: SkinView) -> HTMLPage {
        framed(
            "Approve",
            """
            <p>The contact center gets your name and your account.</p>
            <form method="POST" action="\(action(view))">
            <button type="submit" name="pf.oauth.authz.consent" value="allow">Allow</button>
            <button type="submit" name="pf.oauth.authz.consent" value="deny" class="second">Cancel</button>
            </form>
            """
        )
    }

    private func changePage(_ view: SkinView) -> HTMLPage {
        func field(_ name: String, _ label: String) -> String {
            "<label for=\"\(name)\">\(label)</label><input type=\"password\" id=\"\(name)\" name=\"\(name)\">"
        }
        return framed(
            "Change Password",
            """
            <div class="ping-error error">Your password has expired and must be changed.</div>
            <form method="POST" action="\(action(view))">
            \(field("pf.pass", "Current password"))
            \(field("pf.new.pass1", "New password"))
            \(field("pf.new.pass2", "Confirm new password"))
            <button type="submit">Change Password</button>
            </form>
            """
        )
    }

    // MARK: Parts

    private static func text(_ message: SkinMessage?) -> String {
        switch message {
        case nil: ""
        case .wrongPassword, .unknownName: "We did not recognize the username or password. Try again."
        case .accountLocked: "Your account is locked. Ask your help desk."
        case .wrongCode: "The passcode is wrong."
        }
    }

    private func action(_ view: SkinView) -> String {
        SkinMarkup.text("\(view.origin)/idp/\(view.visit.id)/resumeSAML20/idp/SSO.ping")
    }

    private func framed(_ title: String, _ body: String, script: String = "") -> HTMLPage {
        SkinMarkup.page(
            title,
            style: SkinMarkup.style(accent: "#2e4355", ground: "#e4e6e9", more: ".ping-error { font-weight: 600; }"),
            body: """
                <main class="card ping-container ping-signin"><div class="ping-header"><h1>\(title)</h1></div>
                <div class="ping-body-container">
                \(body)
                </div></main>
                """,
            script: script
        )
    }
}
