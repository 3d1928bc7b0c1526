/// Values that are forgotten at an instant of their own, or never.
///
/// What has expired is swept out as the table grows. A table that is kept on disk as well notes which of its keys changed.
struct ExpiringTable<Value: Codable & Sendable>: Sendable {
    /// A value and its end.
    struct Entry: Codable, Sendable {
        var value: Value
        /// When it is forgotten; nothing for a value that stays.
        var expires: SandboxInstant?

        fileprivate func isOver(_ now: SandboxInstant) -> Bool { expires.map { $0 <= now } ?? false }
    }

    /// Every entry by its key, those included that are over and not yet swept out.
    private(set) var entries: [String: Entry] = [:]
    private var sweepAt = 1024
    /// The keys that changed since they were last asked for; nothing when nobody asks.
    private var changed: Set<String>?

    /// Keeps a value until an instant, or for ever.
    mutating func set(_ key: String, _ value: Value, until expires: SandboxInstant? = nil, now: SandboxInstant) {
        entries[key] = Entry(value: value, expires: expires)
        changed?.insert(key)
        guard entries.count >= sweepAt else { return }
        sweep(now)
    }

    /// The value of a key, unless its time is over.
    func value(_ key: String, now: SandboxInstant) -> Value? {
        guard let entry = entries[key], !entry.isOver(now) else { return nil }
        return entry.value
    }

    /// The value of a key whether or not its time is over, for as long as it is remembered.
    func rememberedValue(_ key: String) -> Value? { entries[key]?.value }

    /// Every value whose time is not over.
    func values(now: SandboxInstant) -> [Value] {
        entries.values.filter { !$0.isOver(now) }.map(\.value)
    }

    /// Changes a value in place; its end stays.
    mutating func update(_ key: String, _ change: (inout Value) -> Void) {
        guard var entry = entries[key] else { return }
        change(&entry.value)
        entries[key] = entry
        changed?.insert(key)
    }

    /// Changes every value in place.
    mutating func updateAll(_ change: (inout Value) -> Void) {
        for key in entries.keys { update(key, change) }
    }

    /// Takes a value out.
    @discardableResult
    mutating func remove(_ key: String, now: SandboxInstant) -> Value? {
        guard let entry = entries.removeValue(forKey: key) else { return nil }
        changed?.insert(key)
        return entry.isOver(now) ? nil : entry.value
    }

    /// Forgets everything.
    mutating func removeAll() {
        changed?.formUnion(entries.keys)
        entries.removeAll()
    }

    /// Forgets what is over.
    mutating func sweep(_ now: SandboxInstant) {
        let over = entries.filter { $0.value.isOver(now) }.keys
        for key in over { entries[key] = nil }
        changed?.formUnion(over)
        sweepAt = max(1024, entries.count * 2)
    }
}

// MARK: Changes

extension ExpiringTable {
    /// Whether a key changed since the changes were last taken.
    var hasChanges: Bool { changed?.isEmpty == false }

    /// Notes changes from now on, or no longer; what was noted is dropped.
    mutating func notesChanges(_ notes: Bool) {
        changed = notes ? [] : nil
    }

    /// Takes the keys that changed, each with what it stands for now; nothing stands for a key that is gone.
    mutating func takeChanges() -> [(key: String, entry: Entry?)] {
        guard let keys = changed, !keys.isEmpty else { return [] }
        changed = []
        return keys.map { ($0, entries[$0]) }
    }

    /// Puts an entry back as it was kept.
    mutating func load(_ key: String, _ entry: Entry) {
        entries[key] = entry
        sweepAt = max(1024, entries.count * 2)
    }
}

extension ExpiringTable: Codable {
    init(from decoder: any Decoder) throws {
        entries = try decoder.singleValueContainer().decode([String: Entry].self)
        sweepAt = max(1024, entries.count * 2)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(entries)
    }
}

/// A value that says nothing: that its key is there is all there is to know.
struct PresenceMark: Codable, Hashable, Sendable {}
