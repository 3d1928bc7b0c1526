public import Finesse

/// What one probe has shown; it holds no secret.
public struct DoctorFinding: Hashable, Sendable {
    /// The probe.
    public var probe: DoctorProbe
    /// What it comes to.
    public var verdict: DoctorVerdict
    /// What was seen, a sentence without its full stop.
    public var evidence: String
    /// What to do next, one or more sentences; nil where there is nothing to do.
    public var nextAction: String?
    /// The short, lasting name of a documented fault that was recognised.
    public var fault: String?
    /// Whether probes that need this one have nothing to go on.
    public var isObstacle: Bool

    /// Makes a finding from its parts.
    ///
    /// - Parameters:
    ///   - probe: The probe.
    ///   - verdict: What it comes to.
    ///   - evidence: What was seen.
    ///   - nextAction: What to do next.
    ///   - fault: The name of a documented fault.
    ///   - isObstacle: Whether probes that need this one have nothing to go on; after a failure they have not, unless told.
    public init(
        _ probe: DoctorProbe,
        _ verdict: DoctorVerdict,
        _ evidence: String,
        nextAction: String? = nil,
        fault: String? = nil,
        isObstacle: Bool? = nil
    ) {
        self.probe = probe
        self.verdict = verdict
        self.evidence = evidence
        self.nextAction = nextAction
        self.fault = fault
        self.isObstacle = isObstacle ?? (verdict == .failed)
    }

    /// Makes a finding of a failure that has been explained already.
    ///
    /// - Parameters:
    ///   - probe: The probe.
    ///   - explanation: The failure.
    ///   - verdict: What it comes to.
    ///   - fault: The name of a documented fault.
    public init(
        _ probe: DoctorProbe,
        _ explanation: FailureExplanation,
        _ verdict: DoctorVerdict = .failed,
        fault: String? = nil
    ) {
        self.init(
            probe,
            verdict,
            "\(explanation.host): \(explanation.problem)",
            nextAction: explanation.nextAction,
            fault: fault
        )
    }
}

/// What all probes have shown, in their order.
public struct DoctorReport: Hashable, Sendable {
    /// The findings.
    public private(set) var findings: [DoctorFinding] = []

    /// Makes an empty report.
    public init() {}

    /// Adds a finding.
    ///
    /// - Parameter finding: What the next probe has shown.
    public mutating func add(_ finding: DoctorFinding) { findings.append(finding) }

    /// The worst verdict of what was looked at; ``DoctorVerdict/ok`` where nothing was found.
    public var verdict: DoctorVerdict { findings.map(\.verdict).filter { $0 != .skipped }.max() ?? .ok }

    /// What a probe has shown.
    ///
    /// - Parameter probe: The probe.
    /// - Returns: Its finding; nil before it was its turn.
    public func finding(of probe: DoctorProbe) -> DoctorFinding? { findings.first { $0.probe == probe } }

    /// Why a probe cannot be tried: the finding to add in its place.
    ///
    /// - Parameter probe: The probe whose turn it is.
    /// - Returns: That it is skipped, with the reason; nil where nothing stands against it.
    public func obstacle(to probe: DoctorProbe) -> DoctorFinding? {
        for need in probe.needs {
            guard let finding = finding(of: need), finding.isObstacle else { continue }
            let reason = finding.verdict == .skipped ? "was skipped" : "failed"
            return DoctorFinding(probe, .skipped, "needs \"\(need.title)\", which \(reason)", isObstacle: true)
        }
        return nil
    }
}
