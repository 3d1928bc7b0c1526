import Finesse
import FinesseSandbox
import FinesseTypes
import Testing

extension RESTWorld {
    /// A client of the administrator.
    var administrator: FinesseClient {
        let settings = sandbox.configuration.administrator
        return client(UserName(settings.userName), settings.password.characters)
    }
}

/// The built-in agent, supervisor and team.
enum BuiltIn {
    static let agent: LoginID = "98411"
    static let supervisor = "mwitwicky"
    static let team: ObjectID<Team> = "5000"
    static let chat: ObjectID<Media> = "5000"
}

/// The id of what was created.
func id<Object>(_ creation: Creation, of type: Object.Type) throws -> ObjectID<Object> {
    ObjectID(try #require(creation.id, "no Location"))
}

/// The status of the refusal that a call ends with; nil when it succeeds.
func refusal(_ work: () async throws(FinesseError) -> Void) async throws -> Int? {
    do {
        try await work()
        return nil
    } catch .refused(let refusal) {
        return refusal.status
    }
}
