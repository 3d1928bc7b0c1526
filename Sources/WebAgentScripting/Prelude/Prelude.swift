/// The part of the bindings that is written in JavaScript: interfaces, prototypes, iterators, events and what they do.
///
/// One function, made of one text for each family and evaluated once for each page (the engine's code cache serves all pages of
/// a group). It gets the host's functions and a few facts, and gives back what Swift calls. Most interfaces are made when they
/// are first used. Families that few pages use are further texts (``layer(_:)``), read when one of their names is used.
enum Prelude {
    /// The address that errors of the prelude itself show.
    static let address = "web-agent:prelude"

    /// An expression that gives the function `(host, facts) -> bridge`.
    static let core =
        "(function (host, factsText) {'use strict';\nconst facts = JSON.parse(factsText);\n"
        + [foundation, events, nodes, lists, elements, controls, activation, markup, Prelude.document, window, bridge]
        .joined(separator: "\n") + "\n})"

    /// The functions that ``core`` gives back, in the order of ``PageBridge``.
    static let bridgeNames = [
        "start", "makeLazy", "makeAllMembers", "prototypeOf", "makeException", "radioGroup", "fire", "hashChanged",
        "rejected", "placeNames", "placeMissing", "placeMissingElsewhere",
        "evaluateForParent", "deliver", "fireTimer", "tellError", "agentClick", "agentFill", "agentSubmit", "moveFocus",
        "describe", "windowOf", "message", "parsed",
    ]

    /// An expression that gives the function of a further family, `(host, library) -> values by name`.
    static func layer(_ name: String) -> String? {
        let body =
            switch name {
            case "address": addressLayer
            case "network": networkLayer
            case "data": dataLayer
            case "mutation": mutationLayer
            case "traversal": traversalLayer
            case "range": rangeLayer
            case "layout": layoutLayer
            case "reading": readingLayer
            case "messaging": messagingLayer
            case "reflection": reflectionLayer
            case "frames": framesLayer
            default: ""
            }
        if body.isEmpty { return nil }
        return "(function (host, library) {'use strict';\n\(body)\n})\n//# sourceURL=\(address)/\(name)"
    }
}
