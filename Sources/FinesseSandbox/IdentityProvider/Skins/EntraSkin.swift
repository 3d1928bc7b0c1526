internal import FoundationEssentials

/// Pages like those of Microsoft Entra ID: a script draws the form out of a configuration, the name is looked up first, and then
/// the same page asks for the password.
///
/// Source: for the ids, names and addresses, the sign-in pages of Microsoft Entra ID.
struct EntraSkin: ProviderSkin {
    private static let tenant = "7d1f3c52-0a4b-4b6e-9c1d-2f8e5a6b7c80"

    var signInPath: String { "/\(Self.tenant)/saml2" }
    let cookies = SkinCookies(visit: "ESTSWCTXFLOWTOKEN", session: "ESTSAUTH", path: "/")
    let asksNameFirst = true
    let acceptsBareNames = false
    let looksNamesUp = true

    func visitID(_ request: SandboxRequest) -> String? {
        let segments = request.segments
        if segments == ["common", "GetCredentialType"] { return Self.lookUp(request)?.flowToken.map(Self.id) }
        guard
            [[Self.tenant, "login"], ["kmsi"], ["common", "SAS", "ProcessAuth"], [Self.tenant, "Consent", "Grant"]]
                .contains(segments)
        else { return nil }
        return request.form["flowToken"].map(Self.id)
    }

