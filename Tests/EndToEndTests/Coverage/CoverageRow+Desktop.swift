import Finesse
import FinesseSandbox
import FinesseTypes
import Testing
import XMLTree

extension CoverageRow {
    static let desktopRows: [CoverageRow] = teamMessageRows + mediaRows

    private static let message = NewTeamMessage(duration: 60, content: "Line 2 <is> down", teamIDs: [BuiltIn.team])

    static let teamMessageRows = [
        CoverageRow(.teamMessage, "reads a message to teams") { (world: RESTWorld) async throws in
            let supervisor = world.client(BuiltIn.supervisor)
            let made = try id(try await supervisor.sendTeamMessage(message), of: TeamMessage.self)
            let read = try await supervisor.teamMessage(made)
            #expect(read.content == "Line 2 <is> down" && read.duration == 60 && read.author?.loginID == "98412")
        },
        CoverageRow(.teamMessages, "lists the messages that the caller has written") {
            (world: RESTWorld) async throws in
            let supervisor = world.client(BuiltIn.supervisor)
            #expect(try await supervisor.teamMessages().isEmpty)
            try await supervisor.sendTeamMessage(message)
            #expect(try await supervisor.teamMessages().count == 1)
        },
        CoverageRow(.createTeamMessage, "sends a message to teams, for supervisors only") {
            (world: RESTWorld) async throws in
            let creation = try await world.client(BuiltIn.supervisor).sendTeamMessage(message)
            #expect(creation.path?.hasPrefix("/finesse/api/TeamMessage/") == true && !creation.isPartial)
            let agent = try await refusal { () throws(FinesseError) in
                try await world.client().sendTeamMessage(message)
            }
            #expect(agent == 401)
        },
        CoverageRow(.deleteTeamMessage, "takes a message back") { (world: RESTWorld) async throws in
            let supervisor = world.client(BuiltIn.supervisor)
            let made = try id(try await supervisor.sendTeamMessage(message), of: TeamMessage.self)
            try await supervisor.deleteTeamMessage(made)
            #expect(try await supervisor.teamMessages().isEmpty)
        },
        CoverageRow(.activeTeamMessages, "lists the messages of a team until their time is over") {
            (world: RESTWorld) async throws in
            try await world.client(BuiltIn.supervisor).sendTeamMessage(message)
            #expect(try await world.client().teamMessages(to: BuiltIn.team).count == 1)
            await world.advance(.seconds(61))
            #expect(try await world.client().teamMessages(to: BuiltIn.team).isEmpty)
        },
        CoverageRow(.postClientLog, "takes lines of a client's log in, the user's own only") {
            (world: RESTWorld) async throws in
            try await world.client().postClientLog(ClientLog(data: "a <b> & c"), of: BuiltIn.agent)
            let other = try await refusal { () throws(FinesseError) in
                try await world.client().postClientLog(ClientLog(data: "a"), of: "98412")
            }
            #expect(other == 401)
        },
    ]

    /// The agent's part in the chat after a change.
    private static func chat(
        _ world: RESTWorld,
        after change: (FinesseClient) async throws -> Void
    ) async throws -> Media {
        let client = world.client()
        try await client.signIn(
            BuiltIn.agent,
            to: BuiltIn.chat,
            as: MediaSignIn(maxDialogLimit: 3, interruptAction: .accept, dialogLogoutAction: .transfer)
        )
        await world.settle()
        try await change(client)
        await world.settle()
        return try await client.media(BuiltIn.chat, of: BuiltIn.agent)
    }

    static let mediaRows = [
        CoverageRow(.mediaSignIn, "signs an agent in to a channel") { (world: RESTWorld) async throws in
            let media = try await chat(world) { _ in }
            #expect(media.state == .notReady && media.isRoutable == true && media.maxDialogLimit == 3)
            #expect(media.interruptAction == .accept && media.dialogLogoutAction == .transfer)
        },
        CoverageRow(.mediaSignOut, "signs an agent out of a channel") { (world: RESTWorld) async throws in
            let media = try await chat(world) { client in
                try await client.signOut(BuiltIn.agent, ofMedia: BuiltIn.chat)
            }
            #expect(media.state == .logout)
        },
        CoverageRow(.mediaChangeState, "changes an agent's state in a channel") { (world: RESTWorld) async throws in
            let media = try await chat(world) { client in
                try await client.changeState(of: BuiltIn.agent, in: BuiltIn.chat, to: .ready)
            }
            #expect(media.state == .ready)
        },
        CoverageRow(.mediaChangeStateWithReasonCode, "changes an agent's state in a channel for a reason") {
            (world: RESTWorld) async throws in
            let media = try await chat(world) { client in
                try await client.changeState(of: BuiltIn.agent, in: BuiltIn.chat, to: .notReady, reasonCodeID: 2)
            }
            #expect(media.reasonCodeID == 2 && media.reasonCode?.label == "Lunch")
        },
        CoverageRow(.mediaRoutable, "lets no tasks be offered to an agent") { (world: RESTWorld) async throws in
            let media = try await chat(world) { client in
                let taken = try await client.setRoutable(false, of: BuiltIn.agent, in: BuiltIn.chat)
                #expect(!taken.requestID.rawValue.isEmpty)
            }
            #expect(media.isRoutable == false)
        },
        CoverageRow(.mediaWorkToActive, "takes a request to end the work in, whatever its shape") {
            (world: RESTWorld) async throws in
            let body = XMLElement("Media", elements: [XMLElement("state", text: "ACTIVE")])
            let media = try await chat(world) { client in
                try await client.activateWork(of: BuiltIn.agent, in: BuiltIn.chat, sending: body)
            }
            #expect(media.state == .notReady)
        },
        CoverageRow(.media, "reads a channel; of one nobody is signed in to, little is said") {
            (world: RESTWorld) async throws in
            let media = try await world.client().media(BuiltIn.chat, of: BuiltIn.agent)
            #expect(media.id == BuiltIn.chat && media.name == "Cisco_Chat_MRD")
            let missing = try await refusal { () throws(FinesseError) in
                _ = try await world.client().media("77", of: BuiltIn.agent)
            }
            #expect(missing == 404)
        },
        CoverageRow(.mediaList, "lists the channels") { (world: RESTWorld) async throws in
            #expect(try await world.client().media(of: BuiltIn.agent).map(\.id) == ["5000", "5001"])
        },
        CoverageRow(.mediaPutList, "changes several channels at once") { (world: RESTWorld) async throws in
            let entry = XMLElement(
                "Media",
                elements: [XMLElement("id", text: BuiltIn.chat.rawValue), XMLElement("state", text: "READY")]
            )
            let media = try await chat(world) { client in
                try await client.changeMedia(
                    of: BuiltIn.agent,
                    sending: XMLElement("MediaList", elements: [entry])
                )
            }
            #expect(media.state == .ready)
        },
        CoverageRow(.mediaDomains, "hands on the media routing domains, past the cache too") {
            (world: RESTWorld) async throws in
            #expect(try await world.client().mediaDomains(bypassingCache: true).elements.count == 2)
            let express = try await RESTWorld { $0.deployment = .uccx }
            let refused = try await refusal { () throws(FinesseError) in
                _ = try await express.client().mediaDomains()
            }
            await express.sandbox.stop()
            #expect(refused == 501)
        },
    ]
}
