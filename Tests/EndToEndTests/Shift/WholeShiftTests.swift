import FinesseSSO
import FinesseSandbox
import Foundation
import Testing
import WebAgent

@Suite("A shift of twelve hours at the sandbox", .timeLimit(.minutes(30)))
struct WholeShiftTests {
    @Test(
        "with faults, two failovers and an outage of the identity provider it ends signed in",
        arguments: Torture.seeds(ordinarily: 100, tortured: 400)
    )
    func shift(seed: UInt64) async throws {
        var configuration = SandboxConfiguration()
        // Signatures would take most of the time; over the wire tokens have them.
        configuration.tokens.form = .opaque
        let sandbox = try await FinesseSandbox.withoutServers(configuration, clock: .virtual())
        let shift = WholeShift(
            sandbox,
            pages: InProcessPageHosts(),
            transport: InnerTransport(sandbox: sandbox),
            seed: seed
        )
        try check(try await shift.run(), of: shift)
        await sandbox.stop()
    }

    @Test(
        "is the same over the wire, with the tokens in files and pages in processes",
        arguments: Torture.seeds(ordinarily: 2, tortured: 10)
    )
    func shiftOverTheWire(seed: UInt64) async throws {
        let directory = try ScratchDirectory()
        // The servers' certificates are of today.
        let clock = SandboxClock.virtual(startingAt: SandboxClock.real().now)
        try await SignInWorld.with(clock: clock) { world in
            let shift = WholeShift(
                world.sandbox,
                pages: world.pages,
                transport: world.transport,
                store: FileTokenStore(directory: directory.path + "/store"),
                lock: FileSessionLock(directory: directory.path + "/store"),
                seed: seed
            )
            try check(try await shift.run(), of: shift)
        }
    }

    private func check(_ end: (log: WholeShift.Log, standing: TokenMachine.Standing), of shift: WholeShift) throws {
        let log = end.log
        let story = "seed \(shift.seed): \(log), \(shift.weather.faults) faults, \(shift.weather.outages)"
        #expect(end.standing == .signedIn, "\(story)")
        #expect(log.wrongs == [], "\(story)")
        // The end of a signed token is a whole second for the server: one that an outage leaves in use to its end may be
        // refused in its last second, and the same call is made again at once with another one.
        let calls = shift.sandbox.journal.entries(party: .finesse, path: "/finesse/api/User/98411")
        for refused in calls where refused.status != 200 {
            let isReplayed = calls.contains {
                $0.number > refused.number && $0.instant == refused.instant && $0.status == 200
            }
            #expect(isReplayed, "\(story)\n\(refused)")
        }

        // A session at the identity provider lasts eight hours: a person is there at the start, and once more.
        #expect(log.fullSignIns == 2, "\(story)")
        #expect(shift.sandbox.journal.entries(party: .identityProvider, method: "POST").count == 2, "\(story)")

        // A sign-in is followed by the next after two hours, the life of the refresh token; sooner only where an answer to
        // a refresh was lost, for the server takes each pair once, or where an outage outlived the access token.
        let signIns = log.fullSignIns + log.silentSignIns
        #expect((6...1 + 6 + shift.weather.lostRefreshes + 3).contains(signIns), "\(story)")

        // Each token is used for 225 to 300 s, but for those that an outage ended.
        let tokens = log.refreshes + signIns
        let troubled = shift.weather.outages.map { $0.seconds.count + 60 }.reduce(0, +)
        #expect(((12 * 3600 - troubled) / 300...12 * 3600 / 225 + 1 + signIns).contains(tokens), "\(story)")
        #expect(log.calls + log.callsWhileNodeWasDown > 600, "\(story)")
    }
}
