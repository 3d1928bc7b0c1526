/// Values that are forgotten at an instant of their own.
///
/// What has expired is swept out as the table grows.
struct ExpiringTable<Value: Sendable>: Sendable {
    private struct Entry {
        var value: Value
        var expires: SandboxInstant
    }

    private var entries: [String: Entry] = [:]
    private var sweepAt = 1024

    /// Keeps a value until an instant.
    mutating func set(_ key: String, _ value: Value, until expires: SandboxInstant, now: SandboxInstant) {
        entries[key] = Entry(value: value, expires: expires)
        guard entries.count >= sweepAt else { return }
        entries = entries.filter { $0.value.expires > now }
        sweepAt = max(1024, entries.count * 2)
    }

    /// The value of a key, unless its time is over.
    func value(_ key: String, now: SandboxInstant) -> Value? {
        guard let entry = entries[key], entry.expires > now else { return nil }
        return entry.value
    }

    /// The value of a key whether or not its time is over, for as long as it is remembered.
    func rememberedValue(_ key: String) -> (value: Value, expires: SandboxInstant)? {
        entries[key].map { ($0.value, $0.expires) }
    }

    /// Every value whose time is not over.
    func values(now: SandboxInstant) -> [Value] {
        entries.values.filter { $0.expires > now }.map(\.value)
    }

    /// Changes a value in place; its end stays.
    mutating func update(_ key: String, _ change: (inout Value) -> Void) {
        guard var entry = entries[key] else { return }
        change(&entry.value)
        entries[key] = entry
    }

    /// Changes every value in place.
    mutating func updateAll(_ change: (inout Value) -> Void) {
        for key in entries.keys { update(key, change) }
    }

    /// Takes a value out.
    mutating func remove(_ key: String, now: SandboxInstant) -> Value? {
        guard let entry = entries.removeValue(forKey: key), entry.expires > now else { return nil }
        return entry.value
    }

    /// Forgets everything.
    mutating func removeAll() {
        entries.removeAll()
    }
}