    /// The page's token goes along in every form; the look-up of a name keeps it.
    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool {
        visit.stage == .userName || visit.stage == .password || request.form["canary"] == visit.token
    }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        let form = request.form
        switch (stage, request.segments.last) {
        case (.userName, "GetCredentialType"): return Self.lookUp(request)?.username.map(SkinInput.userName)
        // The page goes back to the name by itself, and may ask again.
        case (.password, "GetCredentialType"): return .nothing
        case (.password, "login"): return form["passwd"].map { .password(userName: form["login"], $0) }
        case (.oneTimeCode, "ProcessAuth"): return form["otc"].map(SkinInput.oneTimeCode)
        case (.consent, "Grant"): return form["acceptConsent"].map { .consent($0 == "true") }
        case (.staySignedIn, "kmsi"): return form["LoginOptions"] == nil ? nil : .staySignedIn
        default: return nil
        }
    }

    func entrance(_ view: SkinView) -> SandboxAnswer { page(view).answer(status: 200) }

    /// The look-up is answered with JSON, everything else with a page.
    func answer(_ view: SkinView) -> SandboxAnswer {
        guard view.isForScript else { return page(view).answer(status: 200) }
        return .json(
            .object([
                ("Username", .string(view.visit.typedName)),
                ("IfExistsResult", .integer(view.message == .unknownName ? 1 : 0)),
                ("Credentials", .object([("PrefCredential", .integer(1)), ("HasPassword", .truth(true))])),
                ("FlowToken", .string(Self.flowToken(view))),
            ])
        )
    }

    func page(_ view: SkinView) -> HTMLPage {
        let configuration = SkinMarkup.script(configuration(view))
        return SkinMarkup.page(
            view.stage == .newPassword ? "Update your password" : "Sign in to your account",
            style: Self.style,
            body: """
                <div id="lightbox" class="card" data-bind="component"></div>
                <noscript>This page needs JavaScript.</noscript>
                <script>EntraPage.draw($Config);</script>
                """,
            script: "//<![CDATA[\n$Config=\(configuration);\n//]]>\n" + Self.script,
            head: "<meta name=\"PageID\" content=\"\(Self.pageID(view.stage))\">\n<meta name=\"SiteID\" content=\"\">"
        )
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        let lines = lines.map { "<p>\(SkinMarkup.text($0))</p>" }.joined(separator: "\n")
        return SkinMarkup.page(
            "Sign in to your account",
            style: Self.style,
            body: """
                <div class="card"><h1>We could not sign you in</h1><div id="exceptionMessageContainer">\(lines)</div>
                <p class="note">Correlation Id: \(SkinMarkup.text(reference))</p></div>
                """,
            head: "<meta name=\"PageID\" content=\"ConvergedError\">"
        )
    }

    // MARK: The configuration of the script

    private struct LookUp: Decodable {
        var username: String?
        var flowToken: String?
    }

    /// The body of a look-up; nothing where it is no such JSON, which is then no request of this page.
    private static func lookUp(_ request: SandboxRequest) -> LookUp? {
        try? JSONDecoder().decode(LookUp.self, from: Data(request.body))
    }

    private static func flowToken(_ view: SkinView) -> String { "AQABAA.\(view.visit.id)" }

    private static func id(_ flowToken: String) -> String { String(flowToken.drop { $0 != "." }.dropFirst()) }

    private static func pageID(_ stage: SkinStage) -> String {
        switch stage {
        case .staySignedIn: "KmsiInterrupt"
        case .oneTimeCode: "ConvergedTFA"
        case .consent: "ConvergedConsent"
        case .newPassword: "ConvergedChangePassword"
        case .realm, .userName, .password, .stale, .done: "ConvergedSignIn"
        }
    }

    private func configuration(_ view: SkinView) -> JSONText {
        let path =
            switch view.stage {
            case .staySignedIn: "/kmsi"
            case .oneTimeCode: "/common/SAS/ProcessAuth"
            case .consent: "/\(Self.tenant)/Consent/Grant"
            default: "/\(Self.tenant)/login"
            }
        let (code, text) = Self.error(view.message)
        return .object([
            ("pgid", .string(Self.pageID(view.stage))), ("urlPost", .string(view.origin + path)),
            ("urlGetCredentialType", .string(view.origin + "/common/GetCredentialType?mkt=en-US")),
            ("sFTName", .string("flowToken")), ("sFT", .string(Self.flowToken(view))),
            ("sCtx", .string("rQIIA\(view.visit.id)")), ("canary", .string(view.visit.token)),
            ("sPOST_Username", .string(view.visit.typedName)), ("sErrorCode", .string(code)),
            ("strErrorText", .string(text)), ("fShowPassword", .truth(view.stage == .password)),
            ("hpgrequestid", .string(view.visit.id)),
        ])
    }

    /// Source: for the numbers, "Microsoft Entra authentication and authorization error codes".
    private static func error(_ message: SkinMessage?) -> (code: String, text: String) {
        switch message {
        case nil: ("", "")
        case .wrongPassword: ("50126", "Your account or password is incorrect.")
        case .unknownName: ("50034", "We could not find an account with that name.")
        case .accountLocked: ("50053", "Your account is locked to keep others out.")
        case .wrongCode: ("500121", "The code is not the one that was expected.")
        }
    }

    // MARK: The script

    private static let style = SkinMarkup.style(
        accent: "#0067b8",
        ground: "#dfe7ef",
        more:
            "#lightbox { min-height: 21rem; } input[type=email], input[type=password], input[type=tel] { border-width: 0 0 1px !important; } "
            + ".identity { overflow-wrap: anywhere; } .right { text-align: right; }"
    )

    private static let script = #"""
        var EntraPage = (function () {
          function element(tag, attributes, children) {
            var made = document.createElement(tag);
            Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
            (children || []).forEach(function (child) {
              made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
            });
            return made;
          }
          function hidden(name, value) { return element("input", { type: "hidden", name: name, value: value }); }
          function submit(text, id, more) {
            var attributes = { type: "submit", id: id || "idSIButton9", "class": "win-button button_primary button", value: text };
            Object.keys(more || {}).forEach(function (key) { attributes[key] = more[key]; });
            return element("input", attributes);
          }
          function message(id, text) {
            return element("div", { id: id, role: "alert", "aria-live": "assertive", "class": "alert alert-error error" },
              text ? [text] : []);
          }
          function box(label, attributes) {
            attributes["aria-label"] = label;
            attributes.placeholder = label;
            return element("div", { "class": "placeholderContainer" }, [element("input", attributes)]);
          }
          function form(config, title, parts, id) {
            var made = element("form", { name: "f1", id: id || "i0281", novalidate: "novalidate", method: "post", autocomplete: "off",
              action: config.urlPost }, [
              element("h1", { id: "loginHeader", role: "heading" }, [title])
            ].concat(parts, [
              hidden("ctx", config.sCtx), hidden("hpgrequestid", config.hpgrequestid), hidden(config.sFTName, config.sFT),
              hidden("canary", config.canary)
            ]));
            var root = document.getElementById("lightbox");
            while (root.firstChild) { root.removeChild(root.firstChild); }
            root.appendChild(made);
            return made;
          }
          function askName(config) {
            var made = form(config, "Sign in", [
              message("usernameError", config.strErrorText),
              box("someone@example.com", { type: "email", name: "loginfmt", id: "i0116", value: config.sPOST_Username,
                autocomplete: "username" }),
              element("div", { "class": "right" }, [submit("Next")])
            ]);
            made.addEventListener("submit", function (event) {
              event.preventDefault();
              var name = made.elements["loginfmt"].value;
              config.sPOST_Username = name;
              fetch(config.urlGetCredentialType, {
                method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json; charset=UTF-8" },
                body: JSON.stringify({ username: name, isOtherIdpSupported: true, originalRequest: config.sCtx, flowToken: config.sFT })
              }).then(function (answer) { return answer.json(); }).then(function (found) {
                config.sFT = found.FlowToken;
                config.strErrorText = found.IfExistsResult === 1 ? "We could not find an account with that name." : "";
                if (found.IfExistsResult === 1) { askName(config); } else { askPassword(config); }
              });
            });
          }
          function askPassword(config) {
            form(config, "Enter password", [
              element("div", { id: "displayName", "class": "identity" }, [config.sPOST_Username]),
              message("passwordError", config.strErrorText),
              box("Password", { type: "password", name: "passwd", id: "i0118", autocomplete: "current-password" }),
              hidden("login", config.sPOST_Username), hidden("loginfmt", config.sPOST_Username), hidden("type", "11"),
              hidden("LoginOptions", "3"), element("div", { "class": "right" }, [submit("Sign in")])
            ]);
          }
          function askCode(config) {
            form(config, "Enter code", [
              message("idSpan_SAOTCC_Error_OTC", config.strErrorText),
              box("Code", { type: "tel", name: "otc", id: "idTxtBx_SAOTCC_OTC", maxlength: "6", autocomplete: "one-time-code" }),
              hidden("type", "19"), hidden("mfaAuthMethod", "PhoneAppOTP"),
              element("div", { "class": "right" }, [submit("Verify", "idSubmit_SAOTCC_Continue")])
            ]);
          }
          function askToStay(config) {
            form(config, "Stay signed in?", [
              element("p", {}, ["Then you are asked less often."]),
              element("label", { "class": "box" }, [
                element("input", { type: "checkbox", name: "DontShowAgain", id: "KmsiCheckboxField", value: "true" }), "Don't show this again"
              ]),
              hidden("LoginOptions", "3"), hidden("type", "28"),
              element("div", { "class": "right" }, [
                element("input", { type: "button", id: "idBtn_Back", "class": "win-button button second", value: "No" }), submit("Yes")
              ])
            ]);
            var made = document.forms[0];
            document.getElementById("idBtn_Back").addEventListener("click", function () { made.submit(); });
            made.addEventListener("submit", function () { made.elements["LoginOptions"].value = "1"; });
          }
          function askConsent(config) {
            var made = form(config, "Permissions requested", [
              element("p", {}, ["The contact center wants to see your name and your account."]),
              hidden("acceptConsent", "true"),
              element("div", { "class": "right" }, [
                element("input", { type: "button", id: "idBtn_Back", "class": "win-button button second", value: "Cancel" }),
                submit("Accept", "idBtn_Accept")
              ])
            ]);
            document.getElementById("idBtn_Back").addEventListener("click", function () {
              made.elements["acceptConsent"].value = "false";
              made.submit();
            });
          }
          function changePassword(config) {
            form(config, "Update your password", [
              message("changePasswordError", "Your password has expired. Choose a new one."),
              box("Current password", { type: "password", name: "currentPassword", id: "currentPassword" }),
              box("New password", { type: "password", name: "newPassword", id: "newPassword", autocomplete: "new-password" }),
              box("Confirm password", { type: "password", name: "confirmNewPassword", id: "confirmNewPassword",
                autocomplete: "new-password" }),
              element("div", { "class": "right" }, [submit("Sign in")])
            ]);
          }
          return {
            draw: function (config) {
              switch (config.pgid) {
                case "ConvergedTFA": return askCode(config);
                case "KmsiInterrupt": return askToStay(config);
                case "ConvergedConsent": return askConsent(config);
                case "ConvergedChangePassword": return changePassword(config);
                default: return config.fShowPassword ? askPassword(config) : askName(config);
              }
            }
          };
        })();
        """#
}
