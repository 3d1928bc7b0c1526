import FinesseTypes

/// The requests on clients' own logs, built and not sent.
///
/// Source: Finesse REST guide, "ClientLog APIs".
enum ClientLogRequests {
    static func post(_ log: ClientLog, of user: LoginID) -> FinesseRequest {
        FinesseRequest(.postClientLog, user.rawValue, body: .element(log.element))
    }
}
