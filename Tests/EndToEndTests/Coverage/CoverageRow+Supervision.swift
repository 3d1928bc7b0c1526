import Finesse
import FinesseSandbox
import Testing

extension CoverageRow {
    /// What supervisors do with calls, and recording.
    static let supervisionRows = [
        CoverageRow(.silentMonitor, "lets a supervisor listen, and nobody else") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            let monitor = try await floor.monitor()
            #expect(monitor != call)
            #expect(try await floor.agent.part(in: monitor)?.actions.isEmpty == true)
            let type = await errorType { () throws(FinesseError) in
                try await floor.colleague.client.monitorSilently(
                    for: floor.colleague.id,
                    from: floor.colleague.phone,
                    agent: floor.agent.phone
                )
            }
            #expect(type == "Authorization Failure")
        },
        CoverageRow(.endSilentMonitor, "ends the listening, and the agent goes on talking") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            let monitor = try await floor.monitor()
            try await floor.supervisor.client.endSilentMonitor(monitor, at: floor.supervisor.phone)
            await world.settle()
            #expect(try await floor.supervisor.dialogs().isEmpty)
            #expect(try await floor.agent.dialogs().map(\.id) == [call])
        },
        CoverageRow(.bargeCall, "lets a supervisor who listens join the call") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            _ = try await floor.monitor()
            try await floor.barge(into: call)
            #expect(try await floor.supervisor.dialogs().map(\.id) == [call])
            #expect(try await floor.supervisor.part(in: call)?.state == .active)
        },
        CoverageRow(.endBargeCall, "lets the supervisor leave, and the others go on talking") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            _ = try await floor.monitor()
            try await floor.barge(into: call)
            try await floor.supervisor.client.endBarge(call, at: floor.supervisor.phone)
            await world.settle()
            #expect(try await floor.supervisor.dialogs().isEmpty)
            #expect(try await floor.agent.part(in: call)?.state == .active)
            #expect(try await floor.colleague.part(in: call)?.state == .active)
        },
        CoverageRow(.dropParticipant, "lets a supervisor drop somebody, an agent not") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            _ = try await floor.monitor()
            try await floor.barge(into: call)
            let type = await errorType { () throws(FinesseError) in
                try await floor.agent.client.dropParticipant(floor.colleague.phone, from: call)
            }
            #expect(type == "Authorization Failure")
            try await floor.supervisor.client.dropParticipant(floor.colleague.phone, from: call)
            await world.settle()
            #expect(try await floor.colleague.dialogs().isEmpty)
            #expect(try await floor.agent.part(in: call)?.state == .active)
        },
        CoverageRow(
            .startRecording,
            "records a call in Unified CCX, but not one that is held",
            in: RESTWorld.express
        ) { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let call = try await floor.talk()
            try await agent.client.startRecording(call, at: agent.phone)
            try await agent.client.take(.hold, on: call, at: agent.phone)
            await world.settle()
            let type = await errorType { () throws(FinesseError) in
                try await agent.client.startRecording(call, at: agent.phone)
            }
            #expect(type == "Invalid State")
        },
        CoverageRow(.startRecording, "is not there in Unified CCE") { world in
            let floor = try await Floor(world)
            let call = try await floor.talk()
            let type = await errorType { () throws(FinesseError) in
                try await floor.agent.client.startRecording(call, at: floor.agent.phone)
            }
            #expect(type == "Not Implemented")
        },
    ]
}
