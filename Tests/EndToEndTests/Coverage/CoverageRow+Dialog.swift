import Finesse
import Testing

extension CoverageRow {
    /// Calls between agents.
    static let dialogRows = [
        CoverageRow(.dialog, "shows a call with its parts and what each allows, to those in it") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            let dialog = try await floor.agent.client.dialog(call)
            #expect(dialog.state == .active && dialog.fromAddress == "2001" && dialog.toAddress == "2003")
            let own = try #require(dialog.participant(at: "2001"))
            #expect(own.state == .active && own.actions.contains(.hold) && !own.actions.contains(.retrieve))
            #expect(
                await errorType { () throws(FinesseError) in try await floor.agent.client.dialog("1") } == "Not Found"
            )
        },
        CoverageRow(.makeCall, "makes a call, with variables, and none to the agent's own phone") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            try await agent.client.makeCall(
                for: agent.id,
                from: agent.phone,
                to: floor.colleague.phone,
                variables: [CallVariable("callVariable1", "Ada & <Co>")]
            )
            await world.settle()
            let dialog = try #require(try await floor.colleague.dialogs().first)
            #expect(dialog.state == .alerting && dialog.mediaProperties.callVariable("callVariable1") == "Ada & <Co>")
            let type = await errorType { () throws(FinesseError) in
                try await agent.client.makeCall(for: agent.id, from: agent.phone, to: agent.phone)
            }
            #expect(type == "Invalid Destination")
        },
        CoverageRow(.takeAction, "holds, retrieves, transfers and drops a call") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let call = try await floor.talk()
            try await agent.client.take(.hold, on: call, at: agent.phone)
            await world.settle()
            #expect(try await agent.part(in: call)?.state == .held)
            try await agent.client.take(.retrieve, on: call, at: agent.phone)
            await world.settle()
            #expect(try await agent.part(in: call)?.state == .active)
            _ = try await floor.consult(about: call)
            try await agent.client.take(.transfer, on: call, at: agent.phone)
            await world.settle()
            #expect(try await agent.dialogs().isEmpty)
            #expect(try await floor.supervisor.part(in: call)?.state == .active)
            try await floor.colleague.client.take(.drop, on: call, at: floor.colleague.phone)
            await world.settle()
            #expect(try await floor.supervisor.dialogs().isEmpty)
        },
        CoverageRow(.takeAction, "joins a call and its consult call") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            _ = try await floor.consult(about: call)
            try await floor.agent.client.take(.conference, on: call, at: floor.agent.phone)
            await world.settle()
            let parties = try await floor.agent.client.dialog(call).participants
            #expect(parties.count == 3 && parties.allSatisfy { $0.state == .active })
        },
        CoverageRow(.updateCallData, "sets variables and the wrap-up reason, but none of the dialler's") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            try await floor.agent.client.updateCallData(
                of: call,
                wrapUpReason: "Sale",
                variables: [CallVariable("callVariable2", "gold")]
            )
            await world.settle()
            let data = try await floor.colleague.client.dialog(call).mediaProperties
            #expect(data.wrapUpReason == "Sale" && data.callVariable("callVariable2") == "gold")
            await #expect(throws: FinesseError.self) {
                try await floor.agent.client.updateCallData(of: call, variables: [CallVariable("BAStatus", "x")])
            }
        },
        CoverageRow(.sendDTMF, "sends digits, but not from a call that is held") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let call = try await floor.talk()
            try await agent.client.sendDTMF("12*#", to: call, at: agent.phone)
            try await agent.client.take(.hold, on: call, at: agent.phone)
            await world.settle()
            let type = await errorType { () throws(FinesseError) in
                try await agent.client.sendDTMF("1", to: call, at: agent.phone)
            }
            #expect(type == "Invalid State")
        },
        CoverageRow(.consultCall, "calls somebody else while the call is held") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            let consult = try await floor.consult(about: call)
            #expect(consult != call)
            #expect(try await floor.agent.part(in: call)?.state == .held)
            #expect(try await floor.agent.part(in: call)?.actions.contains(.transfer) == true)
            let uri = try await floor.agent.client.dialog(consult).associatedDialogURI
            #expect(uri == "/finesse/api/Dialog/\(call)")
        },
        CoverageRow(.singleStepTransfer, "hands a call over without talking first") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            try await floor.agent.client.transferInSingleStep(call, to: floor.supervisor.phone, at: floor.agent.phone)
            await world.settle()
            #expect(try await floor.agent.dialogs().isEmpty)
            #expect(try await floor.supervisor.part(in: call)?.state == .alerting)
        },
    ]
}
