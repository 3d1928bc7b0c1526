/// What is on a disk and what is only on its way there, as a value.
struct DiskState: Hashable, Sendable {
    /// One file or directory, whatever its names are.
    enum Node: Hashable, Sendable {
        /// Its bytes, and whether they would all be there after a loss of power.
        case file([UInt8], isSynced: Bool)
        /// The entries that would be there after a loss of power, and the changes since, in order.
        case directory(entries: [String: Int], pending: [Change])
    }

    /// A change of a directory's entries.
    enum Change: Hashable, Sendable {
        case set(String, Int)
        case remove(String)
        case rename(String, to: String, Int)

        func apply(to entries: inout [String: Int]) {
            switch self {
            case .set(let name, let node): entries[name] = node
            case .remove(let name): entries[name] = nil
            case .rename(let name, let target, let node):
                entries[name] = nil
                entries[target] = node
            }
        }
    }

    static let root = 0
    /// As most file systems have it.
    static let longestName = 255

    var nodes: [Int: Node] = [root: .directory(entries: [:], pending: [])]
    private var lastNode = root

    mutating func add(_ node: Node) -> Int {
        lastNode += 1
        nodes[lastNode] = node
        return lastNode
    }

    /// The entries as running programs see them.
    func entries(of node: Int) -> [String: Int]? {
        guard case .directory(var entries, let pending)? = nodes[node] else { return nil }
        for change in pending { change.apply(to: &entries) }
        return entries
    }

    func node(at path: String) -> Int? {
        path.split(separator: "/").reduce(Optional(Self.root)) { node, name in
            node.flatMap { entries(of: $0)?[String(name)] }
        }
    }

    mutating func change(_ directory: Int, _ change: Change) {
        guard case .directory(let entries, let pending)? = nodes[directory] else { return }
        nodes[directory] = .directory(entries: entries, pending: pending + [change])
    }

    /// Whether a sync of it would put anything on the disk.
    func isUnsynced(_ node: Int) -> Bool {
        switch nodes[node] {
        case .file(_, let isSynced): !isSynced
        case .directory(_, let pending): !pending.isEmpty
        case nil: false
        }
    }

    mutating func sync(_ node: Int) {
        switch nodes[node] {
        case .file(let bytes, _): nodes[node] = .file(bytes, isSynced: true)
        case .directory:
            guard let entries = entries(of: node) else { return }
            nodes[node] = .directory(entries: entries, pending: [])
        case nil: break
        }
    }

    /// Every file by its path, as running programs see them.
    func files(below node: Int = root, at path: String = "") -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for (name, child) in entries(of: node) ?? [:] {
            if case .file(let bytes, _)? = nodes[child] {
                found["\(path)/\(name)"] = bytes
            } else {
                found.merge(files(below: child, at: "\(path)/\(name)")) { first, _ in first }
            }
        }
        return found
    }
}
