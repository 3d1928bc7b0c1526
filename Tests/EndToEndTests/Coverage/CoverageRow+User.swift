import Finesse
import FinesseSandbox
import FinesseTypes
import Testing

extension CoverageRow {
    /// Users, their states and the lists of their calls.
    static let userRows = [
        CoverageRow(.signIn, "signs an agent in, not ready at first, and not at a phone that is not there") { world in
            let agent = world.client()
            try await agent.signIn("98411", phoneExtension: "2001")
            #expect(try await agent.user("98411").state == .logout)
            await world.settle()
            let user = try await agent.user("98411")
            #expect(user.state == .notReady && user.phoneExtension == "2001")
            try await world.sandbox.reconfigure { $0.contactCentre.invalidDevices = ["2999"] }
            try await world.client("bwitwicky").signIn("98413", phoneExtension: "2999")
            await world.settle()
            #expect(try await world.client("bwitwicky").user("98413").state == .logout)
        },
        CoverageRow(.signInAsMobileAgent, "signs an agent in who is reached at any phone") { world in
            let agent = world.client()
            let mobile = MobileAgent(mode: .callByCall, dialNumber: "4085550190")
            try await agent.signIn("98411", phoneExtension: "2001", as: mobile)
            await world.settle()
            let user = try await agent.user("98411")
            #expect(user.state == .notReady && user.mobileAgent == mobile)
        },
        CoverageRow(.signOut, "signs an agent out who is not ready, and no other") { world in
            let floor = try await Floor(world)
            let (agent, colleague) = (floor.agent, floor.colleague)
            try await agent.client.signOut(agent.id)
            try await colleague.client.changeState(of: colleague.id, to: .ready)
            await world.settle()
            #expect(try await agent.user().state == .logout)
            #expect(
                await errorType { () throws(FinesseError) in try await colleague.client.signOut(colleague.id) } != nil
            )
            await world.settle()
            #expect(try await colleague.user().state == .ready)
        },
        CoverageRow(.user, "shows an agent to the agent and the supervisor, and to nobody else") { world in
            let floor = try await Floor(world)
            let user = try await floor.supervisor.client.user(floor.agent.id)
            #expect(user.loginName == "sjefferson" && user.teamID == "5000" && user.roles == ["Agent"])
            #expect(try await floor.supervisor.user().supervisedTeams.count == 1)
            let type = await errorType { () throws(FinesseError) in try await floor.colleague.client.user("98411") }
            #expect(type == "Invalid Authorization User Specified")
        },
        CoverageRow(.userByLoginName, "tells the login id that belongs to a login name") { world in
            let user = try await world.client().user(named: "sjefferson")
            #expect(user.loginID == "98411")
        },
        CoverageRow(.users, "lists every user, for the administrator only") { world in
            let settings = world.sandbox.configuration.administrator
            let administrator = world.client(UserName(settings.userName), settings.password.characters)
            let names = try await administrator.users().compactMap(\.loginName)
            #expect(Set(names).isSuperset(of: ["sjefferson", "mwitwicky", "bwitwicky", "llennox"]))
            #expect(await errorType { () throws(FinesseError) in try await world.client().users() } == "Unauthorized")
        },
        CoverageRow(.userDialogs, "lists an agent's calls") { world in
            let floor = try await Floor(world)
            #expect(try await floor.agent.dialogs().isEmpty)
            let call = try await floor.talk()
            #expect(try await floor.agent.dialogs().map(\.id) == [call])
            #expect(try await floor.supervisor.dialogs().isEmpty)
        },
        CoverageRow(.userMediaDialogs, "lists an agent's tasks, and no calls among them") { world in
            let floor = try await Floor(world)
            _ = try await floor.talk()
            #expect(try await floor.agent.client.taskDialogs(of: floor.agent.id).items.isEmpty)
        },
        CoverageRow(.changeState, "changes the state, a supervisor that of an agent of the team") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            try await agent.client.changeState(of: agent.id, to: .ready)
            await world.settle()
            #expect(try await agent.user().state == .ready)
            try await floor.supervisor.client.changeState(of: agent.id, to: .notReady)
            await world.settle()
            #expect(try await agent.user().state == .notReady)
            let type = await errorType { () throws(FinesseError) in
                try await floor.colleague.client.changeState(of: agent.id, to: .ready)
            }
            #expect(type == "Invalid Authorization User Specified")
        },
        CoverageRow(.changeStateWithReasonCode, "keeps the reason of an agent who is not ready") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let code = try #require(world.sandbox.configuration.reasonCodes.first { $0.category == "NOT_READY" })
            try await agent.client.changeState(of: agent.id, to: .notReady, reasonCodeID: code.id)
            await world.settle()
            let user = try await agent.user()
            #expect(user.reasonCodeID == code.id && user.reasonCode?.label == code.label)
            let type = await errorType { () throws(FinesseError) in
                try await floor.supervisor.client.changeState(of: agent.id, to: .notReady, reasonCodeID: code.id)
            }
            #expect(type == "Invalid Input")
        },
    ]
}

/// The first ErrorType of the refusal that a call ends with; nil when it succeeds or fails in another way.
func errorType<Value>(_ call: () async throws(FinesseError) -> Value) async -> String? {
    do {
        _ = try await call()
        return nil
    } catch .refused(let refusal) {
        return refusal.errors.first.map { "\($0.type)" } ?? ""
    } catch {
        return nil
    }
}
