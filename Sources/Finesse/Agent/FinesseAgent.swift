public import FinesseTypes
import HTTPTransport

/// One agent, as a person uses the desktop: each call returns when what it is for has happened.
///
/// Before anything is asked of the server the agent's state and calls are read, and what they forbid is refused at once,
/// with what is possible instead. What is done with one agent goes one after the other, whoever asks for it.
///
/// ```swift
/// let agent = FinesseAgent("98411", client: client)
/// try await agent.signIn(at: "2001")
/// try await agent.ready()
/// let call = try await agent.answer()
/// try await agent.wrapUp("Sales call")
/// try await agent.drop()
/// ```
public struct FinesseAgent: Sendable {
    /// The agent's login id.
    public let id: LoginID
    /// The kind of contact centre, whose rules are kept.
    public let deployment: DeploymentType
    /// How long to wait for a change to be seen.
    public var deadline: Duration
    let client: FinesseClient
    let changes: any AgentChanges
    private let turns = RequestTurns(maximumInFlight: 1)

    /// Makes an agent.
    ///
    /// - Parameters:
    ///   - id: The login id.
    ///   - client: What carries the agent's calls; its credentials are the agent's own.
    ///   - deployment: The kind of contact centre, as SystemInfo tells it.
    ///   - changes: Who knows when to read again; asking over and over where nobody is given.
    ///   - deadline: How long to wait for a change to be seen.
    public init(
        _ id: LoginID,
        client: FinesseClient,
        deployment: DeploymentType = .enterprise,
        changes: (any AgentChanges)? = nil,
        deadline: Duration = .seconds(15)
    ) {
        self.id = id
        self.client = client
        self.deployment = deployment
        self.changes = changes ?? PollingChanges(clock: client.clock)
        self.deadline = deadline
    }

    /// Reads the agent's state and calls.
    ///
    /// - Returns: Both, as the server shows them now.
    /// - Throws: ``FinesseAgentError/finesse(_:)``.
    public func situation() async throws(FinesseAgentError) -> AgentSituation {
        do throws(FinesseError) {
            let user = try await client.user(id)
            let dialogs = user.state.isSignedIn ? try await client.dialogs(of: id).items : []
            return AgentSituation(user: user, dialogs: dialogs, deployment: deployment)
        } catch {
            throw .finesse(error)
        }
    }

    /// Does something: reads, checks, asks, and reads until it is seen.
    ///
    /// - Parameters:
    ///   - action: What is done, for the check and for errors.
    ///   - needed: What the server must offer in a call for it; nil where no call is needed.
    ///   - dialog: The call that is meant; nil where any will do.
    ///   - ask: Asks the server; false where the situation does not allow it after all.
    ///   - seen: What is returned when a situation shows that it has happened; it gets the one before, too.
    /// - Returns: What `seen` gave.
    /// - Throws: ``FinesseAgentError``.
    func act<Result: Sendable>(
        _ action: AgentAction,
        needs needed: DialogAction? = nil,
        in dialog: ObjectID<Dialog>? = nil,
        _ ask: (AgentSituation) async throws(FinesseError) -> Bool,
        until seen: (_ before: AgentSituation, _ now: AgentSituation) throws(FinesseAgentError) -> Result?
    ) async throws(FinesseAgentError) -> Result {
        guard let turn = await turns.take(nil) else {
            throw .finesse(.transport(.cancelled(client.origin), call))
        }
        do throws(FinesseAgentError) {
            let before = try await situation()
            guard before.allows(action) else { throw forbidden(action, needed, dialog, before) }
            let isAsked: Bool
            do throws(FinesseError) {
                isAsked = try await ask(before)
            } catch {
                throw .finesse(error)
            }
            guard isAsked else { throw forbidden(action, needed, dialog, before) }
            let result = try await wait(for: action, since: before, until: seen, on: client.clock)
            await turns.give(back: turn)
            return result
        } catch {
            await turns.give(back: turn)
            throw error
        }
    }

    private func wait<Result: Sendable>(
        for action: AgentAction,
        since before: AgentSituation,
        until seen: (AgentSituation, AgentSituation) throws(FinesseAgentError) -> Result?,
        on clock: some Clock<Duration>
    ) async throws(FinesseAgentError) -> Result {
        let start = clock.now
        while true {
            let now = try await situation()
            if let result = try seen(before, now) { return result }
            let waited = start.duration(to: clock.now)
            let state = now.user.state
            let unseen = FinesseAgentError.UnseenAction(agent: id, action: action, state: state, waited: waited)
            guard waited < deadline else { throw .notConfirmed(unseen) }
            do {
                try await changes.next(of: id, within: deadline - waited)
            } catch {
                throw .notConfirmed(unseen)
            }
        }
    }

    private func forbidden(
        _ action: AgentAction,
        _ needed: DialogAction?,
        _ dialog: ObjectID<Dialog>?,
        _ situation: AgentSituation
    ) -> FinesseAgentError {
        .notAllowed(
            FinesseAgentError.ForbiddenAction(
                agent: id,
                action: action,
                state: situation.user.state,
                // What was just refused may be possible in another way, which its name does not tell.
                allowed: situation.allowed.filter { $0 != action },
                call: dialog,
                needed: needed,
                calls: situation.dialogs.compactMap { dialog in
                    guard let id = dialog.id else { return nil }
                    return FinesseAgentError.PresentCall(id: id, state: situation.own(in: dialog)?.state)
                }
            )
        )
    }

    private var call: FinesseCall { FinesseCall(origin: client.origin, operation: .user(id)) }
}
