extension SandboxWorld {
    /// Everything that is remembered now, without what is over.
    func snapshot() throws(SandboxError) -> SandboxSnapshot {
        var copy = state
        var sweep = Sweep(now: clock.now)
        copy.visit(&sweep)
        return SandboxSnapshot(
            clock: clock.reading,
            configuration: try KeptConfiguration(live.configuration),
            state: copy
        )
    }

    /// Puts another state in place of the present one; the events that it waits for are waited for.
    func replaceState(_ state: WorldState) {
        self.state = state
        if kept != nil {
            var start = NoteChanges()
            self.state.visit(&start)
            writing.replacesAll = true
        }
        armEvents()
    }
}

/// Sweeps out of every table what is over.
private struct Sweep: WorldStateVisitor {
    let now: SandboxInstant

    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(Never) { table.sweep(now) }
}

/// Lets every table note what changes from now on.
private struct NoteChanges: WorldStateVisitor {
    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(Never) {
        table.notesChanges(true)
    }
}
