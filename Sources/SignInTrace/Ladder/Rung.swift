/// One exchange as it is drawn.
package struct Rung: Hashable, Sendable {
    /// How it went, for the colour.
    package enum Mood: String, Hashable, Sendable {
        case good, onward, bad, open
    }

    /// Something to be said below the arrows.
    package struct Note: Hashable, Sendable {
        /// What it is of, for the colour.
        package enum Kind: String, Hashable, Sendable {
            case cookie, refusal, withheld, saml, page, trouble, plain
        }

        package var kind: Kind
        package var text: String
    }

    package var exchange: TracedExchange
    package var notes: [Note]

    init(_ exchange: TracedExchange, isRepeated: Bool, tellsDecisions: Bool) {
        self.exchange = exchange
        notes = RungNotes.notes(of: exchange, isRepeated: isRepeated, tellsDecisions: tellsDecisions)
    }

    /// What was asked: method and address without the origin.
    package var request: String {
        let query = exchange.query.map { pair in
            pair.value == TraceAddress.mark ? "\(pair.name)=…" : "\(pair.name)=\(pair.value)"
        }
        let path = exchange.path.isEmpty ? "/" : exchange.path
        return "\(exchange.method) \(path)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// What was answered, in few words.
    package var answer: String {
        if exchange.isPending { return "no answer yet" }
        guard exchange.status > 0 else { return "no answer" }
        return [String(exchange.status), exchange.location.isEmpty ? kind : nil].compactMap { $0 }.joined(
            separator: " "
        )
    }

    /// How long it took; nil where that is not known.
    package var time: String? {
        exchange.isPending ? nil : exchange.milliseconds.map(Milliseconds.text)
    }

    package var mood: Mood {
        if exchange.isPending { return .open }
        switch exchange.status {
        case 200..<300: return .good
        case 300..<400: return .onward
        default: return .bad
        }
    }

    private var kind: String? {
        let type = exchange.contentType.lowercased()
        if type.contains("html") { return "page" }
        if type.contains("json") { return "JSON" }
        if type.contains("xml") { return "XML" }
        return type.contains("script") ? "script" : nil
    }
}
