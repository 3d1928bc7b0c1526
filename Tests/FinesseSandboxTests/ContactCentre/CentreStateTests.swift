import Testing

@testable import FinesseSandbox

@Suite("The contact centre, kept, put back and told")
struct CentreStateTests {
    @Test("calls, callers and what is about to happen are put back by a snapshot, in another sandbox as well")
    func snapshot() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002")
        await centre.signIn("1003", then: "READY")
        let call = try await centre.talk("1001", "1002")
        try await centre.sandbox.bringCaller(patience: .seconds(100), handleTime: .zero)
        await centre.begin("1004", to: "1")
        let snapshot = try SandboxSnapshot(json: try await centre.sandbox.snapshot().json())
        let other = try await Centre()
        try await other.sandbox.restore(snapshot)
        #expect(await other.parties(call, as: "1001") == ["21001": "ACTIVE", "21002": "ACTIVE", "": "ACTIVE"])
        #expect(await other.user("1003") == "RESERVED")
        #expect(await other.lastEvent == centre.lastEvent)
        // Its phone is known to be taken, and the ringing ends by its timer.
        await other.advance(.seconds(15))
        #expect(await other.dialogs("1003") != centre.dialogs("1003"))
        await other.act("1001", "DROP", on: call)
        #expect(await other.user("1002") == "NOT_READY")
        try await other.sandbox.reset()
        #expect(await other.lastEvent == 0)
        #expect(await other.user("1001") == "LOGOUT")
    }

    @Test("the journal of notifications keeps the last ones")
    func bounded() async throws {
        let centre = try await Centre()
        for number in 0..<(SandboxWorld.notificationLimit + 5) {
            await centre.sandbox.world.publish(
                NotificationRecord(node: "n", source: "s", method: "PUT", data: String(number))
            )
        }
        let kept = await centre.sandbox.notifications()
        #expect(kept.count == SandboxWorld.notificationLimit)
        #expect(kept.first?.data == "5")
        #expect(kept.last?.number == SandboxWorld.notificationLimit + 5)
    }

    @Test("the control lists notifications, sends them as they come, and brings calls")
    func control() async throws {
        let centre = try await Centre()
        let control = ControlClient(sharing: centre.sandbox)
        await centre.signIn("1001", then: "READY")
        let listed = await control.send("GET", "/control/notifications?node=/finesse/api/User/1001")
        #expect(listed.text.split(separator: #""number":"#).count == 3)
        #expect(
            await control.send("POST", "/control/contact-centre/calls", #"{"queue":"10","handleTime":"60s"}"#).status
                == 204
        )
        #expect(await centre.user("1001") == "RESERVED")
        #expect(await control.send("GET", "/control/contact-centre").text.contains(#""offered":1"#))
        #expect(await control.send("POST", "/control/contact-centre/calls", #"{"campaign":"preview"}"#).status == 409)
        #expect(await control.send("POST", "/control/contact-centre/calls", #"{"campaign":"x"}"#).status == 422)
        #expect(await control.send("POST", "/control/contact-centre/calls", #"{"queue":"99"}"#).status == 422)
        let last = await centre.lastEvent
        var events = ControlContactCentre.events(of: centre.sandbox.world, after: last - 1).makeAsyncIterator()
        #expect(await events.next()?.hasPrefix(":") == true)
        let event = await events.next()
        #expect(event?.hasPrefix("event: notification\nid: \(last)\n") == true)
    }

    @Test("twelve thousand agents sign in without being looked through one by one")
    func many() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(
            .with { configuration in
                configuration.users = (0..<12_000).map { number in
                    SandboxUser(loginName: "n\(number)", loginId: "\(100_000 + number)", password: "p")
                }
            }
        )
        for user in sandbox.configuration.users {
            await sandbox.world.perform(
                AgentOrder(
                    loginId: user.loginId,
                    kind: .signIn(phone: "7\(user.loginId)", mobile: nil, deviceId: nil)
                )
            )
        }
        #expect(await sandbox.world.signedInCount == 12_000)
        #expect(await sandbox.world.agentAt("7111999") == "111999")
        #expect(await sandbox.notifications().count == SandboxWorld.notificationLimit)
    }
}
