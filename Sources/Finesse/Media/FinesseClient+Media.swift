public import FinesseTypes
public import XMLTree

extension FinesseClient {
    /// Asks for an agent to be signed in to a channel.
    ///
    /// The server takes the request in and does the work afterwards.
    ///
    /// - Parameters:
    ///   - user: The agent's login id.
    ///   - media: The id of the channel.
    ///   - signIn: How many tasks, and what happens to them.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Media: Sign In".
    @discardableResult
    public func signIn(
        _ user: LoginID,
        to media: ObjectID<Media>,
        as signIn: MediaSignIn
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.signIn(user, to: media, as: signIn)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for an agent to be signed out of a channel.
    ///
    /// The server takes the request in and does the work afterwards.
    ///
    /// - Parameters:
    ///   - user: The agent's login id.
    ///   - media: The id of the channel.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "Media: Change Agent State with Reason Code": the body is that of a change to LOGOUT.
    @discardableResult
    public func signOut(_ user: LoginID, ofMedia media: ObjectID<Media>) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.signOut(user, ofMedia: media)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for an agent's state in a channel to be changed.
    ///
    /// The server takes the request in and does the work afterwards.
    ///
    /// - Parameters:
    ///   - user: The agent's login id.
    ///   - media: The id of the channel.
    ///   - state: READY or NOT_READY.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "Media: Change Agent State with Reason Code": the body is the same without the code.
    @discardableResult
    public func changeState(
        of user: LoginID,
        in media: ObjectID<Media>,
        to state: MediaState
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.changeState(of: user, in: media, to: state)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for an agent's state in a channel to be changed for a reason.
    ///
    /// The server takes the request in and does the work afterwards.
    ///
    /// - Parameters:
    ///   - user: The agent's login id.
    ///   - media: The id of the channel.
    ///   - state: NOT_READY or LOGOUT.
    ///   - reasonCodeID: The database id of a reason code.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Media: Change Agent State with Reason Code".
    @discardableResult
    public func changeState(
        of user: LoginID,
        in media: ObjectID<Media>,
        to state: MediaState,
        reasonCodeID: Int
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.changeState(of: user, in: media, to: state, reasonCodeID: reasonCodeID)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for tasks of a channel to be offered to an agent, or not.
    ///
    /// The server takes the request in and does the work afterwards.
    ///
    /// - Parameters:
    ///   - isRoutable: Whether they are offered; a request for false waits until the tasks at hand are begun.
    ///   - user: The agent's login id.
    ///   - media: The id of the channel.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Media: Change Agent to Routable / Not Routable".
    @discardableResult
    public func setRoutable(
        _ isRoutable: Bool,
        of user: LoginID,
        in media: ObjectID<Media>
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.setRoutable(isRoutable, of: user, in: media)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for an agent in the state WORK to be made active again.
    ///
    /// The server takes the request in and does the work afterwards. What follows is computed by the contact centre.
    ///
    /// - Parameters:
    ///   - user: The agent's login id.
    ///   - media: The id of the channel.
    ///   - body: What is sent, a `Media` element: its fields are not documented.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "Media: Change Agent from Work State to Active": the address is the one that every
    /// change of a channel has.
    @discardableResult
    public func activateWork(
        of user: LoginID,
        in media: ObjectID<Media>,
        sending body: XMLElement
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.activateWork(of: user, in: media, sending: body)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Reads a channel and an agent's part in it.
    ///
    /// - Parameters:
    ///   - media: The id of the channel.
    ///   - user: The agent's login id.
    /// - Returns: The channel as the server shows it now.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Media: Get Media".
    public func media(_ media: ObjectID<Media>, of user: LoginID) async throws(FinesseError) -> Media {
        let request = MediaRequests.show(media, of: user)
        let answer = try await send(request)
        return try answer.object(Media.self)
    }

    /// Reads every channel but voice, and an agent's part in each.
    ///
    /// - Parameter user: The agent's login id.
    /// - Returns: The channels, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Media: Get List".
    public func media(of user: LoginID) async throws(FinesseError) -> FinesseList<Media> {
        let request = MediaRequests.list(of: user)
        let answer = try await send(request)
        return try answer.list(of: Media.self, named: "MediaList")
    }

    /// Asks for several channels of an agent to be changed at once.
    ///
    /// The server takes the request in and does the work afterwards.
    ///
    /// - Parameters:
    ///   - user: The agent's login id.
    ///   - body: What is sent: probably a `MediaList`; its shape is not documented.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "Media: Put List": the address is the one that the list is read from.
    @discardableResult
    public func changeMedia(of user: LoginID, sending body: XMLElement) async throws(FinesseError) -> Acceptance {
        let request = MediaRequests.change(of: user, sending: body)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Reads the media routing domains of the contact centre.
    ///
    /// The shape of the answer is not documented, so it is handed on as it came.
    ///
    /// - Parameter bypassingCache: Whether the server shall read it anew, not from its cache.
    /// - Returns: The answer as it came, whatever its name.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500, 501), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "REST APIs", which names MediaDomain among what is cached.
    public func mediaDomains(bypassingCache: Bool = false) async throws(FinesseError) -> XMLElement {
        let request = MediaRequests.domains(bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.anyDocument()
    }
}
