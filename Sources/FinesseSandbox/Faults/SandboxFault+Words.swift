// What goes wrong in the words of those to whom it happens; each expands to a fault.

extension SandboxFault {
    /// The words, as configurations and the control interface write them.
    public enum Word: String, CaseIterable, Codable, Hashable, Sendable {
        /// ``SandboxFault/nextRefreshFails``.
        case nextRefreshFails
        /// ``SandboxFault/refreshAnswerLost``.
        case refreshAnswerLost
        /// ``SandboxFault/passwordExpired(_:)``.
        case passwordExpired
        /// ``SandboxFault/accountLocked(_:)``.
        case accountLocked
        /// ``SandboxFault/relayLost``.
        case relayLost
        /// ``SandboxFault/callbackLost``.
        case callbackLost
        /// ``SandboxFault/identityProviderDown(for:)``.
        case identityProviderDown
        /// ``SandboxFault/identityServiceDown(for:)``.
        case identityServiceDown
        /// ``SandboxFault/finesseOutOfService(for:requests:node:)``.
        case finesseOutOfService
        /// ``SandboxFault/tooManyRequests(requests:)``.
        case tooManyRequests
        /// ``SandboxFault/tokensSlow(_:)``.
        case tokensSlow
        /// ``SandboxFault/networkFlaky(_:)``.
        case networkFlaky
    }

    /// The next refresh is answered 500; the pair of tokens stays as it was.
    public static let nextRefreshFails = SandboxFault(
        .status(500, body: "The access token could not be refreshed"),
        when: Selector(route: .refresh, times: 1),
        name: Word.nextRefreshFails.rawValue
    )

    /// The next refresh takes effect and its answer is lost: the new pair is known to the server only.
    public static let refreshAnswerLost = SandboxFault(
        .hangUp(.afterWork),
        when: Selector(route: .refresh, times: 1),
        name: Word.refreshAnswerLost.rawValue
    )

    /// A user's password has expired: the identity provider asks for a new one in place of signing them in.
    ///
    /// - Parameter user: The login name or login id.
    /// - Returns: The fault.
    public static func passwordExpired(_ user: String) -> SandboxFault {
        SandboxFault(
            .account(.passwordExpired, user: user),
            when: Selector(party: .identityProvider),
            name: "\(Word.passwordExpired.rawValue) \(user)"
        )
    }

    /// A user's account at the identity provider is locked.
    ///
    /// - Parameter user: The login name or login id.
    /// - Returns: The fault.
    public static func accountLocked(_ user: String) -> SandboxFault {
        SandboxFault(
            .account(.locked, user: user),
            when: Selector(party: .identityProvider),
            name: "\(Word.accountLocked.rawValue) \(user)"
        )
    }

    /// The next post of a relay page is lost on its way to the identity service.
    public static let relayLost = SandboxFault(
        .hangUp(),
        when: Selector(route: .relay, times: 1),
        name: Word.relayLost.rawValue
    )

    /// Finesse uses the next code, and its answer is lost.
    public static let callbackLost = SandboxFault(
        .hangUp(.afterWork),
        when: Selector(route: .callback, times: 1),
        name: Word.callbackLost.rawValue
    )

    /// The identity provider resets every connection for a while.
    ///
    /// - Parameter span: How long, on the sandbox's clock; for ever when there is nothing.
    /// - Returns: The fault, which ends by itself.
    public static func identityProviderDown(for span: Duration? = nil) -> SandboxFault {
        SandboxFault(
            .reset(),
            when: Selector(party: .identityProvider),
            lasts: span,
            name: Word.identityProviderDown.rawValue
        )
    }

    /// The identity service resets every connection for a while, and Finesse does not know it.
    ///
    /// - Parameter span: How long, on the sandbox's clock; for ever when there is nothing.
    /// - Returns: The fault, which ends by itself.
    public static func identityServiceDown(for span: Duration? = nil) -> SandboxFault {
        SandboxFault(
            .reset(),
            when: Selector(party: .identityService),
            lasts: span,
            name: Word.identityServiceDown.rawValue
        )
    }

    /// Finesse is out of service, as during a failover: SystemInfo says so, every other address answers 503.
    ///
    /// - Parameters:
    ///   - span: How long, on the sandbox's clock; for ever when there is nothing.
    ///   - requests: For how many requests at most.
    ///   - node: The node, by its host name; all of them when there is nothing.
    /// - Returns: The fault.
    ///
    /// Source: Finesse REST developer guide, "Errors", 503.
    public static func finesseOutOfService(
        for span: Duration? = nil,
        requests: Int? = nil,
        node: String? = nil
    ) -> SandboxFault {
        SandboxFault(
            .failure(.finesseOutOfService),
            when: Selector(party: .finesse, node: node, times: requests),
            lasts: span,
            name: Word.finesseOutOfService.rawValue
        )
    }

    /// The reverse proxy answers 429 for some requests.
    ///
    /// - Parameter requests: For how many; without end when there is nothing.
    /// - Returns: The fault.
    ///
    /// Source: Cisco Finesse 15.0 reverse proxy guide, "Security".
    public static func tooManyRequests(requests: Int? = nil) -> SandboxFault {
        SandboxFault(
            .failure(.tooManyRequests),
            when: Selector(party: .finesse, times: requests),
            name: Word.tooManyRequests.rawValue
        )
    }

    /// Finesse's token address takes its time.
    ///
    /// - Parameter delay: How long.
    /// - Returns: The fault.
    public static func tokensSlow(_ delay: Delay = .fixed(.seconds(30))) -> SandboxFault {
        SandboxFault(
            .delay(delay),
            when: Selector(party: .finesse, path: "/desktop/sso/token"),
            name: Word.tokensSlow.rawValue
        )
    }

    /// Some requests at any server end in a reset.
    ///
    /// - Parameter probability: Which share of them.
    /// - Returns: The fault.
    public static func networkFlaky(_ probability: Double = 0.1) -> SandboxFault {
        SandboxFault(.reset(), when: Selector(probability: probability), name: Word.networkFlaky.rawValue)
    }
}
