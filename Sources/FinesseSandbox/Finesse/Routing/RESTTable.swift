/// The calls of the interface, found by their paths.
struct RESTTable: Sendable {
    /// A call that fits a path, and the values of its braces.
    typealias Match = (route: RESTRoute, values: [String: String])

    private let bySize: [Int: [RESTRoute]]

    init(_ routes: [RESTRoute]) {
        bySize = Dictionary(grouping: routes) { $0.path.split(separator: "/").count }
    }

    /// The calls at a path: of those that fit, the ones with the most words in theirs.
    func routes(of path: [String]) -> [Match] {
        let fitting: [Match] = (bySize[path.count] ?? []).compactMap { route in
            // Most are another object's, which the first word tells.
            guard let first = path.first, route.path.hasPrefix(first) else { return nil }
            return route.match(path).map { (route, $0) }
        }
        guard let words = fitting.map(\.route.wordCount).max() else { return [] }
        return fitting.filter { $0.route.wordCount == words }
    }
}
