/// How far the writing to a state file has come.
struct StateWriting: Sendable {
    /// The number of the last write that was begun.
    var begun = 0
    /// The number of the last write that ended, well or not.
    var ended = 0
    /// The write under way.
    var task: Task<Result<Void, SandboxError>, Never>?
    /// Whether the next write is of everything: after a state was put in place as a whole, and after a write that failed.
    var replacesAll = false
    /// What the file has of the clock: the setting of a virtual clock, and how far a real one runs ahead.
    var clock: ClockReading?
    /// Which configuration the file has, by its number.
    var revision: Int?
}

extension SandboxWorld {
    /// Waits until everything that changed so far is on the disk; returns at once when nothing is kept there.
    ///
    /// It is called before a request is answered, so that what was answered holds whatever happens. Requests that come
    /// while a write is under way share the next one.
    ///
    /// - Throws: ``SandboxError/state(path:reason:)`` when it cannot be written; the next commit tries again.
    nonisolated func commit() async throws(SandboxError) {
        guard let kept else { return }
        try await commit(to: kept)
    }

    private func commit(to kept: KeptState) async throws(SandboxError) {
        // The write under way took its rows before; what changed since needs the one after it.
        let target = writing.begun + (hasChanges ? 1 : 0)
        while writing.ended < target {
            let task: Task<Result<Void, SandboxError>, Never>
            if let present = writing.task { task = present } else { task = try beginWrite(kept) }
            try await task.value.get()
        }
    }

    /// Writes what is left and lets go of the file.
    func endKeeping() async {
        // Nobody waits for an answer to what would be lost here, and every answer that was given has been written.
        _ = try? await commit()
        kept?.file.close()
    }

    private var hasChanges: Bool {
        var finder = ChangeFinder()
        state.visit(&finder)
        return finder.hasChanges || writing.replacesAll || writing.revision != live.revision
            || writing.clock != comparable(clock.reading)
    }

    /// A real clock's reading without its instant, which is another one each time.
    private func comparable(_ reading: ClockReading) -> ClockReading {
        guard reading.ahead != nil else { return reading }
        return ClockReading(now: SandboxInstant(milliseconds: 0), ahead: reading.ahead)
    }

    private func beginWrite(_ kept: KeptState) throws(SandboxError) -> Task<Result<Void, SandboxError>, Never> {
        let reading = clock.reading
        let revision = live.revision
        var writer = RowWriter(takesAll: writing.replacesAll)
        var changes = StateChanges(replacesAll: writing.replacesAll)
        if writing.replacesAll || writing.revision != revision {
            changes.rows += try kept.rows(clock: reading, configuration: live.configuration)
        } else if writing.clock != comparable(reading) {
            changes.rows.append(try kept.row(reading))
        }
        // From here on the tables note anew; until the write has ended well, the next one is of everything.
        do throws(SandboxError) {
            try state.visit(&writer)
        } catch {
            writing.replacesAll = true
            throw error
        }
        changes.rows += writer.rows
        writing.begun += 1
        writing.replacesAll = false
        writing.revision = revision
        writing.clock = comparable(reading)
        let task = Task { [file = kept.file, changes] in
            let result = await file.write(changes)
            self.writeEnded(result)
            return result
        }
        writing.task = task
        return task
    }

    private func writeEnded(_ result: Result<Void, SandboxError>) {
        writing.task = nil
        writing.ended = writing.begun
        if case .failure = result { writing.replacesAll = true }
    }
}
