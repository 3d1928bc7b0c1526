/// What can be done about a decision over a cookie.
package enum CookieAdvice {
    /// The advice on a decision; nil where all is as it should be.
    ///
    /// - Parameter cookie: The decision.
    /// - Returns: One or two sentences.
    package static func advice(on cookie: TracedCookie) -> String? {
        switch cookie.decision {
        case "refused": refusal(cookie.rule)
        case "withheld": withheld(cookie.rule)
        case "evicted": "The server sets more cookies than are kept for one domain. Tell whoever runs it."
        default: nil
        }
    }

    private static func refusal(_ rule: String?) -> String {
        switch rule {
        case "domain-mismatch":
            "The server must name its own host or a parent of it, or leave Domain out. Compare the names of the servers with "
                + "those that were configured."
        case "public-suffix":
            "Nobody may set a cookie for a whole registry. The server must name its own domain."
        case "secure-over-insecure", "overlays-secure":
            "The server must be reached over https. Look for an http address in the configuration."
        case "same-site-none-without-secure":
            "The server must set Secure together with SameSite=None; browsers refuse it too."
        case "secure-prefix", "host-prefix", "http-prefix", "nameless-prefix":
            "The server must keep what the name of the cookie promises; browsers refuse it too."
        case "cross-site":
            "A cookie that is set in a request of another site needs SameSite=None; Secure."
        case "too-long":
            "The server sets a cookie that no browser keeps either. Tell whoever runs it."
        case "http-only-from-script", "overwrites-http-only", "from-markup":
            "A page's script cannot do that in a browser either. The server must set the cookie."
        default:
            "A browser refuses it too. Tell whoever runs the server."
        }
    }

    private static func withheld(_ rule: String?) -> String {
        switch rule {
        case "same-site-unsafe-method":
            "On a POST that another site starts, as the SAML answer is one, only cookies with SameSite=None; Secure go along. "
                + "Where the server takes the answer in a second step of its own site, nothing is missing."
        case "same-site-not-top-level":
            "In frames and in requests of scripts only cookies with SameSite=None; Secure go to another site."
        case "same-site-strict":
            "The server must set SameSite=Lax, or None with Secure, where it needs the cookie when another site leads to it."
        case "host-only":
            "It goes to the host that set it alone. Where its neighbours need it too, the server must set Domain."
        case "path":
            "It belongs to another part of the server. Where it is needed here too, the server must set a wider Path."
        case "insecure-connection":
            "The address is http and the cookie goes over https only. Look for an http address in the configuration."
        case "http-only":
            "A script asked for it; it goes with requests all the same. Nothing is missing."
        case "expired":
            "It had ended. Compare the clocks of the server and of this machine (finessectl auth-mode shows who answers)."
        default:
            "A browser keeps it back too."
        }
    }
}
