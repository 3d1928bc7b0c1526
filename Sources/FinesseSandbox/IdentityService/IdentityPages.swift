/// The HTML pages of the identity service.
enum IdentityPages {
    /// The page that posts the result back to the identity service's own site.
    ///
    /// The answer of the identity provider came by a cross-site post, to which a client attaches no Lax cookie; this second
    /// post is same-site. A script that sees the session cookie, which is `HttpOnly`, leads the sign-in astray.
    ///
    /// Source: Cisco TAC document 200662; SAML bindings 3.5.
    static func relay(uniqueID: String, checksCookies: Bool) -> HTMLPage {
        let check =
            checksCookies
            ? #"if (/(^|;\s*)JSESSIONID=/.test(document.cookie)) { location.replace("/ids/astray"); return; }"# : ""
        return HTMLPage(
            title: "Cisco Identity Service",
            body: """
                <form id="relay" method="POST" action="/ids/relay">
                \(HTMLPage.hiddenInputs([("uniqueId", uniqueID)]))
                <noscript><p>Scripts are off. Press Continue.</p><input type="submit" value="Continue"></noscript>
                </form>
                """,
            script: """
                function goOn() {
                  \(check)
                  document.getElementById("relay").submit();
                }
                """,
            bodyAttributes: #"onload="goOn()""#
        )
    }

    /// The page that posts the SAML request, when it does not travel in a redirect.
    static func request(_ form: SAMLPostForm) -> HTMLPage {
        HTMLPage(
            title: "Cisco Identity Service",
            body: """
                <form id="saml" method="POST" action="\(TextEncodings.escapeMarkup(form.action))">
                \(HTMLPage.hiddenInputs(form.fields.map { ($0.name, $0.value) }))
                <noscript><p>Scripts are off. Press Continue.</p><input type="submit" value="Continue"></noscript>
                </form>
                <script>document.getElementById("saml").submit();</script>
                """
        )
    }

    /// A failure.
    static func failure(_ headline: String, _ lines: [String]) -> HTMLPage {
        let lines = lines.map { "<p>\(TextEncodings.escapeMarkup($0))</p>" }.joined(separator: "\n")
        return HTMLPage(
            title: "Cisco Identity Service",
            body: "<h1>\(TextEncodings.escapeMarkup(headline))</h1>\n\(lines)"
        )
    }
}
