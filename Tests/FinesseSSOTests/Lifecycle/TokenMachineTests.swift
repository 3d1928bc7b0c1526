import FinesseSSO
import FinesseTypes
import Testing

/// Drives a machine without jitter and keeps its last actions.
private struct Drive {
    var machine = TokenMachine()

    mutating func send(_ event: TokenEvent, _ second: Int, boot: String = "first", wallShift: Int = 0) -> [TokenAction]
    {
        machine.handle(event, at: at(second, boot: boot, wallShift: wallShift), jitter: 0)
    }

    /// A machine with tokens that arrived at the start of the day.
    static func signedIn(life: Int = 300) -> Drive {
        var drive = Drive()
        _ = drive.send(.loaded(tokens("a", life: life)), 0)
        return drive
    }
}

@Suite("The life of tokens as a state machine")
struct TokenMachineTests {
    @Test("stored tokens are given out at once, and the next look is at 75 % of their life")
    func loads() {
        var drive = Drive()
        #expect(drive.send(.loaded(tokens("a")), 0) == [.publish(tokens("a")), .wake(after: .seconds(225))])
    }

    @Test("without stored tokens a sign-in that asks nobody comes first")
    func loadsNothing() {
        var drive = Drive()
        #expect(drive.send(.loaded(nil), 0) == [.signInSilently])
    }

