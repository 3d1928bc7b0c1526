public import Finesse
public import FinesseTypes

extension DoctorJudge {
    /// A refresh token that ends before a shift does costs a sign-in in the middle of it.
    private static let shift = Duration.seconds(8 * 3600)

    /// Judges what the tokens are made of; nothing depends on it, and no part of a token is shown.
    ///
    /// - Parameters:
    ///   - tokens: The tokens.
    ///   - areNew: Whether they came a moment ago.
    /// - Returns: The finding.
    ///
    /// Source: the claims as the printed samples of "Client Integration" decode.
    public static func tokens(_ tokens: TokenSet, areNew: Bool) -> DoctorFinding {
        let access = TokenAnatomy(of: tokens.accessToken)
        guard case .signed(let header, let claims) = access else {
            return DoctorFinding(
                .tokens,
                .ok,
                "an access token that cannot be read, as releases before 12.6(2) give it;"
                    + " it lives \(minutes(tokens.life))"
            )
        }
        let refresh = tokens.refreshToken.map { TokenAnatomy(of: $0) }
        var facts = ["\(header.algorithm ?? "no algorithm"), issued by \(claims.issuer ?? "nobody named")"]
        facts.append("access \(minutes(tokens.life))")
        if let life = refresh?.claims?.life { facts.append("refresh \(minutes(life))") }
        let pair = refresh.flatMap { TokenAnatomy.isPair(access: access, refresh: $0) }
        if let pair { facts.append(pair ? "the two are a pair" : "the two are NO pair") }
        let evidence = facts.joined(separator: ", ")
        func warned(_ action: String) -> DoctorFinding {
            DoctorFinding(.tokens, .warning, evidence, nextAction: action)
        }
        if pair == false {
            return DoctorFinding(
                .tokens,
                .failed,
                evidence,
                nextAction: "Sign in again: an access token names the refresh token that was made with it.",
                isObstacle: false
            )
        }
        guard refresh != nil else {
            return warned("No refresh token came: check that no proxy drops return_refresh_token=true from the query.")
        }
        if let life = claims.life, life != tokens.life {
            return warned("The claims say \(minutes(life)): the answer's word is used; report it.")
        }
        if areNew, let issuedAt = claims.issuedAt {
            let age = tokens.receivedAt.milliseconds / 1000 - issuedAt
            if abs(age) > 300 {
                return warned(
                    "By this machine's clock it was issued \(abs(age)) s \(age < 0 ? "in the future" : "ago"): see the clocks."
                )
            }
        }
        if let life = refresh?.claims?.life, life < shift {
            return DoctorFinding(
                .tokens,
                .ok,
                evidence,
                nextAction:
                    "The refresh token ends within a shift: a silent sign-in follows then, as long as the identity"
                    + " provider's session lives."
            )
        }
        return DoctorFinding(.tokens, .ok, evidence)
    }

    /// Judges a refresh.
    ///
    /// - Parameters:
    ///   - result: How it ended, or why it could not be done.
    ///   - before: The tokens that were refreshed.
    /// - Returns: The finding.
    ///
    /// Source: "Client Integration", step 7.
    public static func refresh(_ result: Result<RefreshOutcome, SSOError>, before: TokenSet) -> DoctorFinding {
        switch result {
        case .success(.refreshed(let tokens)):
            let isNew = tokens.refreshToken != before.refreshToken
            return DoctorFinding(
                .refresh,
                .ok,
                "a new access token for \(minutes(tokens.life)), and \(isNew ? "a new refresh token" : "the old refresh token stays")"
            )
        case .success(.needsSignIn(let refusal)):
            return DoctorFinding(
                .refresh,
                .failed,
                "\(refusal)".withoutFullStop,
                nextAction:
                    "Agents are signed out when their first token ends: have the refresh token's life and the state of"
                    + " the identity service checked."
            )
        case .failure(let error): return DoctorFinding(.refresh, error.explanation)
        }
    }

    /// Judges the mapping of the user to a loginId.
    ///
    /// - Parameters:
    ///   - result: The User that the token, or the password, belongs to, or why there is none.
    ///   - asked: The user asked for.
    ///   - deployment: The kind of contact centre, where it is known.
    ///   - isFresh: Whether the token should be good by its life.
    /// - Returns: The finding.
    ///
    /// Source: "Client Integration", step 5.
    public static func loginID(
        _ result: Result<User, FinesseError>,
        asked: UserName,
        deployment: DeploymentType?,
        isFresh: Bool
    ) -> DoctorFinding {
        switch result {
        case .success(let user):
            let name = user.loginName.map { "\($0)" } ?? "\(asked)"
            let kind = deployment == .express ? "Unified CCX, one id for everything" : "Unified CCE"
            return DoctorFinding(
                .loginID,
                .ok,
                "\(name) is loginId \(user.loginID) (\(deployment == nil ? "kind unknown" : kind))"
            )
        case .failure(.refused(let refusal)) where isFresh && refusal.isVoidToken:
            return voidTokens(.loginID, refusal)
        case .failure(let error): return DoctorFinding(.loginID, error.explanation)
        }
    }

    /// Finesse refuses a token whose life is not over.
    ///
    /// Source: Unified CCE features guide, "Single Sign-On" (the token key made anew; the upgrade to 12.6(2)).
    static func voidTokens(_ probe: DoctorProbe, _ refusal: FinesseRefusal) -> DoctorFinding {
        DoctorFinding(
            probe,
            .failed,
            "\(refusal.call.host) refuses a token that has not ended",
            nextAction:
                "The key of the tokens may have been made anew, or the release upgraded: then all tokens are void and"
                + " everybody signs in again. Have it checked that Finesse reaches the identity service.",
            fault: "tokens-void"
        )
    }

    private static func minutes(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        if seconds >= 7200, seconds % 3600 == 0 { return "\(seconds / 3600) h" }
        return seconds >= 120 && seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
    }
}

extension FinesseRefusal {
    /// A 401 that does not say that the token is another user's.
    var isVoidToken: Bool {
        status == 401 && !errors.contains { $0.type.lowercased().contains("invalid authorization user") }
    }
}
