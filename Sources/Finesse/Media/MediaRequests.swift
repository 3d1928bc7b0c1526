import FinesseTypes
import XMLTree

/// The requests on channels of tasks, built and not sent.
///
/// Source: Finesse REST guide, "Media APIs".
enum MediaRequests {
    static func signIn(_ user: LoginID, to media: ObjectID<Media>, as signIn: MediaSignIn) -> FinesseRequest {
        FinesseRequest(
            .mediaSignIn,
            user.rawValue,
            media.rawValue,
            object: media.rawValue,
            body: .element(signIn.element)
        )
    }

    static func signOut(_ user: LoginID, ofMedia media: ObjectID<Media>) -> FinesseRequest {
        FinesseRequest(
            .mediaSignOut,
            user.rawValue,
            media.rawValue,
            object: media.rawValue,
            body: .element(change(.logout))
        )
    }

    static func changeState(of user: LoginID, in media: ObjectID<Media>, to state: MediaState) -> FinesseRequest {
        FinesseRequest(
            .mediaChangeState,
            user.rawValue,
            media.rawValue,
            object: media.rawValue,
            body: .element(change(state))
        )
    }

    static func changeState(
        of user: LoginID,
        in media: ObjectID<Media>,
        to state: MediaState,
        reasonCodeID: Int
    ) -> FinesseRequest {
        FinesseRequest(
            .mediaChangeStateWithReasonCode,
            user.rawValue,
            media.rawValue,
            object: media.rawValue,
            body: .element(change(state, reasonCodeID: reasonCodeID))
        )
    }

    static func setRoutable(_ isRoutable: Bool, of user: LoginID, in media: ObjectID<Media>) -> FinesseRequest {
        FinesseRequest(
            .mediaRoutable,
            user.rawValue,
            media.rawValue,
            object: media.rawValue,
            body: .element(XMLElement("Media", elements: [XMLElement("routable", text: isRoutable ? "true" : "false")]))
        )
    }

    static func activateWork(of user: LoginID, in media: ObjectID<Media>, sending body: XMLElement) -> FinesseRequest {
        FinesseRequest(.mediaWorkToActive, user.rawValue, media.rawValue, object: media.rawValue, body: .element(body))
    }

    static func show(_ media: ObjectID<Media>, of user: LoginID) -> FinesseRequest {
        FinesseRequest(.media, user.rawValue, media.rawValue, object: media.rawValue)
    }

    static func list(of user: LoginID) -> FinesseRequest {
        FinesseRequest(.mediaList, user.rawValue)
    }

    static func change(of user: LoginID, sending body: XMLElement) -> FinesseRequest {
        FinesseRequest(.mediaPutList, user.rawValue, body: .element(body))
    }

    static func domains(bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(.mediaDomains, query: CacheQuery.items(bypassing: bypassingCache))
    }

    private static func change(_ state: MediaState, reasonCodeID: Int? = nil) -> XMLElement {
        var builder = ElementBuilder(Media.elementName)
        builder.add("state", state)
        builder.add("reasonCodeId", reasonCodeID)
        return builder.element
    }
}
