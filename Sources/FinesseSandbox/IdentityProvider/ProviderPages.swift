/// The identity provider's HTML pages: our own, with the form, ids and names that an AD FS page has.
///
/// Source: AD FS pages as Cisco TAC documents 200662 and 214555 describe them.
struct ProviderPages: Sendable {
    /// The domain with which the script completes a bare name; nothing when it insists on `user@domain`.
    var completingRealm: String?
    /// Whether the script looks for the cookie that it must not see.
    var checksCookies: Bool
    /// Whether the login page's script is written with jQuery.
    var usesJQuery = false

    /// The login page.
    ///
    /// - Parameters:
    ///   - action: Where the form goes.
    ///   - userName: What stands in the user name's field.
    ///   - error: What went wrong before, if anything.
    /// - Returns: The page.
    func login(action: String, userName: String = "", error: String = "") -> HTMLPage {
        HTMLPage(
            title: "Sign In",
            body: """
                <h1>Sign in</h1>
                <p>Sign in with your organizational account</p>
                <form method="post" id="loginForm" autocomplete="off" novalidate="novalidate" \
                action="\(TextEncodings.escapeMarkup(action))"\(handler("onsubmit", "return SignIn.prepare();"))>
                <div id="error"\(error.isEmpty ? " hidden" : "")>\
                <span id="errorText" role="alert">\(TextEncodings.escapeMarkup(error))</span></div>
                <label for="userNameInput">User account</label>
                <input id="userNameInput" name="UserName" type="email" spellcheck="false" autocomplete="username" \
                placeholder="someone@example.com" value="\(TextEncodings.escapeMarkup(userName))">
                <label for="passwordInput">Password</label>
                <input id="passwordInput" name="Password" type="password" autocomplete="current-password" \
                placeholder="Password">
                <input id="optionForms" type="hidden" name="AuthMethod" value="FormsAuthentication">
                <span id="submitButton" class="submit" role="button" tabindex="0"\
                \(handler("onclick", "return SignIn.submit();"))>Sign in</span>
                </form>
                <script>
                \(prefill)\(guardScript)</script>
                """,
            script: usesJQuery ? jQueryScript : script,
            scriptAddress: usesJQuery ? "/adfs/portal/script/jquery.js" : ""
        )
    }

    /// An event handler as an attribute; jQuery adds its own instead.
    private func handler(_ name: String, _ code: String) -> String {
        usesJQuery ? "" : " \(name)=\"\(code)\""
    }

    /// The page that posts the SAML answer to the service provider.
    func post(_ form: SAMLPostForm) -> HTMLPage {
        HTMLPage(
            title: "Working...",
            body: """
                <form method="POST" name="hiddenform" action="\(TextEncodings.escapeMarkup(form.action))">
                \(HTMLPage.hiddenInputs(form.fields.map { ($0.name, $0.value) }))
                <noscript><p>Script is disabled. Click Submit to continue.</p>\
                <input type="submit" value="Submit"></noscript>
                </form>
                <script>window.setTimeout("document.forms[0].submit()", 0);</script>
                """
        )
    }

    /// An error page with a reference number.
    static func error(_ lines: [String], reference: String) -> HTMLPage {
        let lines = lines.map { "<p>\(TextEncodings.escapeMarkup($0))</p>" }.joined(separator: "\n")
        return HTMLPage(
            title: "Error",
            body: """
                <h1>An error occurred</h1>
                <div id="errorMessage">
                \(lines)
                </div>
                <p>Reference number: \(TextEncodings.escapeMarkup(reference))</p>
                """
        )
    }

    private var script: String {
        let complete =
            completingRealm.map { realm in
                #"""
                if (name.value && name.value.indexOf("@") < 0 && name.value.indexOf("\\") < 0) {
                      name.value = name.value + "@" + \#(JSONText.string(realm).text);
                    }
                """#
            } ?? ""
        return #"""
            var SignIn = {
              fail: function (text, input) {
                document.getElementById("error").removeAttribute("hidden");
                document.getElementById("errorText").textContent = text;
                input.focus();
                return false;
              },
              prepare: function () {
                var name = document.getElementById("userNameInput");
                var password = document.getElementById("passwordInput");
                \#(complete)
                if (!name.value.match(/^[^@\\]+[@\\][^@\\]+$/)) {
                  return SignIn.fail("Enter your user ID in the format \"user@domain\" or \"domain\\user\".", name);
                }
                if (!password.value) { return SignIn.fail("Enter your password.", password); }
                return true;
              },
              submit: function () {
                if (SignIn.prepare()) { document.forms["loginForm"].submit(); }
                return false;
              }
            };
            """#
    }

    /// The same with jQuery: what the page does when it is ready, when its button is clicked, and when its form is submitted.
    private var jQueryScript: String {
        let complete =
            completingRealm.map { realm in
                #"""
                if (/^[^@\\]+$/.test(name.val())) { name.val(name.val() + "@" + \#(JSONText.string(realm).text)); }
                """#
            } ?? ""
        return #"""
            jQuery(function ($) {
              var form = $("#loginForm"), name = $("#userNameInput"), password = $("#passwordInput");
              function fail(text, input) {
                $("#error").removeAttr("hidden").find("#errorText").text(text);
                input.trigger("focus");
                return false;
              }
              form.on("submit", function () {
                \#(complete)
                if (!/^[^@\\]+[@\\][^@\\]+$/.test(name.val())) {
                  return fail("Enter your user ID in the format \"user@domain\" or \"domain\\user\".", name);
                }
                if (!password.val()) { return fail("Enter your password.", password); }
                return true;
              });
              $(document).on("click keypress", "#submitButton", function (event) {
                if (event.type === "click" || event.which === 13) { form.trigger("submit"); }
                return false;
              });
              (name.val() ? password : name).trigger("focus");
            });
            """#
    }

    /// Fills in the name from `cc_username`, which the page sees when the sites are joined.
    private var prefill: String {
        #"""
        (function () {
          var match = /(?:^|;\s*)cc_username=([^;]*)/.exec(document.cookie);
          var name = document.getElementById("userNameInput");
          if (match && !name.value) { name.value = decodeURIComponent(match[1]); }
        })();

        """#
    }

    /// Leads the sign-in astray when the script sees the cookie that is `HttpOnly`, and tries to overwrite it.
    private var guardScript: String {
        guard checksCookies else { return "" }
        return #"""
            if (/(^|;\s*)MSISContext=/.test(document.cookie)) { location.replace("/adfs/astray"); }
            document.cookie = "\#(CookieTable.loginContext)=\#(CookieTable.hiddenFromScripts); path=/adfs; secure";

            """#
    }
}
