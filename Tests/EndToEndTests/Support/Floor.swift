import Finesse
import FinesseSandbox
import FinesseTypes
import Testing

/// Three people of one team, signed in at their phones: an agent, a colleague, and their supervisor.
struct Floor: Sendable {
    /// Where somebody sits.
    struct Seat: Sendable {
        let id: LoginID
        let phone: String
        let client: FinesseClient

        /// The person's state and the rest.
        func user() async throws -> User { try await client.user(id) }

        /// The person's calls.
        func dialogs() async throws -> [Dialog] { try await client.dialogs(of: id).items }

        /// The id of the person's first call.
        func dialog() async throws -> ObjectID<Dialog> { try #require(try await dialogs().first?.id, "no call") }

        /// The person's own part in a call.
        func part(in dialog: ObjectID<Dialog>) async throws -> Dialog.Participant? {
            try await client.dialog(dialog).participant(at: phone)
        }
    }

    let world: RESTWorld
    let agent: Seat
    let colleague: Seat
    let supervisor: Seat

    /// Signs everybody in.
    init(_ world: RESTWorld) async throws {
        self.world = world
        let isExpress = world.sandbox.configuration.deployment == .uccx
        func seat(_ name: String, _ id: LoginID, _ phone: String) -> Seat {
            Seat(id: isExpress ? LoginID(name) : id, phone: phone, client: world.client(name))
        }
        agent = seat("sjefferson", "98411", "2001")
        supervisor = seat("mwitwicky", "98412", "2002")
        colleague = seat("bwitwicky", "98413", "2003")
        for seat in [agent, supervisor, colleague] {
            try await seat.client.signIn(seat.id, phoneExtension: seat.phone)
        }
        await world.settle()
    }

    /// The agent calls the colleague, who answers.
    func talk() async throws -> ObjectID<Dialog> {
        try await agent.client.makeCall(for: agent.id, from: agent.phone, to: colleague.phone)
        await world.settle()
        let call = try await colleague.dialog()
        try await colleague.client.take(.answer, on: call, at: colleague.phone)
        await world.settle()
        return call
    }

    /// The agent consults the supervisor about a call, who answers.
    func consult(about call: ObjectID<Dialog>) async throws -> ObjectID<Dialog> {
        try await agent.client.consult(supervisor.phone, from: call, at: agent.phone)
        await world.settle()
        let consult = try await supervisor.dialog()
        try await supervisor.client.take(.answer, on: consult, at: supervisor.phone)
        await world.settle()
        return consult
    }

    /// The supervisor listens to the agent.
    func monitor() async throws -> ObjectID<Dialog> {
        try await supervisor.client.monitorSilently(for: supervisor.id, from: supervisor.phone, agent: agent.phone)
        await world.settle()
        return try await supervisor.dialog()
    }

    /// The supervisor, who listens, joins the call.
    func barge(into call: ObjectID<Dialog>) async throws {
        try await supervisor.client.barge(
            into: call,
            for: supervisor.id,
            from: supervisor.phone,
            agent: agent.phone
        )
        await world.settle()
    }

    /// Lets the agent be reserved for a customer of a campaign.
    func reservation(isDirect: Bool) async throws -> ObjectID<Dialog> {
        try await agent.client.changeState(of: agent.id, to: .ready)
        await world.settle()
        #expect(await world.reserveForPreview(isDirect: isDirect), "nobody is ready")
        return try await agent.dialog()
    }

    /// Lets the agent accept a customer of a campaign by direct preview, and the customer answer.
    func directCall() async throws -> ObjectID<Dialog> {
        let reservation = try await reservation(isDirect: true)
        try await agent.client.answerDirectPreview(reservation, .accept, at: agent.phone)
        await world.advance(.seconds(4))
        return try await agent.dialog()
    }
}

extension RESTWorld {
    /// A world with Unified CCX.
    static let express: @Sendable () async throws -> RESTWorld = {
        try await RESTWorld { $0.deployment = .uccx }
    }
}
