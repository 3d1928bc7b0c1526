/// Pages like those of AD FS: everything at one address, and the request stays in it.
///
/// Source: for the ids, names and addresses, the pages of AD FS as its documentation for customising them names them.
struct ADFSSkin: ProviderSkin {
    /// Whether the name has a page of its own, as AD FS 2019 can have it.
    let isPaginated: Bool

    let signInPath = "/adfs/ls/"
    let cookies = SkinCookies(visit: "MSISContext", session: "MSISAuth", path: "/adfs")
    var asksNameFirst: Bool { isPaginated }
    let hasStayBox = true
    let asksForRealm = true
    let acceptsBareNames = false

    func visitID(_ request: SandboxRequest) -> String? {
        request.path.hasPrefix("/adfs/") ? request.query["client-request-id"] : nil
    }

    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput? {
        let form = request.form
        switch stage {
        case .realm: return form["HomeRealmSelection"].map(SkinInput.realm)
        case .userName where form["AuthMethod"] == "FormsAuthentication":
            return form["UserName"].map(SkinInput.userName)
        case .password where form["AuthMethod"] == "FormsAuthentication":
            return form["Password"].map { .password(userName: form["UserName"], $0) }
        case .oneTimeCode where form["AuthMethod"] == "AzureMfaAuthentication":
            return form["VerificationCode"].map(SkinInput.oneTimeCode)
        case .consent: return form["Consent"].map { .consent($0 == "yes") }
        default: return nil
        }
    }

    func page(_ view: SkinView) -> HTMLPage {
        let words = ADFSWords(view.language)
        switch view.stage {
        case .realm: return realmPage(view, words)
        case .newPassword: return updatePage(view, words)
        case .oneTimeCode: return codePage(view, words)
        case .consent: return consentPage(view, words)
        case .stale: return error([words.stale], reference: "", view.language)
        case .userName, .password, .staySignedIn, .done: return loginPage(view, words)
        }
    }

    func error(_ lines: [String], reference: String, _ language: SkinLanguage) -> HTMLPage {
        let words = ADFSWords(language)
        let lines = lines.map { "<p>\(SkinMarkup.text($0))</p>" }.joined(separator: "\n")
        return framed(
            words.failed,
            """
            <div id="errorArea"><h1 id="openingMessage">\(words.failed)</h1>
            <div id="errorMessage">\(lines)</div>
            <div id="errorDetails" class="note">\(words.reference): \(SkinMarkup.text(reference))</div></div>
            """,
            language
        )
    }

    // MARK: Pages

    private func loginPage(_ view: SkinView, _ words: ADFSWords) -> HTMLPage {
        let name = SkinMarkup.text(view.visit.typedName)
        let asksName = view.stage == .userName || !isPaginated
        let nameField =
            asksName
            ? """
            <div id="userNameArea"><label id="userNameInputLabel" for="userNameInput">\(words.account)</label>
            <input id="userNameInput" name="UserName" type="email" value="\(name)" tabindex="1" class="text fullWidth" \
            spellcheck="false" placeholder="someone@example.com" autocomplete="off"></div>
            """
            : """
            <div id="identityBanner">\(name)</div><input type="hidden" id="userNameInput" name="UserName" value="\(name)">
            """
        let passwordField = """
            <div id="passwordArea"><label id="passwordInputLabel" for="passwordInput">\(words.password)</label>
            <input id="passwordInput" name="Password" type="password" tabindex="2" class="text fullWidth" autocomplete="off"></div>
            """
        let stay = """
            <div id="kmsiArea"><label class="box"><input type="checkbox" name="Kmsi" id="kmsiInput" value="true" tabindex="3">
            <span>\(words.stay)</span></label></div>
            """
        let message = words.text(view.message)
        let asksPassword = view.stage != .userName
        let button = asksPassword ? ("submitButton", words.signIn) : ("nextButton", words.next)
        return framed(
            words.signIn,
            """
            <div id="loginArea"><h1 id="loginMessage">\(words.withAccount)</h1>
            <form method="post" id="loginForm" autocomplete="off" novalidate="novalidate" action="\(action(view))" \
            onkeypress="if (event &amp;&amp; event.keyCode == 13) Login.submitLoginRequest();">
            <div id="error" class="fieldMargin error"\(message.isEmpty ? " style=\"display: none\"" : "")>
            <span id="errorText" role="alert" aria-live="assertive">\(SkinMarkup.text(message))</span></div>
            \(nameField)
            \(asksPassword ? passwordField : "")
            \(asksPassword && view.offersToStay ? stay : "")
            <span id="\(button.0)" class="submit button" tabindex="4" role="button" \
            onclick="return Login.submitLoginRequest();">\(button.1)</span>
            <input id="optionForms" type="hidden" name="AuthMethod" value="FormsAuthentication">
            </form></div>
            """,
            view.language,
            script: script(view, words)
        )
    }

    private func script(_ view: SkinView, _ words: ADFSWords) -> String {
        let realm = view.completingRealm.map(JSONText.string) ?? .null
        return """
            var Login = {
              realm: \(SkinMarkup.script(realm)),
              fail: function (text, input) {
                document.getElementById("error").style.display = "";
                document.getElementById("errorText").textContent = text;
                input.focus();
                return false;
              },
              submitLoginRequest: function () {
                var name = document.getElementById("userNameInput");
                var password = document.getElementById("passwordInput");
                if (Login.realm && name.value && !/[@\\\\]/.test(name.value)) { name.value += "@" + Login.realm; }
                if (!/^[^@\\\\]+[@\\\\][^@\\\\]+$/.test(name.value)) {
                  return Login.fail(\(SkinMarkup.script(.string(words.nameForm))), name);
                }
                if (password && !password.value) {
                  return Login.fail(\(SkinMarkup.script(.string(words.noPassword))), password);
                }
                document.forms["loginForm"].submit();
                return false;
              }
            };
            document.addEventListener("DOMContentLoaded", function () {
              document.getElementById("loginForm").addEventListener("submit", function (event) {
                event.preventDefault();
                Login.submitLoginRequest();
              });
            });
            """
    }

