public import FinesseSSO
import FinesseTypes

/// Loses power at every step of a program's work with a store, and looks whether the next run has a working token
/// without a person.
///
/// At each step every state is tried that ``SimulatedDisk`` may have after a loss of power. What the next run must have
/// is what the program had told its user: a token that was given out still leads to a token, by the old pair, the new
/// pair or the session at the identity provider; what was forgotten stays so. Before the new pair was given out the old
/// one is what counts: where the server has ended it and no session lives, no client could go on, and the step is counted
/// in ``Report/hopeless``.
///
/// ```swift
/// let drill = CrashDrill(work: .refresh, server: server) { files, boot in
///     FileTokenStore(directory: "/home/me/state", files: files, boot: boot)
/// }
/// #expect(await drill.run().findings.isEmpty)
/// ```
public struct CrashDrill: Sendable {
    /// What the program does when power is lost.
    public enum Work: String, CaseIterable, Sendable {
        /// A person has signed in for the first time; the record is saved and used.
        case signIn = "a first sign-in"
        /// The same where something that is no record stands in its place, which nobody may lose.
        case signInOverDamage = "a sign-in over a damaged record"
        /// The token is over; the pair is refreshed, saved and used.
        case refresh = "a refresh"
        /// The refresh token is over, too; the session at the identity provider gives a new pair, which is saved and used.
        case silentSignIn = "a silent sign-in"
        /// The record is removed.
        case logout = "a logout"
    }

    /// What a refresh does to the tokens it was made with.
    public enum OldTokens: String, CaseIterable, Sendable {
        /// They live on.
        case stay = "stay"
        /// They end before the answer is on its way.
        case endAtOnce = "end at once"
        /// The refresh token ends when the new access token is first used.
        case endAtFirstUse = "end at the first use of the new ones"
        /// The refresh token is the same again.
        case areGivenAgain = "are given again"
    }

    /// How the model server behaves.
    public struct Server: Hashable, Sendable, CustomStringConvertible {
        /// What a refresh does to the tokens it was made with.
        public var oldTokens: OldTokens
        /// Whether the session at the identity provider lives when the next run begins.
        public var keepsSession: Bool

        /// Makes a server.
        ///
        /// - Parameters:
        ///   - oldTokens: What a refresh does to the tokens it was made with.
        ///   - keepsSession: Whether the session at the identity provider lives when the next run begins.
        public init(oldTokens: OldTokens, keepsSession: Bool) {
            self.oldTokens = oldTokens
            self.keepsSession = keepsSession
        }

        /// Every server there is.
        public static let all = OldTokens.allCases.flatMap { oldTokens in
            [true, false].map { Server(oldTokens: oldTokens, keepsSession: $0) }
        }

        /// What it does, in words.
        public var description: String {
            "old tokens \(oldTokens.rawValue), the session \(keepsSession ? "lives" : "is over")"
        }
    }

    /// A loss of power after which the next run has not what it must have.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// After which steps power was lost, first and second time.
        public var steps: [String]
        /// What was on the disk then.
        public var disk: [String]
        /// What the next run lacked.
        public var problem: String

        /// All of it as a sentence.
        public var description: String {
            "power was lost after \(steps.joined(separator: ", then after ")); on the disk: "
                + "\(disk.isEmpty ? "nothing" : disk.joined(separator: ", ")); \(problem)"
        }
    }

    /// What a drill found.
    public struct Report: Sendable {
        /// The steps of the work, in order.
        public var steps: [String] = []
        /// The syncs of the work that had something to write down, in order.
        public var syncs: [String] = []
        /// How many losses of power were tried, each with one state of the disk.
        public var losses = 0
        /// How many of them no client could have got over.
        public var hopeless = 0
        /// Those after which the next run had not what it must have.
        public var findings: [Finding] = []
    }

    let work: Work
    let server: Server
    let makeStore: @Sendable (any StoreFileSystem, String) -> any TokenStore

    /// Makes a drill.
    ///
    /// - Parameters:
    ///   - work: What the program does when power is lost.
    ///   - server: How the model server behaves.
    ///   - makeStore: Opens the store on a disk, at a start of the machine of this name.
    public init(
        work: Work,
        server: Server,
        makeStore: @escaping @Sendable (any StoreFileSystem, String) -> any TokenStore
    ) {
        self.work = work
        self.server = server
        self.makeStore = makeStore
    }

    /// Runs the drill.
    ///
    /// - Parameters:
    ///   - ignoredSync: The number, from 0, of a sync in ``Report/syncs`` that is left out; nil where all are done.
    ///   - secondLosses: For how many of the losses power is lost once more, at each step of the next run.
    ///   - seed: Chooses among states of the disk where there are too many, and the second losses.
    /// - Returns: What it found.
    public func run(ignoringSync ignoredSync: Int? = nil, secondLosses: Int = 0, seed: UInt64 = 1) async -> Report {
        var report = Report()
        let world = DrillWorld(await beginning(), ignoredSync: ignoredSync, start: 600, boot: "first")
        if let problem = await doWork(in: world) {
            report.findings.append(Finding(steps: ["nothing"], disk: [], problem: problem))
        }
        report.steps = world.moments.map(\.event)
        report.syncs = world.disk.syncs
        var chance = SeededGenerator(seed: seed)
        var seconds: [(DrillWorld.Moment, [DrillWorld.Moment])] = []
        for moment in world.moments {
            for next in await lose(after: moment, steps: [moment.event], seed: chance.next(), into: &report) {
                seconds.append((moment, next.moments))
            }
        }
        for (first, moments) in seconds.shuffled(using: &chance).prefix(secondLosses) {
            for moment in moments {
                _ = await lose(after: moment, steps: [first.event, moment.event], seed: chance.next(), into: &report)
            }
        }
        return report
    }
}
