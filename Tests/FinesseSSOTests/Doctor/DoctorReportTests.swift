import Finesse
import FinesseSSO
import Testing

@Suite("The doctor's report")
struct DoctorReportTests {
    @Test("tries no probe whose predecessor failed, and names that one")
    func obstacle() throws {
        var report = DoctorReport()
        report.add(DoctorFinding(.name, .ok, "x"))
        #expect(report.obstacle(to: .finesseTLS) == nil)
        report.add(DoctorFinding(.finesseTLS, .failed, "x"))
        let skipped = try #require(report.obstacle(to: .systemInfo))
        #expect(skipped.verdict == .skipped && skipped.evidence == "needs \"TLS of Finesse\", which failed")
        report.add(skipped)
        let next = try #require(report.obstacle(to: .mode))
        #expect(next.evidence == "needs \"SystemInfo\", which was skipped")
    }

    @Test("tries a probe whose predecessor was not needed, or only warns")
    func noObstacle() {
        var report = DoctorReport()
        report.add(DoctorFinding(.finesseTLS, .warning, "x"))
        report.add(DoctorFinding(.mode, .ok, "x"))
        report.add(DoctorFinding(.userMode, .skipped, "x"))
        #expect(report.obstacle(to: .redirect) == nil)
    }

    @Test("comes to its worst verdict; what was not looked at does not count", arguments: DoctorVerdict.allCases)
    func worst(verdict: DoctorVerdict) {
        var report = DoctorReport()
        #expect(report.verdict == .ok)
        report.add(DoctorFinding(.name, verdict, "x"))
        report.add(DoctorFinding(.mode, .ok, "x"))
        #expect(report.verdict == (verdict == .skipped ? .ok : verdict))
    }

    @Test("has probes that need only what stands before them")
    func order() {
        for (place, probe) in DoctorProbe.allCases.enumerated() {
            for need in probe.needs {
                #expect(DoctorProbe.allCases.firstIndex(of: need) ?? .max < place, "\(probe) needs \(need)")
            }
        }
    }
}
