import Finesse
import FinesseSSO
import Foundation
import HTTPTransport

/// Remembers a system's nodes from one command to the next: while a node is down it cannot be asked for the other one.
///
/// It is a cache and holds no secret; without it the nodes of the profile alone are known until SystemInfo has been read.
struct NodeMemory: Sendable {
    private struct Entry: Codable {
        var nodes: [String]
        var current: String
        /// When the node came into use, in seconds since 1970.
        var since: Int64
    }

    private let file: URL
    private let address: ServerAddress
    private let secondary: ServerAddress?
    private let now: @Sendable () -> WallTime

    /// How long a node that took another one's place is asked first.
    private static let patience: Int64 = 15 * 60

    /// Opens the memory.
    ///
    /// - Parameters:
    ///   - address: the system, as it was named.
    ///   - secondary: its other node, where the profile names one.
    ///   - context: the outside; `$XDG_CACHE_HOME`, or `~/.cache` where that is not set.
    init(_ address: ServerAddress, secondary: ServerAddress? = nil, _ context: CommandContext) {
        self.address = address
        self.secondary = secondary
        let home = context.environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
        let own = context.environment["HOME"].map { URL(filePath: $0).appending(path: ".cache") }
        file = (home ?? own ?? FileManager.default.temporaryDirectory).appending(path: "finessekit/nodes.json")
        now = context.now
    }

    /// What is known of the system's nodes; the one that was named stands first.
    var machine: NodeMachine {
        let candidates = address.candidates
        guard let entry = entries["\(address)"] else {
            return NodeMachine(node: candidates[0], others: other(than: candidates))
        }
        let remembered = entry.nodes.compactMap(Self.origin)
        let nodes = remembered + other(than: remembered)
        let named = remembered.first { candidates.contains($0) } ?? candidates[0]
        let isRecent = now().milliseconds / 1000 - entry.since < Self.patience
        return NodeMachine(node: named, others: nodes, current: isRecent ? Self.origin(entry.current) : nil)
    }

    /// The node that the profile names besides the server, unless it is among the known ones.
    private func other(than known: [HTTPOrigin]) -> [HTTPOrigin] {
        guard let secondary, !known.contains(where: { $0.host == secondary.host }) else { return [] }
        return Array(secondary.candidates.prefix(1))
    }

    /// Keeps what has become of the nodes; a cache that cannot be written costs nothing but its use.
    func keep(_ machine: NodeMachine) {
        var all = entries
        all["\(address)"] = Entry(
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
