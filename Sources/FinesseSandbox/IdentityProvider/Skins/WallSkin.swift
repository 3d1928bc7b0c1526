/// Pages that stand in the way of a client that is no whole browser.
struct WallSkin: ProviderSkin {
    /// What stands in the way.
    enum Wall: Sendable {
        /// A question that only a person can answer, before the form takes anything.
        case captcha
        /// A 401 that asks for `Negotiate`; its body is the form for those who have no ticket.
        case negotiate
        /// A script that needs to draw before it shows the form.
        case unsupported
    }

    let wall: Wall
    let signInPath = "/sso/saml"
    let cookies = SkinCookies(visit: "SSOFLOW", session: "SSOSESSION", path: "/sso")

    func visitID(_ request: SandboxRequest) -> String? {
        request.path == "/sso/login" ? request.query["flow"] : nil
    }

    func entrance(_ view: SkinView) -> SandboxAnswer {
        guard wall == .negotiate else { return answer(view) }
        return page(view).answer(status: 401).adding("WWW-Authenticate", "Negotiate")
    }

    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool { request.form["_csrf"] == visit.token }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        let form = request.form
        // Nobody proves here that a person is there, and nothing is drawn.
        guard wall == .negotiate else { return nil }
        switch stage {
        case .password: return form["password"].map { .password(userName: form["username"], $0) }
        case .oneTimeCode: return form["otp"].map(SkinInput.oneTimeCode)
        case .consent: return .consent(form["answer"] == "accept")
        case .staySignedIn: return .staySignedIn
        default: return nil
        }
    }

    func page(_ view: SkinView) -> HTMLPage {
        switch (wall, view.stage) {
        case (.captcha, _): captchaPage(view)
        case (.unsupported, _): drawingPage(view)
        case (.negotiate, .oneTimeCode):
            framed(
                "Enter your code",
                form(
                    view,
                    """
                    <label for="otp">One-time code</label>
                    <input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code"><button type="submit">Verify</button>
                    """
                )
            )
        case (.negotiate, .consent):
            framed(
                "Permissions",
                form(
                    view,
                    """
                    <p>Your name and account go to the contact center.</p>
                    <button type="submit" name="answer" value="accept">Accept</button>
                    <button type="submit" name="answer" value="cancel" class="second">Cancel</button>
                    """
                )
            )
        case (.negotiate, .staySignedIn):
            framed(
                "Stay signed in?",
                form(view, "<button type=\"submit\" name=\"stay\" value=\"no\">No</button>")
            )
        case (.negotiate, .newPassword):
            framed("Password expired", "<p role=\"alert\" class=\"error\">Your password has expired.</p>")
        case (.negotiate, .stale):
            framed("Too late", "<p role=\"alert\" class=\"error\">This page was answered before.</p>")
        case (.negotiate, _): loginPage(view)
        }
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        framed("Error", lines.map { "<p>\(SkinMarkup.text($0))</p>" }.joined(separator: "\n"))
    }

    // MARK: Pages

    private func loginPage(_ view: SkinView) -> HTMLPage {
        framed("Sign in", form(view, Self.fields(view) + "<button type=\"submit\">Sign in</button>"))
    }

    private func captchaPage(_ view: SkinView) -> HTMLPage {
        framed(
            "Sign in",
            form(
                view,
                Self.fields(view)
                    + """
                    <div class="g-recaptcha" data-sitekey="sandbox"><p>Show that you are a person.</p></div>
                    <textarea name="g-recaptcha-response" style="display: none"></textarea>
                    <button type="submit">Sign in</button>
                    """
            )
        )
    }

    private func drawingPage(_ view: SkinView) -> HTMLPage {
        framed(
            "One moment",
            "<p id=\"state\">Your browser is being checked.</p><div id=\"place\"></div>",
            script: """
                document.addEventListener("DOMContentLoaded", function () {
                  var context = document.createElement("canvas").getContext("2d");
                  context.fillText("check", 2, 12);
                  document.getElementById("state").textContent = context.canvas.toDataURL().length > 0
                    ? "This page has no form: it is here for its check." : "";
                });
                """
        )
    }

    private static func fields(_ view: SkinView) -> String {
        let message =
            switch view.message {
            case nil: ""
            case .wrongPassword, .unknownName: "The name or the password is wrong."
            case .accountLocked: "Your account is locked."
            case .wrongCode: "The code is wrong."
            }
        return """
            <p role="alert" class="error">\(message)</p>
            <label for="username">Name</label>
            <input id="username" name="username" autocomplete="username" value="\(SkinMarkup.text(view.visit.typedName))">
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password">

            """
    }

    private func form(_ view: SkinView, _ parts: String) -> String {
        """
        <form method="post" action="/sso/login?flow=\(view.visit.id)">
        <input type="hidden" name="_csrf" value="\(view.visit.token)">
        \(parts)
        </form>
        """
    }

    private func framed(_ title: String, _ body: String, script: String = "") -> HTMLPage {
        SkinMarkup.page(
            title,
            style: SkinMarkup.style(
                accent: "#00695c",
                ground: "#edf2f1",
                more: ".g-recaptcha { border: 1px solid #999; margin-top: 1rem; padding: .5rem 1rem; }"
            ),
            body: "<main class=\"card\"><h1>\(title)</h1>\n\(body)</main>",
            script: script
        )
    }
}
