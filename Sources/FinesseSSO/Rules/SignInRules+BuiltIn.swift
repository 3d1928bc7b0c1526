extension SignInRules {
    /// The rules that come along, for the pages of AD FS, Keycloak, Ping, Okta, Microsoft Entra ID and Google.
    ///
    /// They are few: what these pages have in common with all others the general rules answer. Each names only elements that
    /// the products' own pages have.
    public static let builtIn = SignInRules(captcha + adfs + keycloak + ping + okta + entra + google)

    /// Looked at before anything else, so that no password goes into a form that takes none without the answer; those that
    /// ask nobody as long as they trust the browser are left alone.
    ///
    /// Source: the elements by which reCAPTCHA, hCaptcha and Turnstile are put into a page.
    private static let captcha = [
        SignInRule(
            "a CAPTCHA",
            url: AddressPattern(known: "https://*/**"),
            when: [".g-recaptcha:not([data-size=invisible]), .h-captcha:not([data-size=invisible]), .cf-turnstile"],
            overrides: true,
            steps: [
                .stop(
                    "The page asks for proof that a person is there (a CAPTCHA), which nobody can give here: have this client or"
                        + " this network exempted from it, or sign in with an installed browser."
                )
            ]
        )
    ]

    /// Source: the home realm discovery page of AD FS, whose form is `hrd` and whose entries have the class `idp`.
    private static let adfs = [
        SignInRule(
            "AD FS, home realm by its words",
            url: AddressPattern(known: "https://*/adfs/**"),
            when: ["form#hrd"],
            steps: [.choose("form#hrd", .realm)]
        ),
        SignInRule(
            "AD FS, choice of another way to sign in",
            url: AddressPattern(known: "https://*/adfs/**"),
            when: ["#authOptions form#options"],
            unless: ["form#loginForm"],
            steps: [.stop("AD FS offers other ways to sign in: have forms authentication offered to this client.")]
        ),
    ]

    /// Source: the login theme of Keycloak.
    private static let keycloak = [
        SignInRule(
            "Keycloak, verification of the e-mail address",
            url: AddressPattern(known: "https://*/**"),
            when: ["#kc-content .instruction"],
            unless: ["#kc-form-login"],
            steps: [.stop("Keycloak wants something done once by a person: open it in a browser with this account.")]
        ),
        SignInRule(
            "Keycloak, page that has expired",
            url: AddressPattern(known: "https://*/**"),
            when: ["a#loginRestartLink"],
            steps: [.click("a#loginRestartLink")]
        ),
    ]

    /// Source: the pages of PingID.
    private static let ping = [
        SignInRule(
            "PingID, security key or approval in its app",
            url: AddressPattern(known: "https://*/**"),
            when: ["form#start-form"],
            steps: [
                .stop(
                    "PingID asks for a security key or an approval in its app, which nobody can give here: have a passcode made"
                        + " the first device of this account."
                )
            ]
        )
    ]

    /// Source: the sign-in widget of Okta, which draws its form by script into `okta-sign-in`.
    private static let okta = [
        SignInRule(
            "Okta, choice of a second factor",
            url: AddressPattern(known: "https://*/**"),
            when: ["div#okta-sign-in .authenticator-verify-list"],
            steps: [
                .click("div#okta-sign-in [data-se=\"google_otp\"] a, div#okta-sign-in [data-se=\"okta_verify-totp\"] a")
            ]
        ),
        SignInRule(
            "Okta, widget that did not draw its form",
            url: AddressPattern(known: "https://*/**"),
            when: ["div#okta-sign-in"],
            unless: ["form"],
            steps: [
                .stop(
                    "Okta's sign-in widget did not draw its form: look at what its scripts lacked, and have the page's address for"
                        + " scripts reachable from here."
                )
            ]
        ),
    ]

    /// Source: Google's page for a code from a text message, whose field is named after the telephone.
    private static let google = [
        SignInRule(
            "Google, code from a text message",
            url: AddressPattern(known: "https://accounts.google.com/**"),
            when: ["form#challenge input[name=Pin]"],
            steps: [.fill("form#challenge input[name=Pin]", .oneTimeCode), .click("form#challenge [type=submit]")]
        )
    ]

    /// Source: the pages of Microsoft Entra ID, which draw their form by script and say in `PageID` which page they are.
    private static let entra = [
        SignInRule(
            "Entra ID, second factor",
            url: AddressPattern(known: "https://*/**"),
            when: ["meta[name=PageID][content=ConvergedTFA]"],
            steps: [
                .stop(
                    "Entra ID asks for a second factor that its script did not draw here: have a code of an authenticator app made"
                        + " the first method of this account, or exempt this sign-in by a policy of conditional access."
                )
            ]
        ),
        SignInRule(
            "Entra ID, page that did not draw its form",
            url: AddressPattern(known: "https://*/**"),
            when: ["meta[name=PageID][content=ConvergedSignIn]"],
            unless: ["form"],
            steps: [
                .stop(
                    "Entra ID's sign-in page did not draw its form: have the hosts of its scripts (msauth.net, msftauth.net)"
                        + " reachable from here, or have the domain federated with an identity provider that has plain forms."
                )
            ]
        ),
    ]
}
