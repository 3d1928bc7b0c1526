internal import FoundationEssentials

/// Pages like those of Okta: a script draws a widget, asks a JSON interface with fetch, and draws again.
///
/// Source: for the ids, names and addresses, the sign-in widget of Okta and its identity engine.
struct OktaSkin: ProviderSkin {
    let signInPath = "/app/finesse/exk1contactcenter/sso/saml"
    let cookies = SkinCookies(visit: "DT", session: "idx", path: "/")
    let asksNameFirst = true

    private static let answers: Set<String> = ["identify", "challenge/answer", "consent", "keep-me-signed-in"]

    func visitID(_ request: SandboxRequest) -> String? {
        let handle: String? =
            if request.path == "/login/token/redirect" {
                request.query["stateToken"]
            } else if request.path.hasPrefix("/idp/idx/") {
                Self.body(request)?.stateHandle
            } else {
                nil
            }
        return handle?.split(separator: "~").first.map(String.init)
    }

    /// The handle stays the same from page to page, as the interface's callers expect.
    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool {
        Self.answers.contains(String(request.path.dropFirst("/idp/idx/".count)))
    }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        guard let body = Self.body(request) else { return nil }
        switch (stage, request.path) {
        case (.userName, "/idp/idx/identify"): return body.identifier.map(SkinInput.userName)
        case (.password, "/idp/idx/challenge/answer"):
            return body.credentials.map { .password(userName: nil, $0.passcode) }
        case (.oneTimeCode, "/idp/idx/challenge/answer"): return body.credentials.map { .oneTimeCode($0.passcode) }
        case (.consent, "/idp/idx/consent"): return body.consent.map(SkinInput.consent)
        case (.staySignedIn, "/idp/idx/keep-me-signed-in"): return body.keepMeSignedIn == nil ? nil : .staySignedIn
        default: return nil
        }
    }

    func entrance(_ view: SkinView) -> SandboxAnswer { page(view).answer(status: 200) }

    /// What the widget draws next, with the status that the interface gives.
    func answer(_ view: SkinView) -> SandboxAnswer {
        let status =
            switch view.message {
            case nil: 200
            case .wrongPassword, .unknownName, .wrongCode: 401
            case .accountLocked: 403
            }
        return .text(Self.state(view).text, type: "application/ion+json;okta-version=1.0.0", status: status)
    }

    func leave(_ view: SkinView) -> SandboxAnswer? { answer(view) }

    func page(_ view: SkinView) -> HTMLPage {
        SkinMarkup.page(
            "corp - Sign In",
            style: Self.style,
            body: """
                <div id="okta-login-container" class="card"></div>
                <noscript>This page needs JavaScript.</noscript>
                <script>OktaWidget.draw(\(SkinMarkup.script(Self.state(view))));</script>
                """,
            script: Self.script
        )
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        let lines = lines.map { "<p class=\"o-form-explain\">\(SkinMarkup.text($0))</p>" }.joined(separator: "\n")
        return SkinMarkup.page(
            "corp - Error",
            style: Self.style,
            body: "<div class=\"card error-page\"><h1>There was a problem</h1>\(lines)</div>"
        )
    }

    // MARK: The interface

    private struct Body: Decodable {
        struct Credentials: Decodable {
            var passcode: String
        }

        var stateHandle: String?
        var identifier: String?
        var credentials: Credentials?
        var consent: Bool?
        var keepMeSignedIn: Bool?
    }

    /// The body of a request to the interface; nothing where it is no such JSON, which is then answered as such.
    private static func body(_ request: SandboxRequest) -> Body? {
        try? JSONDecoder().decode(Body.self, from: Data(request.body))
    }

    /// What is asked for, for the widget.
    private static func state(_ view: SkinView) -> JSONText {
        var members: [(name: String, value: JSONText)] = [
            ("version", .string("1.0.0")), ("stateHandle", .string("\(view.visit.id)~c.\(view.visit.id.prefix(6))")),
        ]
        if view.stage == .done {
            let address = "\(view.origin)/login/token/redirect?stateToken=\(view.visit.id)"
            return .object(
                members + [("success", .object([("name", .string("success-redirect")), ("href", .string(address))]))]
            )
        }
        if let message = view.message {
            let text = JSONText.object([("class", .string("ERROR")), ("message", .string(text(message)))])
            members.append(("messages", .object([("type", .string("array")), ("value", .array([text]))])))
        }
        members.append(("remediation", .object([("name", .string(remediation(view.stage)))])))
        if !view.visit.typedName.isEmpty {
            members.append(("user", .object([("identifier", .string(view.visit.typedName))])))
        }
        return .object(members)
    }

    private static func remediation(_ stage: SkinStage) -> String {
        switch stage {
        case .realm, .userName, .stale, .done: "identify"
        case .password: "challenge-authenticator"
        case .oneTimeCode: "challenge-authenticator-otp"
        case .consent: "consent"
        case .staySignedIn: "keep-me-signed-in"
        case .newPassword: "reenroll-authenticator"
        }
    }

    private static func text(_ message: SkinMessage) -> String {
        switch message {
        case .wrongPassword: "The password is incorrect."
        case .unknownName: "There is no account with this name."
        case .accountLocked: "Your account is locked. Ask your administrator."
        case .wrongCode: "The code is incorrect."
        }
    }

    // MARK: The widget

    private static let style = SkinMarkup.style(
        accent: "#1662dd",
        ground: "#f4f4f4",
        more:
            ".okta-form-title { text-align: center; } .identifier { color: #555; text-align: center; overflow-wrap: anywhere; } "
            + "input[type=submit] { width: 100% !important; }"
    )

    private static let script = #"""
        var OktaWidget = (function () {
          function element(tag, attributes, children) {
            var made = document.createElement(tag);
            Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
            (children || []).forEach(function (child) {
              made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
            });
            return made;
          }
          function field(label, name, type, more) {
            var attributes = { name: name, id: name.replace(".", "-"), type: type, "aria-required": "true" };
            Object.keys(more || {}).forEach(function (key) { attributes[key] = more[key]; });
            return element("div", { "class": "o-form-fieldset", "data-se": "o-form-fieldset-" + name }, [
              element("label", { "for": attributes.id }, [label]), element("input", attributes)
            ]);
          }
          var pages = {
            "identify": {
              title: "Sign In", address: "identify", button: "Next",
              fields: function (state) {
                var value = state.user ? { value: state.user.identifier } : {};
                value.autocomplete = "username";
                return [field("Username", "identifier", "text", value)];
              },
              values: function (form) { return { identifier: form.elements["identifier"].value }; }
            },
            "challenge-authenticator": {
              title: "Verify with your password", address: "challenge/answer", button: "Verify",
              fields: function () {
                return [field("Password", "credentials.passcode", "password", { autocomplete: "current-password" })];
              },
              values: function (form) { return { credentials: { passcode: form.elements["credentials.passcode"].value } }; }
            },
            "challenge-authenticator-otp": {
              title: "Verify with an authenticator app", address: "challenge/answer", button: "Verify",
              fields: function () {
                return [field("Enter code", "credentials.passcode", "text",
                  { autocomplete: "one-time-code", inputmode: "numeric" })];
              },
              values: function (form) { return { credentials: { passcode: form.elements["credentials.passcode"].value } }; }
            },
            "consent": {
              title: "The contact center wants to see your name and account", address: "consent", button: "Allow Access",
              fields: function () { return []; },
              values: function () { return { consent: true }; },
              no: { text: "Don't Allow", values: { consent: false } }
            },
            "keep-me-signed-in": {
              title: "Keep me signed in", address: "keep-me-signed-in", button: "Stay signed in",
              fields: function () { return []; },
              values: function () { return { keepMeSignedIn: true }; },
              no: { text: "Don't stay signed in", values: { keepMeSignedIn: false } }
            },
            "reenroll-authenticator": {
              title: "Your password has expired", address: "challenge/answer", button: "Change Password",
              fields: function () {
                return [field("New password", "credentials.passcode", "password", { autocomplete: "new-password" }),
                  field("Re-enter password", "confirmPassword", "password", { autocomplete: "new-password" })];
              },
              values: function () { return {}; }
            }
          };
          function ask(state, address, values) {
            values.stateHandle = state.stateHandle;
            fetch("/idp/idx/" + address, {
              method: "POST", credentials: "same-origin",
              headers: { "Accept": "application/ion+json; okta-version=1.0.0", "Content-Type": "application/ion+json; okta-version=1.0.0" },
              body: JSON.stringify(values)
            }).then(function (answer) { return answer.json(); }).then(draw);
          }
          function draw(state) {
            if (state.success) { location.assign(state.success.href); return; }
            var page = pages[state.remediation.name], text = state.messages && state.messages.value[0].message;
            var form = element("form", { id: "form19", method: "POST", novalidate: "", "data-se": "o-form", "class": "o-form" }, [
              element("h1", { "class": "okta-form-title", "data-se": "o-form-head" }, [page.title])
            ]);
            if (state.user && state.remediation.name !== "identify") {
              form.appendChild(element("div", { "class": "identifier", "data-se": "identifier" }, [state.user.identifier]));
            }
            form.appendChild(element("div", { "class": "o-form-error-container error", "data-se": "o-form-error-container" },
              text ? [element("div", { role: "alert", "class": "infobox-error" }, [text])] : []));
            page.fields(state).forEach(function (part) { form.appendChild(part); });
            form.appendChild(element("input", { type: "submit", "class": "button button-primary", "data-type": "save", value: page.button }));
            if (page.no) {
              var no = element("input", { type: "submit", "class": "button second", "data-se": "cancel", value: page.no.text });
              no.addEventListener("click", function (event) {
                event.preventDefault();
                ask(state, page.address, page.no.values);
              });
              form.appendChild(no);
            }
            form.addEventListener("submit", function (event) {
              event.preventDefault();
              ask(state, page.address, page.values(form));
            });
            var root = document.getElementById("okta-login-container");
            while (root.firstChild) { root.removeChild(root.firstChild); }
            root.appendChild(element("div", { id: "okta-sign-in", "class": "auth-container main-container" }, [form]));
            var first = form.querySelector("input:not([type=submit])");
            if (first) { first.focus(); }
          }
          return { draw: draw };
        })();
        """#
}
