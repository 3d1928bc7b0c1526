import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

/// What a run found: once for people, once for programs, and the recording itself.
struct OpenReport: Sendable {
    /// A request, and what led to it.
    struct Hop: Hashable, Sendable {
        var record: HopRecord

        /// `open`, `redirect`, `script`, `form`, `refresh`, or, for parts of a page, `page`.
        var cause: String
    }

    /// Something that a page, or the command line, wanted and did not get.
    struct Refusal: Hashable, Sendable {
        /// `navigation`, `action` or `request`.
        var kind: String

        /// What it was; empty where the reason says so.
        var what: String
        var why: String
    }

    let page: Page?
    let value: String?
    let failure: CommandFailure?
    let jar: [Cookie]
    let publicNames: Set<String>
    let entries: [Recording.Entry]

    /// How many entries of the recording went because there were too many.
    let dropped: Int

    init(_ result: OpenRun.Result, recording: Recording, jar: [Cookie], publicNames: Set<String>) {
        page = result.page
        value = result.value
        failure = result.failure
        self.jar = jar
        self.publicNames = publicNames
        entries = recording.entries
        dropped = recording.dropped
    }

    /// The address in the end, redacted as the recording's are.
    var url: String? {
        page.map { RedactedURL($0.url, publicNames: publicNames).description }
    }

    /// The requests, each with its cause.
    var hops: [Hop] {
        var hops: [Hop] = []
        var cause = "open"
        for entry in entries {
            switch entry {
            case .navigation(let wanted, to: _): cause = wanted.rawValue
            case .hop(let record) where record.purpose == .page:
                hops.append(Hop(record: record, cause: cause))
                cause = record.location == nil ? "open" : "redirect"
            case .hop(let record): hops.append(Hop(record: record, cause: "page"))
            default: break
            }
        }
        return hops
    }

    var cookies: [CookieEvent] {
        entries.compactMap { if case .cookie(let event) = $0 { event } else { nil } }
    }

    var scripts: [ReportedScript] {
        entries.compactMap { entry in
            guard case .script(let source, let isInline, let length, let outcome) = entry else { return nil }
            return ReportedScript(source: source, isInline: isInline, length: length, outcome: outcome)
        }
    }

    var scriptErrors: [ReportedError] {
        entries.compactMap { entry in
            guard case .scriptError(let kind, let message, let source, let line) = entry else { return nil }
            return ReportedError(kind: kind, message: message, source: source, line: line)
        }
    }

    /// The names of the interfaces that are not here, each once.
    var missingInterfaces: [String] {
        entries.reduce(into: []) { names, entry in
            if case .missingInterface(let name) = entry, !names.contains(name) { names.append(name) }
        }
    }

    var refusals: [Refusal] {
        entries.compactMap { entry in
            switch entry {
            case .refusedNavigation(let refusal): Refusal(kind: "navigation", what: "", why: "\(refusal)")
            case .action(let action, refusal: let refusal?):
                Refusal(kind: "action", what: action, why: "\(refusal)")
            case .refusedRequest(let url, let reason):
                Refusal(kind: "request", what: url.description, why: reason)
            default: nil
            }
        }
    }

    /// Where a form submits to; nil for controls that are in none, which stand together.
    func action(of form: PageForm) -> String? {
        form.action.isEmpty ? nil : RedactedURL(text: form.action, publicNames: publicNames).description
    }

    /// A cookie's name, as the recording shows it: not where it is as long as a secret.
    static func name(of cookie: Cookie) -> String {
        cookie.name.count > 40 ? "<redacted>" : String(decoding: cookie.name, as: UTF8.self)
    }

    /// A cookie's path, as the recording shows it.
    static func path(of cookie: Cookie) -> String {
        let origin = "https://\(cookie.domain)"
        let shown = RedactedURL(text: origin + String(decoding: cookie.path, as: UTF8.self)).description
        return shown.hasPrefix(origin) ? String(shown.dropFirst(origin.count)) : "<redacted>"
    }

    /// The walls around the host; nil where there was none, or one without.
    var walls: [String]? {
        for case .pageHost(let walls) in entries { return walls?.names }
        return nil
    }

    /// Whether a page was shown, which takes a host.
    var wasShown: Bool {
        entries.contains { if case .pageHost = $0 { true } else { false } }
    }

    /// The recording, one object a line.
    var trace: [UInt8] {
        let first: [JSONValue] = dropped > 0 ? [.members(["type": "dropped", "entries": .number(dropped)])] : []
        return Array((first + entries.map(\.json)).map { $0.text + "\n" }.joined().utf8)
    }
}
