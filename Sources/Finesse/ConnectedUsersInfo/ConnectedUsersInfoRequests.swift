/// The requests on how many users are connected, built and not sent.
///
/// Source: Finesse REST guide, "ConnectedUsersInfo APIs".
enum ConnectedUsersInfoRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.connectedUsersInfo)
    }
}
