import Finesse
import FinesseTypes

/// An agent who is signed in here, with a client that proves it.
struct AgentDesk: Sendable {
    var client: FinesseClient
    var id: LoginID

    /// Takes the stored session of the agent that the options mean.
    init(_ options: ConnectionOptions, in context: CommandContext) async throws {
        let connection = try Connection(options, in: context)
        let session = try await connection.freshSession()
        client = try connection.client(for: session)
        id = try session.requiredLoginID
    }

    /// The agent as a person uses the desktop, by the rules of the kind of contact centre that it is.
    func agent() async throws -> FinesseAgent {
        FinesseAgent(id, client: client, deployment: try await client.systemInfo().deploymentType ?? .enterprise)
    }

    /// Asks for what the agent's team has, or, on releases before 12.5, for what the agent has.
    func list<Value>(
        ofTeam: (ObjectID<Team>) async throws(FinesseError) -> Value,
        orOfUser: () async throws(FinesseError) -> Value
    ) async throws(FinesseError) -> Value {
        guard let team = try await client.user(id).teamID else { return try await orOfUser() }
        do {
            return try await ofTeam(ObjectID(team))
        } catch .refused(let refusal) where refusal.status == 404 {
            return try await orOfUser()
        }
    }
}
