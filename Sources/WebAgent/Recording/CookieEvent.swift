public import WebAgentCookies

/// What happened to one cookie: its name and scope, never its value.
public struct CookieEvent: Hashable, Sendable {
    /// What happened.
    public enum Decision: Hashable, Sendable {
        /// It was kept.
        case stored

        /// It was deleted by the server or a script.
        case deleted

        /// It had to make room.
        case evicted

        /// It was not kept, by this rule.
        case refused(CookieRefusal)

        /// It went with a request.
        case sent

        /// It stayed, by this rule.
        case withheld(WithholdReason)
    }

    /// Who set it or would have got it.
    public enum Party: String, Hashable, Sendable {
        /// The server.
        case server

        /// A script.
        case script
    }

    /// The request it belongs to, as ``HopRecord/number``; nil for a script's access.
    public var hop: Int?

    /// Who set it or would have got it.
    public var party: Party

    /// The cookie's name; empty when it has none or could not be read.
    public var name: String

    /// The cookie's domain; empty when it was refused.
    public var domain: String

    /// The cookie's path; empty when it was refused.
    public var path: String

    /// What happened.
    public var decision: Decision
}
