public import Finesse

extension SignInStop {
    /// The stop in the four parts that a person needs.
    public var explanation: FailureExplanation {
        let (problem, nextAction) = words
        return FailureExplanation(
            host: host,
            step: "walking through the sign-in pages",
            problem: problem + evidence,
            nextAction: nextAction
        )
    }

    private var evidence: String {
        var parts = look.map { ["it \($0)"] } ?? []
        if !title.isEmpty { parts.append("title \"\(title)\"") }
        if !message.isEmpty && message != title { parts.append("it says \"\(message)\"") }
        if !asksFor.isEmpty { parts.append("it asks for \(asksFor.prefix(6).joined(separator: ", "))") }
        parts += scriptTroubles.prefix(4)
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }

    private var words: (problem: String, nextAction: String) {
        switch kind {
        case .loginForm:
            ("a login page asks for a user name and a password", "Sign in with a password.")
        case .passwordNotAllowed(let objection):
            switch objection.reason {
            case .notEncrypted:
                (
                    "the password would go to \(objection.origin) without encryption",
                    "Have the identity provider moved to https; if the network is trusted, allow this origin by name."
                )
            case .refusedBefore(let date):
                (
                    "this password was refused there on \(date.utc), and nothing was sent",
                    "Sign in with another password; have the refused ones forgotten if this one is right by now."
                )
            case .notAllowed:
                (
                    "the password would go to \(objection.origin), which is not among the allowed origins",
                    "If it is the right identity provider, add this origin to those that may have the password."
                )
            }
        case .oneTimeCode:
            (
                "a page asks for a one-time code",
                "Give a source of codes: the secret that the provider showed when the second factor was set up, a command, or"
                    + " a terminal where a person can type one."
            )
        case .noOneTimeCode(let error):
            ("a page asks for a one-time code, and there was none", "\(error)")
        case .choice(let choices):
            (
                "a page asks to choose one of \(choices.count): \(choices.prefix(8).map { "\"\($0)\"" }.joined(separator: ", "))",
                "Configure the one that is this user's realm, by its words, or sign in with a name whose domain it has."
            )
        case .ruled(let name, let message):
            ("the rule \"\(name)\" stops here: \(message)", "Do what it says, or change the rule.")
        case .ruleNotFollowed(let name, let reason):
            (
                "the rule \"\(name)\" could not be followed: \(reason)",
                "Compare the rule with the page, then correct its selectors."
            )
        case .consent:
            (
                "a page asks for consent",
                "Read it, then allow consent pages to be answered with yes and sign in again."
            )
        case .otherForm:
            ("a page asks for something that is not known", "Record a trace and look at the page in a browser.")
        case .integratedSignIn(let schemes):
            (
                "the identity provider wants the operating system's sign-in (\(schemes.joined(separator: ", ")))"
                    + " in place of a form",
                schemes.contains { $0.lowercased() == "negotiate" }
                    ? "With a Kerberos ticket (kinit) allow \(origin) to see it; otherwise have forms authentication switched on"
                        + " for this client at the identity provider, for instance by taking its user agent out of the list"
                        + " of those that support integrated authentication."
                    : "Only Negotiate with Kerberos can be answered here: have that offered, or forms authentication switched on"
                        + " for this client at the identity provider."
            )
        case .noTicket(let schemes):
            (
                "the identity provider wants the operating system's sign-in (\(schemes.joined(separator: ", "))), may have it,"
                    + " and got no Kerberos ticket that it takes",
                "See what tickets there are with klist and get one with kinit; if there is one, check that the host's service"
                    + " HTTP/\(host) is known to the realm, and that this system's libcurl is built with GSS-API (curl -V)."
            )
        case .error(let status):
            (
                "an error page came, with status \(status)",
                "Read its words; show them, the host and the time to whoever runs that host."
            )
        case .scriptEnded:
            (
                "a script of the page ran beyond its bounds and was ended",
                "Try again; if it stays so, show the page to whoever runs that host, or sign in with an installed browser."
            )
        case .blocked(let reason):
            (reason, "Then sign in again; a trace shows the page.")
        case .scriptOnly:
            (
                "the page shows nothing that can be filled in: its scripts need a fuller browser",
                "Use an identity provider page with plain forms, or sign in with an installed browser."
            )
        case .tooManyPages:
            (
                "page after page came without an end",
                "Remove the stored cookies of this user and sign in again; then record a trace."
            )
        case .unknown:
            ("the page is of no known kind", "Record a trace and look at the page in a browser.")
        }
    }
}
