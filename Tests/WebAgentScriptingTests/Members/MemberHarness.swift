import Testing

@testable import WebAgentScripting

/// Runs the scripts of a family on the pages of one host.
struct MemberHarness {
    let page: TestPage

    /// What a script gave with its member there, and with the member taken away; nil where it was not as it should be.
    struct Verdict: Hashable {
        var works: String
        var withoutMember: String

        static let good = Verdict(works: "true", withoutMember: "not true")
    }

    /// Runs the scripts of one interface.
    func verdicts(_ interface: String, instance: String, _ entries: [InterfaceEntries.Entry]) async throws -> [Verdict]
    {
        let shared = entries.filter { !$0.needsOwnPage }
        try await open()
        let calls = shared.map { "both('\(interface)', '\($0.member)', \(function($0, instance)))" }
        let text = try await page.value(
            "(() => { \(Self.tools)\n return [\(calls.joined(separator: ",\n"))].join('\\n'); })()"
        )
        guard let text else {
            let reason = page.errors.map(\.message).joined(separator: "; ")
            return entries.map { _ in Verdict(works: "not run: \(reason)", withoutMember: "") }
        }
        var found = text.dropFirst().dropLast().split(separator: "\\n", omittingEmptySubsequences: false).map(
            String.init
        )
        var verdicts: [Verdict] = []
        for entry in entries {
            let words = entry.needsOwnPage ? "late|late" : found.isEmpty ? "nothing|nothing" : found.removeFirst()
            let parts = words.split(separator: "|", maxSplits: 1).map(String.init)
            if parts.contains("late") {
                verdicts.append(
                    Verdict(
                        works: try await late(interface, entry, instance, removing: false),
                        withoutMember: try await late(interface, entry, instance, removing: true)
                    )
                )
            } else {
                verdicts.append(Verdict(works: parts[0], withoutMember: parts.count > 1 ? parts[1] : ""))
            }
        }
        return verdicts
    }

    /// Runs a script on a page of its own, and lets page time pass for what it waits for.
    private func late(
        _ interface: String,
        _ entry: InterfaceEntries.Entry,
        _ instance: String,
        removing: Bool
    ) async throws -> String {
        try await open()
        let removal = removing ? "remove('\(interface)', '\(entry.member)');" : ""
        let started = try await page.value(
            """
            (() => { \(Self.tools)
            \(removal)
            globalThis.verdict = 'pending';
            const tell = value => { globalThis.verdict = judge(value, \(removing)); };
            try { then.call(Promise.resolve((\(function(entry, instance)))(...given())), tell, error => tell('threw ' + error)); }
            catch (error) { tell('threw ' + error); }
            return 1; })()
            """
        )
        guard started != nil else {
            return removing ? "not true" : "not run: \(page.errors.last.map { "\($0)" } ?? "")"
        }
        try await page.order(.advance(milliseconds: 10_000))
        let told = try await page.value("verdict")?.filter { $0 != "\"" } ?? "nothing"
        return removing && told == "pending" ? "not true" : told
    }

    private func open() async throws {
        page.wishes = []
        page.resources = Self.resources
        try await page.open(
            "<!DOCTYPE html><html><head><title>T</title></head><body>\(MemberFamily.page)</body></html>"
        )
    }

    private static let resources: [String: PageResponse] = {
        func response(_ path: String, _ type: String, _ body: [UInt8]) -> (String, PageResponse) {
            let url = "https://idp.example.test\(path)"
            let field = PageHeader(name: "content-type", value: type)
            return (url, PageResponse(url: url, status: 200, headers: [field], body: body))
        }
        return Dictionary(
            uniqueKeysWithValues: [
                response("/data", "application/json", Array(#"{"b":2}"#.utf8)),
                response("/latin", "text/plain", [0xe9]),
            ]
        )
    }()

    private func function(_ entry: InterfaceEntries.Entry, _ instance: String) -> String {
        let body = entry.script.hasPrefix("{") ? entry.script : "{ return \(entry.script); }"
        return
            "function (make, \(Self.names.joined(separator: ", "))) { const e = \(instance.isEmpty ? "undefined" : instance); \(body) }"
    }

    /// The elements of the page that scripts know by name.
    private static let names = [
        "box", "para", "bold", "other", "form", "user", "tick", "one", "two", "pick", "words", "caption", "go", "grid",
        "row",
        "cell", "link", "image",
    ]

    /// Takes members away and puts them back; nothing of it goes through a member that a test removes.
    private static let tools = #"""
        const {getPrototypeOf, getOwnPropertyDescriptor, defineProperty, hasOwn} = Object, then = Promise.prototype.then;
        const body = document.body, setMarkup = getOwnPropertyDescriptor(Element.prototype, 'innerHTML').set;
        const getMarkup = getOwnPropertyDescriptor(Element.prototype, 'innerHTML').get, markup = getMarkup.call(body);
        const names = [NAMES], root = document, create = document.createElement, make = name => create.call(root, name);
        const find = document.getElementById;
        const given = () => [make, ...names.map(name => find.call(root, name))];
        const judge = (value, removed) => value === true ? 'true' : removed ? 'not true' : String(value);
        const ownerOf = (owner, name) => {
            const isStatic = name.startsWith('static '), key = name === 'Symbol.iterator' ? Symbol.iterator : name.replace('static ', '');
            if (name === '') return [globalThis, owner];
            if (owner === 'Window') return [globalThis, key];
            let object = owner === 'console' || owner === 'CSS' || isStatic ? globalThis[owner]
                : globalThis[owner].prototype;
            while (object !== null && !hasOwn(object, key)) object = getPrototypeOf(object);
            if (object === null) throw new Error('there is no such member');
            return [object, key];
        };
        const remove = (owner, name) => {
            const [object, key] = ownerOf(owner, name), had = getOwnPropertyDescriptor(object, key);
            if (!Reflect.deleteProperty(object, key)) throw new Error('it cannot be taken away');
            return () => { defineProperty(object, key, had); };
        };
        const once = (test, removed) => {
            setMarkup.call(body, markup);
            try {
                const value = test(...given());
                return value instanceof Promise ? 'late' : judge(value, removed);
            } catch (error) { return judge('threw ' + error, removed); }
        };
        const both = (owner, name, test) => {
            const works = once(test, false);
            if (works === 'late') return 'late|late';
            let restore;
            try { restore = remove(owner, name); } catch (error) { return works + '|' + error.message; }
            const without = once(test, true);
            restore();
            return works.replace(/[|\n\\"]/g, ' ') + '|' + without;
        };
        """#
        .replacing("NAMES", with: names.map { "'\($0)'" }.joined(separator: ", "))
}
