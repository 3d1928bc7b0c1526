/// A request that an identity provider accepted.
package struct ReceivedAuthnRequest: Hashable, Sendable {
    /// The request's identifier, to be named in the response.
    package let id: String

    /// The service provider that asks.
    package let issuer: String

    /// Where the response goes; registered for this service provider.
    package let assertionConsumerService: String

    /// Whether a session at the provider does not count.
    package let forcesAuthentication: Bool

    /// Whether no page may be shown.
    package let isPassive: Bool

    /// What must be sent back with the response.
    package let relayState: String?
}

/// What an identity provider makes of a request.
package enum RequestVerdict: Hashable, Sendable {
    /// The request is signed by the service provider and can be served.
    case accepted(ReceivedAuthnRequest)
    /// The request is refused.
    case refused(RequestRefusal)
}
