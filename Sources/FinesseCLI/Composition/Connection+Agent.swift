import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport

/// An agent who is signed in here, with a client that proves it.
struct AgentDesk: Sendable {
    var client: FinesseClient
    var id: LoginID
    private let connection: Connection
    private let session: StoredSession

    /// Takes the stored session of the agent that the options mean.
    init(_ options: ConnectionOptions, in context: CommandContext) async throws {
        connection = try Connection(options, in: context)
        session = try await connection.freshSession()
        client = try connection.client(for: session)
        id = try session.requiredLoginID
    }

    /// The agent as a person uses the desktop, by the rules of the kind of contact centre that it is.
    func agent() async throws -> FinesseAgent {
        FinesseAgent(id, client: client, deployment: try await systemInfo().deploymentType ?? .enterprise)
    }

    /// What the system says of itself: the node in use, or the other one where that cannot be asked.
    private func systemInfo() async throws -> SystemInfo {
        let nodes = connection.nodes
        guard nodes.state.nodes.contains(client.origin) else { return try await client.systemInfo() }
        let isTrouble: (any Error) -> NodeTrouble? = { ($0 as? FinesseError).flatMap { NodeTrouble($0) } }
        return try await nodes.perform(isTrouble: isTrouble) { node in
            let info = try await connection.client(for: session, at: node).systemInfo()
            nodes.learn(info, from: node)
            return info
        }
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
