/// By what the pages of one make are known.
///
/// Features only ever name a page to a person: what is done with it does not depend on them.
struct PageFeatures: Sendable {
    let what: String
    var selectors: [String] = []
    var addressWords: [String] = []

    /// Source: the pages that these products serve; identifiers that their documentation has for customising the pages.
    static let all: [PageFeatures] = [
        PageFeatures(
            what: "a sign-in page of AD FS",
            selectors: [
                "#loginForm #userNameInput", "#optionForms", "form#hrd", "#authOptions", "#updatePasswordForm",
            ],
            addressWords: ["/adfs/"]
        ),
        PageFeatures(
            what: "a page of Keycloak",
            selectors: ["#kc-form-login", "#kc-content", "[id^=kc-]", "#kc-totp-login-form", "link[href*=keycloak]"],
            addressWords: ["/realms/", "/login-actions/"]
        ),
        PageFeatures(
            what: "a page of PingFederate or PingID",
            selectors: ["[name^=\"pf.\"]", "#otp-form", "script[src*=\"/pingid/\"]", "link[href*=\"/pingid/\"]"],
            addressWords: [".ping", "/pingid/", ".pingone."]
        ),
        PageFeatures(
            what: "an Okta sign-in widget",
            selectors: ["div#okta-sign-in", "#okta-login-container", "script[src*=okta-sign-in]", "[data-se]"],
            addressWords: [".okta.com", ".oktapreview.com", ".okta-emea.com"]
        ),
        PageFeatures(
            what: "a sign-in page of Microsoft Entra ID",
            selectors: ["meta[name=PageID]", "script[src*=\".msauth.net/\"]", "script[src*=\".msftauth.net/\"]"],
            addressWords: ["login.microsoftonline.", "login.microsoft.com"]
        ),
        PageFeatures(
            what: "a sign-in page of Google",
            selectors: ["form#challenge input[name=gxf]", "form#gaia_loginform", "[jscontroller]"],
            addressWords: ["accounts.google.com"]
        ),
        PageFeatures(
            what: "a page of Shibboleth",
            selectors: ["[name=j_username]", "[name=_eventId_proceed]", "[name=_shib_idp_consentOptions]"],
            addressWords: ["/idp/profile/"]
        ),
        PageFeatures(
            what: "a page of SimpleSAMLphp",
            selectors: ["input[name=AuthState]", "link[href*=simplesaml]"],
            addressWords: ["/simplesaml/", "/module.php/"]
        ),
    ]
}
