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
}
