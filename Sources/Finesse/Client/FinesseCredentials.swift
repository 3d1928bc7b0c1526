public import FinesseTypes

/// What a client proves itself with.
///
/// Source: Finesse REST guide, "Authentication": Bearer in SSO mode, Basic otherwise.
public enum FinesseCredentials: Sendable {
    /// Nothing: enough for SystemInfo and UserAuthMode on the inside of a reverse proxy.
    case none
    /// An access token, asked for anew for every call.
    case bearer(any AccessTokenSource)
    /// A user name and a password.
    case basic(UserName, Password)
}
