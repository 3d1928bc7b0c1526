/// The calls of the interface, found by their paths.
struct RESTTable: Sendable {
    /// A call that fits a path, and the values of its braces.
    typealias Match = (route: RESTRoute, values: [String: String])

    /// A call with its path taken apart, once for all requests.
    private final class Entry: Sendable {
        let route: RESTRoute
        let segments: [Segment]
        let wordCount: Int

        init(_ route: RESTRoute) {
            self.route = route
            segments = route.path.split(separator: "/").map { text in
                text.hasPrefix("{") && text.hasSuffix("}")
                    ? Segment.name(String(text.dropFirst().dropLast())) : .word(String(text))
            }
            wordCount = segments.count { if case .word = $0 { true } else { false } }
        }
    }

    private enum Segment {
        case word(String)
        /// A part that varies, by the name in its braces.
        case name(String)
    }

    private struct Key: Hashable {
        var first: String
        var size: Int
    }

    /// The calls by the first word of their paths and by how many segments these have.
    private let entries: [Key: [Entry]]

    init(_ routes: [RESTRoute]) {
        entries = Dictionary(grouping: routes.map(Entry.init)) { entry in
            Key(first: String(entry.route.path.prefix { $0 != "/" }), size: entry.segments.count)
        }
    }

    /// The calls at a path: of those that fit, the ones with the most words in theirs.
    func routes(of path: [String]) -> [Match] {
        guard let first = path.first, let candidates = entries[Key(first: first, size: path.count)] else { return [] }
        var fitting: [Match] = []
        var words = 0
        for entry in candidates where entry.wordCount >= words && Self.fits(entry.segments, path) {
            if entry.wordCount > words { fitting.removeAll() }
            words = entry.wordCount
            fitting.append((entry.route, Self.values(entry.segments, path)))
        }
        return fitting
    }

    private static func fits(_ segments: [Segment], _ path: [String]) -> Bool {
        zip(segments, path).allSatisfy { segment, text in
            switch segment {
            case .word(let word): word == text
            case .name: true
            }
        }
    }

    private static func values(_ segments: [Segment], _ path: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for case (.name(let name), let text) in zip(segments, path) { values[name] = text }
        return values
    }
}
