import FinesseSSO
import Foundation
import Testing
import TokenStoreTesting

private let directory = "/home/me/state/finessekit"

private func drill(_ work: CrashDrill.Work, _ server: CrashDrill.Server) -> CrashDrill {
    CrashDrill(work: work, server: server) { files, boot in
        FileTokenStore(directory: directory, files: files, boot: boot)
    }
}

/// One drill by name.
struct DrillCase: CustomTestStringConvertible, Sendable {
    var work: CrashDrill.Work
    var server: CrashDrill.Server

    var testDescription: String { "\(work.rawValue), \(server)" }

    /// What a refresh does to the old tokens matters only where there is one.
    static let all = CrashDrill.Work.allCases.flatMap { work in
        CrashDrill.Server.all.filter { work == .refresh || $0.oldTokens == .endAtOnce }
            .map { DrillCase(work: work, server: $0) }
    }
}

@Suite("Crash drill, file token store", .timeLimit(.minutes(10)))
struct CrashDrillTests {
    /// For how many losses power is lost once more; `CRASH_DRILL_SECOND_LOSSES` in the environment makes it more.
    static let secondLosses =
        ProcessInfo.processInfo.environment["CRASH_DRILL_SECOND_LOSSES"].flatMap { Int($0) } ?? 8

    @Test("nothing is lost, at whichever step power is, once or twice", arguments: DrillCase.all)
    func nothingLost(drillCase: DrillCase) async {
        let report = await drill(drillCase.work, drillCase.server).run(secondLosses: Self.secondLosses, seed: 20)
        #expect(report.findings.isEmpty, "\(report.findings.first?.description ?? "")")
        #expect(report.steps.count > 3 && report.losses > report.steps.count)
        // Only a server that ends the old tokens at once, and no session, leave a client nothing to go on by.
        let mayBeHopeless = drillCase.work != .logout && !drillCase.server.keepsSession
        #expect(mayBeHopeless || report.hopeless == 0)
    }

    @Test("each sync is needed: without it something is lost", arguments: CrashDrill.Work.allCases)
    func eachSyncIsNeeded(work: CrashDrill.Work) async {
        let hardest = CrashDrill.Server(oldTokens: .endAtOnce, keepsSession: false)
        let syncs = await drill(work, hardest).run().syncs
        #expect(syncs.count >= (work == .logout ? 1 : 2))
        for (number, path) in syncs.enumerated() {
            var found = false
            for server in [hardest] + CrashDrill.Server.all where !found {
                found = await !drill(work, server).run(ignoringSync: number).findings.isEmpty
            }
            #expect(found, "sync \(number), of \(path), could be left out")
        }
    }
}
