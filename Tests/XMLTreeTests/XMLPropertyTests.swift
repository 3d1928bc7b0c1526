import Foundation
import Testing
import XMLTree

/// The seeds of this run: 200 that follow `FINESSE_TORTURE_SEED`, which is 1 unless told.
private let seeds: [UInt64] = {
    let first = ProcessInfo.processInfo.environment["FINESSE_TORTURE_SEED"].flatMap { UInt64($0) } ?? 1
    return (0..<200).map { first &+ $0 }
}()

@Suite("Random trees")
struct XMLPropertyTests {
    @Test("without namespaces are read as they were written", arguments: seeds)
    func plain(seed: UInt64) throws {
        var random = RandomTree(seed: seed, hasNamespaces: false)
        let tree = random.element()
        let bytes = try XMLTree.serialize(tree)
        #expect(try XMLTree.parse(bytes) == tree, "seed \(seed)")
    }

    @Test("with namespaces are read with the same names, and written again as the same bytes", arguments: seeds)
    func namespaces(seed: UInt64) throws {
        var random = RandomTree(seed: seed, hasNamespaces: true)
        let tree = random.element()
        let bytes: [UInt8]
        do {
            bytes = try XMLTree.serialize(tree)
        } catch .conflictingDeclarations {
            return
        }
        let again = try XMLTree.parse(bytes)
        #expect(names(again) == names(tree), "seed \(seed)")
        #expect(try XMLTree.serialize(again) == bytes, "seed \(seed)")
    }

    private func names(_ element: XMLElement) -> [String] {
        let own = [element.name] + element.attributes.map(\.name)
        return own.map { "\($0.local) \($0.namespace ?? "")" } + element.elements.flatMap(names)
    }
}
