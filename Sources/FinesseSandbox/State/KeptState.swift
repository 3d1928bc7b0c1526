/// What a state file had at the start, and what is known of it since.
struct KeptState: Sendable {
    let file: StateFile
    /// The configuration to go on with: the kept one when the sandbox is started as it was before.
    let configuration: SandboxConfiguration
    /// What was remembered.
    let state: WorldState
    /// The kept clock.
    let clock: ClockReading?
    /// The configuration that it is started with, as it is kept.
    private let started: String

    private static let kind = "sandbox"

    /// Opens a file and reads it.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - configuration: The configuration that the sandbox is started with.
    ///   - clock: The sandbox's clock, which is set to the kept one.
    /// - Throws: ``SandboxError`` when the file cannot be used.
    init(path: String, startedWith configuration: SandboxConfiguration, clock: SandboxClock) throws(SandboxError) {
        file = try StateFile(path: path)
        started = SecretDigest.of(try StateJSON.text(try KeptConfiguration(configuration)))
        var own: [String: String] = [:]
        var rows: [String: [StateRow]] = [:]
        for row in try file.rows() {
            if row.kind == Self.kind { own[row.key] = row.value } else { rows[row.kind, default: []].append(row) }
        }
        self.clock = try own["clock"].map { text throws(SandboxError) in
            guard let reading = StateJSON.value(ClockReading.self, text) else {
                throw StateFile.damaged(path, "its clock is not readable")
            }
            return reading
        }
        if own["started"] == started, let text = own["configuration"] {
            guard let kept = StateJSON.value(KeptConfiguration.self, text) else {
                throw StateFile.damaged(path, "its configuration is not readable")
            }
            self.configuration = try kept.restored(into: configuration)
        } else {
            // Whoever starts it otherwise than before wants it so.
            self.configuration = configuration
        }
        if let reading = self.clock { clock.set(to: reading) }
        var reader = RowReader(rows: rows, now: clock.now)
        var state = WorldState()
        do throws(RowReader.Unreadable) {
            try state.visit(&reader)
        } catch {
            throw StateFile.damaged(path, "a row of \(error.row.kind) is not readable")
        }
        if let unknown = reader.rows.keys.min() {
            throw .state(
                path: path,
                reason: "it has \(unknown), which this release does not know. Use the later release"
            )
        }
        self.state = state
    }

    /// The rows that say how the sandbox is set.
    func rows(clock: ClockReading, configuration: SandboxConfiguration) throws(SandboxError) -> [StateRow] {
        [
            StateRow(kind: Self.kind, key: "started", value: started),
            StateRow(
                kind: Self.kind,
                key: "configuration",
                value: try StateJSON.text(try KeptConfiguration(configuration))
            ),
            try row(clock),
        ]
    }

    /// The row of the clock.
    func row(_ clock: ClockReading) throws(SandboxError) -> StateRow {
        StateRow(kind: Self.kind, key: "clock", value: try StateJSON.text(clock))
    }
}
