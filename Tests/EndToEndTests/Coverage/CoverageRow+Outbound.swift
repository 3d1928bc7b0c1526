import Finesse
import FinesseTypes
import Testing

extension CoverageRow {
    /// Campaigns' calls.
    static let outboundRows = [
        CoverageRow(.answerOutboundPreview, "accepts a preview, and the customer is called") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let reservation = try await floor.reservation(isDirect: false)
            #expect(try await agent.user().state == .reservedOutboundPreview)
            #expect(try await agent.part(in: reservation)?.actions == [.accept, .reject, .close])
            try await agent.client.answerOutboundPreview(reservation, .accept, at: agent.phone)
            await world.settle()
            #expect(try await agent.part(in: reservation)?.state == .accepted)
            await world.advance(.seconds(4))
            let call = try #require(try await agent.dialogs().first)
            #expect(call.id != reservation && call.mediaProperties.callType == "OUTBOUND")
            #expect(call.toAddress == "4085550144")
        },
        CoverageRow(.answerDirectPreview, "rejects a direct preview, and the agent is ready again") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let reservation = try await floor.reservation(isDirect: true)
            #expect(try await agent.dialogs().first?.mediaProperties.callType == "OUTBOUND_DIRECT_PREVIEW")
            try await agent.client.answerDirectPreview(reservation, .reject, at: agent.phone)
            await world.settle()
            #expect(try await agent.dialogs().isEmpty)
            #expect(try await agent.user().state == .ready)
        },
        CoverageRow(.reclassify, "says what answered a direct preview's call") { world in
            let floor = try await Floor(world)
            let call = try await floor.directCall()
            try await floor.agent.client.reclassify(call, as: .fax, at: floor.agent.phone)
            await world.settle()
            let data = try await floor.agent.client.dialog(call).mediaProperties
            #expect(data.callVariable("BAResponse") == "FAX")
        },
        CoverageRow(.scheduleCallback, "sets a callback's time and number, one after the other") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let call = try await floor.directCall()
            try await agent.client.scheduleCallback(of: call, .time("2030-03-07T14:30"), at: agent.phone)
            try await agent.client.scheduleCallback(of: call, .number("9785550112"), at: agent.phone)
            await world.settle()
            let callback = try await agent.client.dialog(call).scheduledCallback
            #expect(callback?.time == "2030-03-07T14:30" && callback?.number == "9785550112")
            let type = await errorType { () throws(FinesseError) in
                try await agent.client.scheduleCallback(of: call, .time("soon"), at: agent.phone)
            }
            #expect(type == "Invalid Input")
        },
        CoverageRow(.cancelCallback, "takes a callback back") { world in
            let floor = try await Floor(world)
            let agent = floor.agent
            let call = try await floor.directCall()
            try await agent.client.scheduleCallback(of: call, .number("9785550112"), at: agent.phone)
            await world.settle()
            #expect(try await agent.client.dialog(call).scheduledCallback != nil)
            try await agent.client.cancelCallback(of: call, at: agent.phone)
            await world.settle()
            #expect(try await agent.client.dialog(call).scheduledCallback == nil)
        },
    ]
}
