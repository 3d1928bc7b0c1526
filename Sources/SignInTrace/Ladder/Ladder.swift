/// A trace as a picture: who speaks with whom, in order, and what is to be said of it.
package struct Ladder: Sendable {
    /// One party's line.
    package struct Lane: Hashable, Sendable {
        package var party: TraceParty
        /// Its name above the line.
        package var name: String
        /// The hosts that were asked, the first one first.
        package var hosts: [String]
    }

    package var lanes: [Lane]
    package var rungs: [Rung]
    /// Head and foot: what was run, how it ended.
    package var title: String
    package var facts: [String]
    package var ending: Ending?
    /// How many requests for parts of pages are not drawn.
    package var partsLeftOut: Int

    /// How the run ended.
    package struct Ending: Hashable, Sendable {
        package var isGood: Bool
        package var text: String
    }

    /// Draws a trace up.
    ///
    /// - Parameter document: The trace.
    package init(_ document: TraceDocument) {
        let drawn = document.exchanges.filter { $0.purpose != "part" }
        partsLeftOut = document.exchanges.count - drawn.count + document.dropped
        rungs = drawn.enumerated().map { place, exchange in
            Rung(
                exchange,
                isRepeated: exchange.saml.map { saml in
                    saml.fault == nil
                        && drawn[..<place].contains {
                            $0.saml?.facts.first == saml.facts.first && $0.saml?.kind == saml.kind
                        }
                } ?? false,
                tellsDecisions: document.tellsDecisions
            )
        }
        lanes = [Lane(party: .client, name: "client", hosts: [])]
        for party in TraceParty.allCases where party != .client {
            var hosts: [String] = []
            for rung in rungs where rung.exchange.party == party && !hosts.contains(rung.exchange.authority) {
                hosts.append(rung.exchange.authority)
            }
            if !hosts.isEmpty { lanes.append(Lane(party: party, name: Self.name(party), hosts: hosts)) }
        }
        title = document.command.map { "finessectl \($0)" } ?? document.creator
        facts = Self.facts(document, drawn: drawn)
        ending = Self.ending(of: document)
    }

    /// A record of this program's own that has no end was cut short.
    private static func ending(of document: TraceDocument) -> Ending? {
        guard let outcome = document.outcome else {
            guard document.command != nil else { return nil }
            return Ending(isGood: false, text: "The record ends here: the command was ended, or is still at work.")
        }
        guard outcome.status != 0 else { return Ending(isGood: true, text: "It ended well (status 0).") }
        return Ending(isGood: false, text: "It ended with status \(outcome.status). \(outcome.message ?? "")")
    }

    /// The place of a party's line.
    func lane(of party: TraceParty) -> Int { lanes.firstIndex { $0.party == party } ?? 0 }

    private static func name(_ party: TraceParty) -> String {
        switch party {
        case .client: "client"
        case .finesse: "Finesse"
        case .identityService: "IdS"
        case .identityProvider: "IdP"
        case .other: "others"
        }
    }

    private static func facts(_ document: TraceDocument, drawn: [TracedExchange]) -> [String] {
        let end = document.exchanges.map { $0.start + ($0.milliseconds ?? 0) }.max() ?? 0
        var facts = ["\(drawn.count) \(drawn.count == 1 ? "exchange" : "exchanges") in \(Milliseconds.text(end))"]
        if let started = document.started { facts.append(started) }
        let refused = document.exchanges.flatMap(\.cookies).filter { $0.decision == "refused" }.count
        if refused > 0 { facts.append("\(refused) \(refused == 1 ? "cookie" : "cookies") refused") }
        if let walls = document.walls {
            facts.append(
                walls.isEmpty
                    ? "pages ran in the program itself" : "pages ran in a process between \(walls.count) walls"
            )
        }
        if !document.creator.isEmpty { facts.append("recorded by \(document.creator)") }
        return facts
    }
}

/// Lengths of time for people.
enum Milliseconds {
    static func text(_ milliseconds: Double) -> String {
        if milliseconds < 1 { return "<1 ms" }
        if milliseconds < 1_000 { return "\(Int(milliseconds.rounded())) ms" }
        let tenths = Int((min(milliseconds, 1e12) / 100).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
