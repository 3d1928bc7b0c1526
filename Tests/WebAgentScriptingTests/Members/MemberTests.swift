import Testing

@testable import WebAgentScripting

@Suite("Each member of the bindings", .timeLimit(.minutes(5)))
struct MemberTests {
    @Test("works, and its test fails when it is taken away", arguments: MemberFamily.all)
    func works(_ family: MemberFamily) async throws {
        let bound = Dictionary(uniqueKeysWithValues: try BoundInterface.all().map { ($0.name, $0) })
        let harness = MemberHarness(page: TestPage())
        for interface in family.interfaces {
            let bindings = try #require(bound[interface.name], "there is no interface \(interface.name)")
            let entries = interface.all(bindings)
            let verdicts = try await harness.verdicts(interface.name, instance: interface.instance, entries)
            for (entry, verdict) in zip(entries, verdicts) where verdict != .good {
                Issue.record(
                    "\(interface.name).\(entry.member): \(verdict.works); without it: \(verdict.withoutMember)"
                )
            }
        }
    }

    @Test("that is not fixed or inert has a test, and every test has its member")
    func complete() throws {
        var tested: [String: Set<String>] = [:]
        for interface in MemberFamily.all.flatMap(\.interfaces) {
            tested[interface.name, default: []].formUnion(interface.entries.map(\.member))
            if !interface.instance.isEmpty { tested[interface.name, default: []].insert("") }
        }
        for interface in try BoundInterface.all() {
            let expected = interface.members.filter { $0.mark == .none && $0.kind != .handler }.map(\.name)
            let own = interface.isNamespace ? [] : [""]
            let known = tested.removeValue(forKey: interface.name) ?? []
            let missing = Set(expected + own).subtracting(known).sorted()
            #expect(missing == [], "\(interface.name) has members without a test")
            let unknown = known.subtracting(expected + own).sorted()
            #expect(unknown == [], "\(interface.name): tests without a member, or of one that is marked")
        }
        #expect(tested.keys.sorted() == [], "tests of interfaces that are not there")
    }

    @Test("is not among the names that are missing")
    func notMissing() throws {
        let interfaces = try BoundInterface.all()
        let globals = interfaces.flatMap { $0.name == "Window" ? $0.members.map(\.name) + [$0.name] : [$0.name] }
        #expect(MissingNames.globals.intersection(globals).sorted() == [])
        for path in Array(MissingNames.nodeMembers.values) + Array(MissingNames.otherMembers.values) {
            let parts = path.split(separator: ".").map(String.init)
            let owners = interfaces.filter { $0.isPart(of: parts[0]) }
            #expect(!owners.isEmpty)
            #expect(!owners.contains { owner in owner.members.contains { $0.name == parts[1] } }, "\(path) is here")
        }
    }
}

extension MemberFamily {
    static let all: [MemberFamily] = [
        tree, elements, markup, forms, events, documents, window, platform, network, ranges,
    ]
}
