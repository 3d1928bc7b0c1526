import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

extension Recording.Entry {
    /// The entry as one object; `type` says what it is.
    var json: JSONValue {
        switch self {
        case .hop(let hop): .tagged("hop", hop.json)
        case .cookie(let event): .tagged("cookie", event.json)
        case .page(let url, let forms):
            .members([
                "type": "page", "url": .string(url.description), "forms": .array(forms.map(\.json)),
            ])
        case .script(let source, let isInline, let length, let outcome):
            .tagged("script", ReportedScript(source: source, isInline: isInline, length: length, outcome: outcome).json)
        case .scriptError(let kind, let message, let source, let line):
            .tagged("scriptError", ReportedError(kind: kind, message: message, source: source, line: line).json)
        case .missingInterface(let name): .members(["type": "missingInterface", "name": .string(name)])
        case .console(let level, let length):
            .members(["type": "console", "level": .string("\(level)"), "length": .number(length)])
        case .dialog(let dialog): .members(["type": "dialog", "kind": .string("\(dialog)")])
        case .navigation(let cause, let url):
            .members([
                "type": "navigation", "cause": .string(cause.rawValue), "url": .string(url.description),
            ])
        case .refusedNavigation(let refusal):
            .members(["type": "refusedNavigation", "why": .string("\(refusal)")])
        case .action(let action, let refusal):
            .members([
                "type": "action", "action": .string(action), "refusal": .optional(refusal.map { "\($0)" }),
            ])
        case .refusedRequest(let url, let reason):
            .members(["type": "refusedRequest", "url": .string(url.description), "why": .string(reason)])
        case .pageHost(let walls):
            .members(["type": "pageHost", "walls": walls.map { .array($0.names.map(JSONValue.string)) } ?? .null])
        }
    }
}

extension HopRecord {
    var json: JSONValue {
        .members([
            "number": .number(number), "purpose": .string(purpose.rawValue), "method": .string(method),
            "url": .string(url.description), "form": .optional(form), "requestLength": .number(requestLength),
            "status": .optional(status), "contentType": .optional(contentType),
            "location": .optional(location?.description), "responseLength": .number(responseLength),
            "failure": .optional(failure), "milliseconds": .number(Int(duration / .milliseconds(1))),
        ])
    }
}

extension CookieEvent {
    var json: JSONValue {
        .members([
            "hop": .optional(hop), "party": .string(party.rawValue), "name": .string(name), "domain": .string(domain),
            "path": .string(path), "decision": .string(word), "rule": .optional(rule), "why": .optional(reason),
        ])
    }

    /// What happened, in one word.
    var word: String {
        switch decision {
        case .stored: "stored"
        case .deleted: "deleted"
        case .evicted: "evicted"
        case .refused: "refused"
        case .sent: "sent"
        case .withheld: "withheld"
        }
    }

    /// The rule that decided against it, in one word.
    var rule: String? {
        switch decision {
        case .refused(let refusal): refusal.label
        case .withheld(let reason): reason.label
        case .stored, .deleted, .evicted, .sent: nil
        }
    }

    /// The rule that decided against it, in a sentence.
    var reason: String? {
        switch decision {
        case .refused(let refusal): "\(refusal)"
        case .withheld(let reason): "\(reason)"
        case .stored, .deleted, .evicted, .sent: nil
        }
    }
}

extension Recording.FormRecord {
    fileprivate var json: JSONValue {
        .members([
            "method": .string(method), "action": .string(action.description),
            "controls": .array(controls.map(JSONValue.string)),
        ])
    }
}

/// A script that ran, or was left out.
struct ReportedScript: Hashable, Sendable {
    var source: RedactedURL
    var isInline: Bool
    var length: Int
    var outcome: ScriptRun.Outcome

    var json: JSONValue {
        .members([
            "source": .string(source.description), "inline": .flag(isInline), "length": .number(length),
            "outcome": .string("\(outcome)"),
        ])
    }

    /// What became of it, for people.
    var words: String {
        switch outcome {
        case .completed: "ran"
        case .failed: "ended in an error"
        case .notLoaded: "was not loaded"
        case .moduleNotSupported: "was left out: modules are not supported"
        }
    }
}

/// An error that a script ended in.
struct ReportedError: Hashable, Sendable {
    var kind: ScriptFailure.Kind
    var message: String
    var source: RedactedURL
    var line: Int

    var json: JSONValue {
        .members([
            "kind": .string("\(kind)"), "message": .string(message), "source": .string(source.description),
            "line": .number(line),
        ])
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    init(stringLiteral value: String) {
        self = .string(value)
    }

    /// An object with `type` in front.
    fileprivate static func tagged(_ type: String, _ object: JSONValue) -> JSONValue {
        guard case .object(let members) = object else { return object }
        return .object([Member(name: "type", value: .string(type))] + members)
    }
}
