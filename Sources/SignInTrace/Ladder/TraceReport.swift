/// A trace for programs: what the picture shows, as one object.
package struct TraceReport: Encodable, Sendable {
    /// One exchange.
    package struct Step: Encodable, Sendable {
        var number: Int
        var party: TraceParty
        var host: String
        var step: String
        var purpose: String?
        var method: String
        var url: String
        var status: Int
        var error: String?
        var location: String
        /// Milliseconds since the first exchange.
        var start: Double
        var milliseconds: Double?
        var form: [HARPair]
        var cookies: [TracedCookie]
        var saml: TracedMessage?
        var page: TracedPage?
        var notes: [TracedNote]
    }

    var command: String?
    var creator: String
    var outcome: TracedOutcome?
    var walls: [String]?
    var steps: [Step]

    /// Makes the report.
    ///
    /// - Parameter document: The trace.
    package init(_ document: TraceDocument) {
        command = document.command
        creator = document.creator
        outcome = document.outcome
        walls = document.walls
        steps = document.exchanges.map { exchange in
            Step(
                number: exchange.number,
                party: exchange.party,
                host: exchange.authority,
                step: exchange.step,
                purpose: exchange.purpose,
                method: exchange.method,
                url: exchange.url,
                status: exchange.status,
                error: exchange.error,
                location: exchange.location,
                start: exchange.start,
                milliseconds: exchange.milliseconds,
                form: exchange.form,
                cookies: exchange.cookies,
                saml: exchange.saml,
                page: exchange.page,
                notes: exchange.notes
            )
        }
    }
}