    @Test("a refresh is tried at 75, 80, 85, 90 and 95 % while it fails for a reason that may pass")
    func tries() {
        var drive = Drive.signedIn()
        for (number, second) in [225, 240, 255, 270, 285].enumerated() {
            #expect(drive.send(.woke, second) == [.refresh(tokens("a"))])
            let actions = drive.send(.failed(transient()), second)
            #expect(!actions.contains { if case .refuse = $0 { true } else { false } }, "the token is still good")
            if number < 4 { #expect(actions.last == .wake(after: .seconds(15))) }
        }
    }

    @Test("before it is due nothing is refreshed")
    func notYet() {
        var drive = Drive.signedIn()
        #expect(drive.send(.woke, 224) == [.wake(after: .seconds(1))])
    }

    @Test("jitter puts a refresh off by four percent of the life at most")
    func jitter() {
        var machine = TokenMachine()
        let actions = machine.handle(.loaded(tokens("a")), at: at(0), jitter: 1)
        #expect(actions.last == .wake(after: .seconds(237)))
    }

    @Test("a new pair is saved before it is given to anybody")
    func savesFirst() {
        var drive = Drive.signedIn()
        _ = drive.send(.woke, 225)
        let new = tokens("b", received: 225)
        #expect(drive.send(.renewed(new), 225) == [.save(new)])
        #expect(drive.machine.tokens == tokens("a"))
        #expect(drive.send(.saved, 225) == [.publish(new), .wake(after: .seconds(225))])
    }

    @Test("a pair that cannot be saved is used all the same, and saved again half a minute later")
    func saveFails() {
        var drive = Drive.signedIn()
        _ = drive.send(.woke, 225)
        let new = tokens("b", received: 225)
        _ = drive.send(.renewed(new), 225)
        let actions = drive.send(.saveFailed("no room"), 225)
        #expect(actions == [.notice(.notSaved("no room")), .publish(new), .wake(after: .seconds(30))])
        #expect(drive.send(.woke, 255) == [.save(new)])
        #expect(drive.send(.saved, 255) == [.wake(after: .seconds(195))])
    }

    @Test("a failure that is final ends the keeping, but not the token that is still good")
    func finalFailure() {
        var drive = Drive.signedIn()
        _ = drive.send(.woke, 225)
        let reason = AccessTokenUnavailable(reason: "no such client.", nextAction: "Ask.", isFinal: true)
        #expect(drive.send(.failed(reason), 225) == [.notice(.failed(reason))])
        #expect(drive.send(.wanted, 299) == [.publish(tokens("a"))])
        #expect(drive.send(.wanted, 300) == [.refuse(reason)])
    }

    @Test("a refused refresh leads to a silent sign-in, and only then to a person")
    func asksLast() {
        var drive = Drive.signedIn()
        _ = drive.send(.woke, 225)
        let refused = drive.send(.renewalRefused(.redirect(302)), 225)
        #expect(refused == [.notice(.refreshRefused(.redirect(302))), .signInSilently])
        let reason = AccessTokenUnavailable(reason: "a login page.", nextAction: "Sign in.", isFinal: true)
        #expect(drive.send(.needsPerson(reason), 226) == [.askPerson(reason)])
        #expect(drive.send(.woke, 230) == [])
        #expect(drive.send(.wanted, 300) == [.refuse(reason)])
        let new = tokens("b", received: 400)
        #expect(drive.send(.signedIn(new), 400) == [.save(new)])
        #expect(drive.send(.saved, 400).first == .publish(new))
    }

    @Test("tokens that were refused are not offered again when the sign-in fails for a reason that may pass")
    func refusedOnce() {
        var drive = Drive.signedIn()
        _ = drive.send(.woke, 225)
        _ = drive.send(.renewalRefused(.page), 225)
        _ = drive.send(.failed(transient()), 226)
        #expect(drive.send(.woke, 240) == [.signInSilently])
    }

    @Test("however many want a token when it is over, there is one refresh")
    func singleFlight() {
        var drive = Drive.signedIn()
        #expect(drive.send(.wanted, 301) == [.refresh(tokens("a"))])
        for _ in 0..<1000 { #expect(drive.send(.wanted, 301) == []) }
        #expect(drive.send(.woke, 302) == [])
    }

    @Test("a 401 takes the token back and refreshes; a 401 to an older token gives the newer one")
    func unauthorized() {
        var drive = Drive.signedIn()
        #expect(drive.send(.refused(AccessToken("older")), 10) == [.publish(tokens("a"))])
        #expect(drive.send(.refused(AccessToken("a")), 10) == [.withdraw, .refresh(tokens("a"))])
        #expect(drive.send(.wanted, 11) == [])
    }

    @Test("whoever waits is told of a failure at once, and tries pause longer each time, a minute at most")
    func pauses() {
        var drive = Drive.signedIn()
        var second = 300
        var pauses: [Duration] = []
        #expect(drive.send(.wanted, second) == [.refresh(tokens("a"))])
        for _ in 0..<9 {
            let actions = drive.send(.failed(transient()), second)
            #expect(actions.contains(.refuse(transient())))
            guard case .wake(let pause) = actions.last else {
                Issue.record("nothing comes after \(actions)")
                return
            }
            pauses.append(pause)
            #expect(drive.send(.wanted, second) == [.refuse(transient()), .wake(after: pause)])
            second += Int(pause.components.seconds) + 1
            #expect(drive.send(.woke, second) == [.refresh(tokens("a"))])
        }
        #expect(pauses.first == .milliseconds(500))
        #expect(pauses.last == .seconds(30))
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test("an answer without a refresh token is kept, and followed by a sign-in when it is over")
    func noRefreshToken() {
        var drive = Drive()
        _ = drive.send(.loaded(tokens("a", refresh: nil)), 0)
        #expect(drive.send(.woke, 225) == [.signInSilently])
    }

    @Test("what another program has stored is taken over without a request, also in place of a refresh that was due")
    func replaced() {
        var drive = Drive.signedIn()
        _ = drive.send(.woke, 225)
        let other = tokens("b", received: 224)
        #expect(drive.send(.replaced(other), 226).first == .publish(other))
        #expect(drive.machine.work == .none)
        #expect(drive.send(.replaced(tokens("a")), 227) == [], "older than what is there")
    }

    @Test("two hours of suspend are seen at the first look")
    func suspend() {
        var drive = Drive.signedIn()
        #expect(drive.send(.woke, 7200) == [.refresh(tokens("a"))])
    }

    @Test("a wall clock that was set back does not make a token live longer")
    func setBack() {
        var drive = Drive.signedIn()
        #expect(drive.send(.woke, 230, wallShift: -86_400) == [.refresh(tokens("a"))])
        #expect(!drive.machine.isUsable(at: at(300, wallShift: -86_400)))
    }

    @Test("a wall clock that was set forward ends a token early rather than late")
    func setForward() {
        let drive = Drive.signedIn()
        #expect(!drive.machine.isUsable(at: at(10, wallShift: 3600)))
    }

    @Test("after the machine was started anew the wall clock alone tells, and a token of the future is due")
    func reboot() {
        let drive = Drive.signedIn()
        #expect(drive.machine.isUsable(at: at(100, boot: "second")))
        #expect(!drive.machine.isUsable(at: at(301, boot: "second")))
        let lifecycle = TokenLifecycle(tokens("a"))
        #expect(lifecycle.phase(at: at(-50, boot: "second")) == .refreshDue)
        #expect(lifecycle.phase(at: at(-50, boot: nil)) == .refreshDue)
    }

    @Test("after a sign-out nobody gets a token")
    func signedOut() {
        var drive = Drive.signedIn()
        #expect(drive.send(.signedOut, 10).contains { if case .refuse = $0 { true } else { false } })
        #expect(drive.machine.tokens == nil)
        #expect(drive.send(.wanted, 11).contains { if case .refuse(let reason) = $0 { reason.isFinal } else { false } })
    }
}
