import Foundation

/// Which target depends on which: once as the architecture says it, once as the manifest does.
struct DependencyGraph: Equatable {
    var dependencies: [String: Set<String>]
    private var tests: Set<String> = []

    /// Reads the table of the architecture: lines of `TARGET -> DEPENDENCY …`, `#` begins a comment.
    init(table: String) throws {
        dependencies = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let sides = line.split(separator: "->", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let target = sides[0].split(separator: " ").first.map(String.init),
                dependencies[target] == nil
            else { throw Malformed(line: String(line)) }
            dependencies[target] = Set(sides[1].split(separator: " ").map(String.init))
        }
    }

    /// Reads what `swift package dump-package` prints of the manifest.
    init(dump: Data) throws {
        let manifest = try JSONDecoder().decode(Manifest.self, from: dump)
        dependencies = Dictionary(
            uniqueKeysWithValues: manifest.targets.map { target in
                (target.name, Set(target.dependencies.map(\.label)))
            }
        )
        tests = Set(manifest.targets.filter { $0.type == "test" }.map(\.name))
    }

    /// This graph without the targets that are tests: those may import what they test.
    var withoutTests: DependencyGraph {
        var graph = self
        for test in tests { graph.dependencies[test] = nil }
        return graph
    }

    /// Every difference, as a line a person can act on.
    func differences(from planned: DependencyGraph) -> [String] {
        var lines: [String] = []
        for target in Set(dependencies.keys).union(planned.dependencies.keys).sorted() {
            switch (dependencies[target], planned.dependencies[target]) {
            case (let actual?, let allowed?):
                for extra in actual.subtracting(allowed).sorted() {
                    lines.append("\(target) imports \(extra), which the architecture does not allow")
                }
                for absent in allowed.subtracting(actual).sorted() {
                    lines.append("\(target) no longer imports \(absent), which the architecture still lists")
                }
            case (_?, nil): lines.append("\(target) is not in the architecture's table")
            case (nil, _): lines.append("\(target) is in the architecture's table and not in the manifest")
            }
        }
        return lines
    }

    struct Malformed: Error {
        var line: String
    }

    private struct Manifest: Decodable {
        var targets: [Target]
    }

    private struct Target: Decodable {
        var name: String
        var type: String
        var dependencies: [Dependency]
    }

    /// A dependency as the manifest's dump writes it: `{"byName": ["X", null]}` or `{"product": ["P", "package", …]}`.
    private struct Dependency: Decodable {
        var byName: [Alternative?]?
        var product: [Alternative?]?
        var target: [Alternative?]?

        /// The dump mixes strings with objects of conditions in one list; only the strings matter here.
        struct Alternative: Decodable {
            var text: String?

            init(from decoder: any Decoder) throws {
                text = try? decoder.singleValueContainer().decode(String.self)
            }
        }

        var label: String {
            if let name = (byName ?? target)?.first??.text { return name }
            let words = (product ?? []).compactMap { $0?.text }
            return words.count > 1 ? "\(words[1])/\(words[0])" : words.first ?? "?"
        }
    }
}
