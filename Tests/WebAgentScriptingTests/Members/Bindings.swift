import Testing
import WebAgentURL

@testable import WebAgentScripting

/// A member of an interface, as the bindings themselves say.
struct BoundMember: Hashable, Sendable {
    enum Kind: String, CaseIterable {
        case attribute
        case readonly
        case handler
        case method
        case iterable
        case constant
        case constructor
    }

    enum Mark: String {
        case fixed
        case inert
        case none = ""
    }

    /// The name; a member of the interface object itself has `static` before it.
    var name: String
    var kind: Kind
    var mark: Mark
}

/// An interface, the window's globals among its members, or an object such as `console`.
struct BoundInterface: Sendable {
    var name: String
    /// The interface it inherits from; empty when there is none.
    var parent: String
    var members: [BoundMember]

    /// Whether it is an object with functions and no interface.
    var isNamespace: Bool { ["console", "CSS"].contains(name) }

    /// Whether a person would call it this kind of object.
    func isPart(of kind: String) -> Bool {
        switch kind {
        case "element": name.hasSuffix("Element")
        case "event": name.hasSuffix("Event")
        case "signal": name == "AbortSignal"
        default: name.lowercased() == kind
        }
    }

    /// Everything that scripts can reach, by name.
    static func all() throws -> [BoundInterface] { try found.get() }

    private static let found = Result { try read() }

    private static func read() throws -> [BoundInterface] {
        let group = ScriptGroup()
        let empty = ScriptContext(group: group)
        defer { empty.close() }
        let builtins = try empty.evaluate("Object.getOwnPropertyNames(globalThis).join()", url: "")
        let address = "https://h.test/"
        // The page does not keep its parent.
        let parent = Nobody()
        let page = Page(
            source: PageSource(url: address, body: [], contentType: "text/html"),
            url: try #require(WebURL(address)),
            group: group,
            parent: parent
        )
        defer { withExtendedLifetime(parent) { page.close() } }
        let text = try page.scripting()?.call("describe", [builtins]).text
        return try read(try #require(text)).sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    private static func read(_ text: String) throws -> [BoundInterface] {
        var found: [BoundInterface] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if parts[0] == "interface" {
                found.append(BoundInterface(name: parts[1], parent: parts[2], members: []))
            } else {
                let kind = try #require(BoundMember.Kind(rawValue: parts[2]))
                let mark = try #require(BoundMember.Mark(rawValue: parts[3]))
                found[found.count - 1].members.append(BoundMember(name: parts[1], kind: kind, mark: mark))
            }
        }
        return found
    }
}

/// The parent of a page that needs none.
private final class Nobody: PageParent {
    var isGone: Bool { false }

    func wish(_ wish: PageWish) {}

    func ask(_ ask: PageAsk) -> PageAnswer { .failed("nobody is there") }

    func ask(_ ask: PageAsk, by document: AskingDocument) -> PageAnswer { .failed("nobody is there") }
}
