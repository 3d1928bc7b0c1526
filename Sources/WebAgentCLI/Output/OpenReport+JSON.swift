import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

extension OpenReport {
    /// The report as one object; docs/web-agent.md tells its keys.
    var json: JSONValue {
        .members([
            "url": .optional(url), "status": .optional(page?.status), "contentType": .optional(page?.contentType),
            "title": .optional(page?.title), "stop": stop,
            "exitStatus": .number(Int((failure?.status ?? .success).rawValue)),
            "error": .optional(failure?.message), "hops": .array(hops.map(Self.json)),
            "cookies": .array(cookies.map(\.json)), "jar": .array(jar.map(Self.json)),
            "forms": .array((page?.forms ?? []).map(json)), "scripts": .array(scripts.map(\.json)),
            "scriptErrors": .array(scriptErrors.map(\.json)),
            "missingInterfaces": .array(missingInterfaces.map(JSONValue.string)),
            "refusals": .array(refusals.map(Self.json)),
            "walls": walls.map { .array($0.map(JSONValue.string)) } ?? .null,
            "value": value.map(JSONValue.raw) ?? .null,
        ])
    }

    private var stop: JSONValue {
        switch page?.stop {
        case nil: .null
        case .rested: "rested"
        case .refused: "refused"
        case .scriptsEnded: "scriptsEnded"
        }
    }

    private static func json(_ hop: Hop) -> JSONValue {
        guard case .object(let members) = hop.record.json else { return .null }
        return .object(members + [JSONValue.Member(name: "cause", value: .string(hop.cause))])
    }

    private static func json(_ cookie: Cookie) -> JSONValue {
        .members([
            "name": .string(name(of: cookie)), "domain": .string(cookie.domain), "hostOnly": .flag(cookie.isHostOnly),
            "path": .string(path(of: cookie)),
            "secure": .flag(cookie.isSecure), "httpOnly": .flag(cookie.isHTTPOnly),
            "sameSite": .string(cookie.sameSite.rawValue),
            "expires": .optional(cookie.expiry.map(Self.text)),
        ])
    }

    private func json(_ form: PageForm) -> JSONValue {
        .members([
            "id": .string(form.id), "name": .string(form.name), "method": .string(form.method),
            "action": .optional(action(of: form)),
            "enctype": .string(form.enctype), "controls": .array(form.controls.map(Self.json)),
        ])
    }

    private static func json(_ control: PageControl) -> JSONValue {
        .members([
            "name": .string(control.name), "id": .string(control.id), "type": .string(control.type),
            "label": .string(control.label), "role": .optional(control.role.map(Self.word)),
            "filled": .flag(control.isFilled), "disabled": .flag(control.isDisabled),
        ])
    }

    private static func json(_ refusal: Refusal) -> JSONValue {
        .members(["kind": .string(refusal.kind), "what": .string(refusal.what), "why": .string(refusal.why)])
    }

    /// The word for a part in a sign-in, as `--fill` takes it.
    static func word(_ role: PageControlRole) -> String {
        FillOption.roles.first { $0.value == role }?.key ?? role.rawValue
    }
}