    private func realmPage(_ view: SkinView, _ words: ADFSWords) -> HTMLPage {
        let realms = view.realms.map { realm in
            let name = SkinMarkup.text(realm)
            let call = SkinMarkup.text("HRD.selection(\(SkinMarkup.script(.string(realm))));")
            return """
                <div class="idp" tabindex="1" role="button" onclick="\(call)">
                <div class="idpDescription"><span class="largeTextNoWrap">\(name)</span></div></div>
                """
        }
        return framed(
            words.from,
            """
            <div id="hrdArea"><form id="hrd" method="post" novalidate="novalidate" action="\(action(view))">
            <h1 id="bySelection">\(words.from)</h1>
            <input id="hrdSelection" type="hidden" name="HomeRealmSelection" value="">
            \(realms.joined(separator: "\n"))
            </form></div>
            """,
            view.language,
            script: """
                var HRD = {
                  selection: function (realm) {
                    document.getElementById("hrdSelection").value = realm;
                    document.forms["hrd"].submit();
                  }
                };
                """
        )
    }

    private func updatePage(_ view: SkinView, _ words: ADFSWords) -> HTMLPage {
        func field(_ id: String, _ name: String, _ label: String) -> String {
            """
            <label for="\(id)">\(label)</label><input id="\(id)" name="\(name)" type="password" autocomplete="off">
            """
        }
        return framed(
            words.update,
            """
            <div id="updatePasswordArea"><h1>\(words.update)</h1>
            <form method="post" id="updatePasswordForm" action="/adfs/portal/updatepassword/" novalidate="novalidate">
            <div id="error" class="error"><span id="errorText" role="alert">\(words.mustUpdate)</span></div>
            <label for="userNameInput">\(words.account)</label>
            <input id="userNameInput" name="UserName" type="email" value="\(SkinMarkup.text(view.visit.typedName))">
            \(field("oldPasswordInput", "OldPassword", words.oldPassword))
            \(field("newPasswordInput", "NewPassword", words.newPassword))
            \(field("confirmNewPasswordInput", "ConfirmNewPassword", words.confirm))
            <input id="submitButton" type="submit" name="Submit" value="\(words.submit)">
            </form></div>
            """,
            view.language
        )
    }

    private func codePage(_ view: SkinView, _ words: ADFSWords) -> HTMLPage {
        framed(
            words.code,
            """
            <div id="authArea"><h1>\(words.enterCode)</h1>
            <form method="post" id="loginForm" autocomplete="off" action="\(action(view))">
            <div id="error" class="error"><span id="errorText" role="alert">\(words.text(view.message))</span></div>
            <input id="authMethod" type="hidden" name="AuthMethod" value="AzureMfaAuthentication">
            <label for="verificationCodeInput">\(words.code)</label>
            <input id="verificationCodeInput" name="VerificationCode" type="text" inputmode="numeric" \
            autocomplete="one-time-code">
            <input id="signInButton" type="submit" value="\(words.signIn)">
            </form></div>
            """,
            view.language
        )
    }

    private func consentPage(_ view: SkinView, _ words: ADFSWords) -> HTMLPage {
        framed(
            words.consent,
            """
            <div id="consentArea"><h1>\(words.consent)</h1><p>\(words.consentText)</p>
            <form method="post" id="consentForm" action="\(action(view))">
            <button type="submit" name="Consent" value="yes">\(words.yes)</button>
            <button type="submit" name="Consent" value="no" class="second">\(words.no)</button>
            </form></div>
            """,
            view.language
        )
    }

    // MARK: Parts

    private func action(_ view: SkinView) -> String {
        let query = view.visit.query.isEmpty ? "" : view.visit.query + "&"
        return SkinMarkup.text("\(view.origin)/adfs/ls/?\(query)client-request-id=\(view.visit.id)")
    }

    private func framed(
        _ title: String,
        _ body: String,
        _ language: SkinLanguage,
        script: String = ""
    ) -> HTMLPage {
        let side = """
            #branding { display: none; }
            .idp { border: 1px solid #ccc; border-radius: 3px; cursor: pointer; margin: .5rem 0; padding: .7rem 1rem; }
            .idp:hover { background: #eef4fb; }
            #identityBanner { margin: .5rem 0; }
            """
        let split = """
            @media (min-width: 50rem) {
              body { display: flex; min-height: 100vh; }
              #branding { background: #17406d; display: block; flex: 1; }
              .card { border-radius: 0; box-shadow: none; margin: 0; max-width: none; padding: 14vh 3.5rem; width: 31rem; }
            }
            """
        return SkinMarkup.page(
            title,
            style: SkinMarkup.style(
                accent: isPaginated ? "#0067b8" : "#2672ec",
                ground: isPaginated ? "#e8ecf1" : "#fff",
                more: isPaginated ? side : side + "\n" + split
            ),
            body: """
                <div id="branding"></div>
                <main id="workArea" class="card">
                <p id="header" class="note">corp.example</p>
                \(body)
                </main>
                """,
            script: script,
            language: language
        )
    }
}
