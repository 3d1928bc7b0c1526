import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import WebAgent

/// A working day of ten agents at a sandbox whose clock is turned: everybody signs in through the pages, callers arrive, and
/// what happened is counted.
struct WorkingDay: Sendable {
    /// How far the clock is turned before everybody looks again.
    static let step = Duration.seconds(30)
    private static let length = Duration.seconds(8 * 3600)

    private let sandbox: FinesseSandbox
    private let signOn: SingleSignOn
    private let transport: any HTTPTransport
    private let seed: Int
    private let console: Console

    init(_ sandbox: FinesseSandbox, seed: Int, console: Console) throws {
        self.sandbox = sandbox
        self.seed = seed
        self.console = console
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [sandbox.certificateAuthorityPEM]
        configuration.addressOverrides = try sandbox.connectTo.map { text throws in
            try AddressOverride(text.description)
        }
        transport = try CurlHTTPTransport(configuration)
        let address = try ServerAddress(
            parsing: "\(sandbox.origins.host(.finesse)):\(sandbox.origins.port(.finesse))"
        )
        let rule = PasswordRule(origins: [sandbox.origins.text(.identityProvider)])
        signOn = SingleSignOn(transport: transport, address: address, options: SignInOptions(passwordRule: rule))
    }

    /// Plays the day.
    ///
    /// - Parameter pages: Shows the pages of the sign-ins.
    /// - Returns: What happened.
    /// - Throws: What a sign-in or an agent's call throws.
    func play(with pages: SignInPages) async throws -> DayResult {
        var chance = DayChance(seed: seed)
        var staff: [DayAgent] = []
        var tokens: [DayTokens] = []
        for user in sandbox.configuration.users {
            let (client, id, source) = try await signIn(user, pages)
            staff.append(plan(client, FinesseAgent(id, client: client), user, staff.count))
            tokens.append(source)
        }
        console.output("Ten agents have signed in through the identity provider; the day begins.")
        var time = Duration.zero
        var ready: [String: String] = [:]
        var hour = 0
        // Half an hour more than the day: whoever still talks finishes.
        while time < Self.length || time < Self.length + .seconds(1800) && !ready.isEmpty {
            for index in staff.indices {
                let name = staff[index].name
                let others = ready.filter { $0.key != name && $0.value == "READY" }.keys.sorted()
                let colleague = others.first.flatMap { other in staff.first { $0.name == other }?.phone }
                let state = try await staff[index].act(
                    at: time,
                    passed: Self.step,
                    chance: &chance,
                    colleague: colleague
                )
                ready[name] = state == .logout ? nil : state.rawValue
            }
            await sandbox.clock.advance(by: Self.step)
            time += Self.step
            if time >= .seconds((hour + 1) * 3600), hour < 8 {
                hour += 1
                let answered = staff.reduce(0) { $0 + $1.tally.answered }
                console.talk("  hour \(hour): \(answered) calls answered so far")
            }
        }
        var refreshes = 0
        for source in tokens { refreshes += await source.refreshes }
        return DayResult(staff: staff, counts: await sandbox.contactCentreCounts(), refreshes: refreshes)
    }

    /// Through the pages of the identity provider, with a user agent of one's own.
    private func signIn(
        _ user: SandboxUser,
        _ pages: SignInPages
    ) async throws -> (FinesseClient, LoginID, DayTokens) {
        let agent = pages.agent(over: transport, options: signOn.options)
        let name = UserName(user.loginName)
        let credentials = SignInCredentials(userName: user.loginName, password: Password(user.password.characters))
        let outcome = try await signOn.signIn(name, credentials: credentials, agent: agent)
        await agent.close()
        guard case .signedIn(let signedIn) = outcome, let tokens = signedIn.tokens else {
            throw SignInAdvice.failure(for: outcome) ?? CommandFailure(.failure, "The sign-in ended without a token.")
        }
        let source = DayTokens(tokens, of: name, at: signedIn.origin, signOn: signOn, clock: sandbox.clock)
        let client = FinesseClient(
            transport: transport,
            origin: signedIn.origin,
            credentials: .bearer(source),
            clock: SandboxWaitingClock(sandbox.clock)
        )
        return (client, signedIn.loginID, source)
    }

    /// The shifts begin a few minutes apart; breaks come one after the other, so that somebody is always there.
    private func plan(
        _ client: FinesseClient,
        _ agent: FinesseAgent,
        _ user: SandboxUser,
        _ number: Int
    ) -> DayAgent {
        func minutes(_ from: Int, _ length: Int) -> Range<Duration> {
            Duration.seconds(from * 60)..<Duration.seconds((from + length) * 60)
        }
        return DayAgent(
            client: client,
            agent: agent,
            name: "\(user.firstName) \(user.lastName)",
            phone: "2\(user.loginId)",
            shift: minutes(number * 2, 480 - number * 2 - 1),
            breaks: [
                minutes(60 + 15 * number, 15), minutes(210 + 15 * (number % 5), 30), minutes(330 + 12 * number, 15),
            ]
        )
    }
}

/// What happened on the day.
struct DayResult: Sendable {
    var staff: [DayAgent]
    var counts: SandboxCentreCounts
    /// How often a token was refreshed.
    var refreshes: Int

    /// A row for each agent.
    var table: ReportTable {
        var table = ReportTable(
            [
                .init("agent", "Agent"), .init("answered", "Answered"), .init("missed", "Missed"),
                .init("held", "Held"),
                .init("transferred", "Transferred"), .init("wrappedUp", "Wrapped up"), .init("undone", "Undone"),
                .init("talkMinutes", "Talking"),
                .init("afterCallMinutes", "After call"), .init("readyMinutes", "Ready"),
                .init("notReadyMinutes", "Not ready"),
            ],
            empty: "Nobody worked."
        )
        for agent in staff {
            let tally = agent.tally
            let numbers = [tally.answered, tally.missed, tally.held, tally.transferred, tally.wrappedUp, tally.undone]
            let spans = [tally.talking, tally.afterCall, tally.waiting, tally.away].map {
                Report.Value.text("\($0.components.seconds / 60) min")
            }
            table.add([.text(agent.name)] + numbers.map { .number($0) } + spans)
        }
        return table
    }

    /// The day in sentences.
    var summary: [String] {
        [
            "\(counts.offered) calls came in; \(counts.answered) were answered, \(counts.abandoned) callers gave up,"
                + " \(counts.offered - counts.answered - counts.abandoned) were still waiting at the end.",
            "Tokens were refreshed \(refreshes) times, and nobody had to sign in again.",
        ]
    }
}
