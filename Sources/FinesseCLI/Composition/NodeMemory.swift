import FinesseSSO
import Foundation
import HTTPTransport

/// Remembers a system's nodes from one command to the next: while a node is down it cannot be asked for the other one.
///
/// It is a cache and holds no secret; without it the named node alone is known until SystemInfo has been read.
struct NodeMemory: Sendable {
    private struct Entry: Codable {
        var nodes: [String]
        var current: String
        /// When the node came into use, in seconds since 1970.
        var since: Int64
    }

    private let file: URL
    private let now: @Sendable () -> WallTime

    /// How long a node that took another one's place is asked first.
    private static let patience: Int64 = 15 * 60

    /// Opens the memory.
    ///
    /// - Parameter context: the outside; `$XDG_CACHE_HOME`, or `~/.cache` where that is not set.
    init(_ context: CommandContext) {
        let home = context.environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
        let own = context.environment["HOME"].map { URL(filePath: $0).appending(path: ".cache") }
        file = (home ?? own ?? FileManager.default.temporaryDirectory).appending(path: "finessekit/nodes.json")
        now = context.now
    }

    /// The nodes of the system that a node belongs to.
    ///
    /// - Parameter node: the node that was named.
    /// - Returns: what is known of them.
    func machine(for node: HTTPOrigin) -> NodeMachine {
        guard let entry = entries["\(node)"] else { return NodeMachine(node: node) }
        let isRecent = now().milliseconds / 1000 - entry.since < Self.patience
        return NodeMachine(
            node: node,
            others: entry.nodes.compactMap(Self.origin),
            current: isRecent ? Self.origin(entry.current) : nil
        )
    }

    /// Keeps what has become of the nodes; a cache that cannot be written costs nothing but its use.
    func keep(_ machine: NodeMachine) {
        guard let named = machine.nodes.first else { return }
        var all = entries
        all["\(named)"] = Entry(
            nodes: machine.nodes.map { "\($0)" },
            current: "\(machine.current)",
            since: now().milliseconds / 1000
        )
        guard let data = try? JSONEncoder().encode(all) else { return }
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try? data.write(to: file, options: .atomic)
    }

    /// A file that is not there, or that cannot be read, is an empty cache.
    private var entries: [String: Entry] {
        guard let data = try? Data(contentsOf: file) else { return [:] }
        return (try? JSONDecoder().decode([String: Entry].self, from: data)) ?? [:]
    }

    private static func origin(_ text: String) -> HTTPOrigin? { try? ConnectionSettings.origin(text) }
}
