// What the desktop's steps have in common: who is meant, whether the mode allows it, tokens and errors.

extension DesktopService {
    /// The `cc_username` of a request: in the query, or in the cookie.
    func userName(_ request: SandboxRequest) -> String? {
        let query = settings.readsUserNameFromCookieOnly ? nil : request.query["cc_username"]
        let cookie = request.cookieValues(CookieTable.userName).first.map { TextEncodings.percentDecode($0.utf8) }
        let name = query ?? cookie ?? ""
        return name.isEmpty ? nil : name
    }

    /// The refusal of a node that does not serve now.
    func serviceRefusal(_ path: [String]) -> SandboxAnswer? {
        if world.fails(.finesseOutOfService) {
            return Self.refuse(503, "SERVER_OUT_OF_SERVICE", "", .switchedFailure)
        }
        if path == ["token"], world.fails(.finesseIsSecondary) {
            return Self.refuse(403, "The API cannot be run against the secondary server", "", .switchedFailure)
        }
        return nil
    }

    /// The refusal of a system without single sign-on.
    var modeRefusal: SandboxAnswer? {
        guard world.configuration.authenticationMode == .nonSSO else { return nil }
        return Self.refuse(400, "Single sign-on is not enabled on this system", "systemAuthMode", .wrongMode)
    }

    /// The refusal of a user without single sign-on.
    func userRefusal(_ name: String) -> SandboxAnswer? {
        guard world.configuration.authenticationMode == .hybrid, let user = world.directory.user(named: name),
            !user.usesSSO
        else { return nil }
        return Self.refuse(401, "The user is not enabled for single sign-on", "cc_username", .wrongMode)
    }

    /// Issues a pair of tokens and remembers it.
    func issue(_ identity: SandboxIdentity, end: SandboxInstant?) async -> TokenPair? {
        guard let pair = mint.issue(to: identity, now: world.clock.now, refreshEnd: end) else { return nil }
        await world.record(pair)
        return pair
    }

    /// The final JSON, or what is switched on in its place.
    func tokenAnswer(_ tokens: TokenPair, _ session: DesktopSession) -> SandboxAnswer {
        if world.fails(.tokenAsHTML) {
            return DesktopPages.unexpected.answer(status: 200).refusing(.switchedFailure, "HTML in place of JSON")
        }
        let json = TokenAnswer.json(
            tokens,
            now: world.clock.now,
            returnsUser: session.returnsUser,
            returnsRefreshToken: session.returnsRefreshToken
        )
        guard world.fails(.tokenTruncated) else { return .json(json) }
        let text = json.text
        return SandboxAnswer.text(
            String(text.prefix(text.count / 2)),
            type: "application/json;charset=UTF-8",
            status: 200
        )
        .refusing(.switchedFailure, "JSON cut in the middle")
    }

    /// What is switched on in place of a sign-in.
    func failurePage(_ request: SandboxRequest) -> SandboxAnswer? {
        if world.fails(.tokenHugePage) {
            return DesktopPages.huge.refusing(.switchedFailure, "a page of 40 MB")
        }
        if world.fails(.tokenEndlessScript) {
            return DesktopPages.endless.answer(status: 200).refusing(.switchedFailure, "a script that never ends")
        }
        if world.fails(.tokenRedirectLoop) {
            let query = request.rawQuery.isEmpty ? "" : "?" + request.rawQuery
            return SandboxAnswer.redirect(to: origins.text(.finesse) + request.path + query)
                .refusing(.switchedFailure, "a redirect to itself")
        }
        return nil
    }

    /// The refusal of a client that broke a rule of cookies.
    func refuse(_ violation: CookieKeeper.Violation) -> SandboxAnswer {
        Self.refuse(400, violation.message, violation.cookie, .cookie(violation.rule))
    }

    /// The refusal when no token could be signed.
    static var unavailable: SandboxAnswer {
        refuse(500, "The tokens could not be signed", "", .internalFailure)
    }

    /// The refusal when a parameter is missing.
    static func missing(_ name: String) -> SandboxAnswer {
        refuse(400, "The parameter \(name) is missing", name, .badParameter)
    }

    /// An error in the shape of the desktop interface.
    static func refuse(
        _ status: Int,
        _ message: String,
        _ data: String,
        _ refusal: SandboxRefusal
    ) -> SandboxAnswer {
        let types = [
            400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
            503: "Service Unavailable",
        ]
        let error = JSONText.object([
            ("status", .integer(Int64(status))),
            (
                "apiErrors",
                .object([
                    ("errorType", .string(types[status] ?? "Internal Server Error")),
                    ("errorMessage", .string(message)), ("errorData", .string(data)),
                ])
            ),
        ])
        return SandboxAnswer.json(error, status: status).refusing(refusal)
    }
}
