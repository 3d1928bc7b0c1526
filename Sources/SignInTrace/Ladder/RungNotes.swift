/// What is to be said of an exchange.
enum RungNotes {
    /// Gathers them.
    ///
    /// - Parameters:
    ///   - exchange: The exchange.
    ///   - isRepeated: Whether its SAML message was told of before.
    ///   - tellsDecisions: Whether the trace tells of decisions over cookies, so that where it is silent there was none.
    /// - Returns: The notes, in the order in which they are read.
    static func notes(of exchange: TracedExchange, isRepeated: Bool, tellsDecisions: Bool) -> [Rung.Note] {
        var notes: [Rung.Note] = []
        if let message = exchange.saml {
            notes +=
                isRepeated
                ? [Rung.Note(kind: .saml, text: "the same SAML \(message.kind) again")] : saml(message)
        }
        if !exchange.form.isEmpty {
            notes.append(Rung.Note(kind: .plain, text: "form: " + exchange.form.map(field).joined(separator: ", ")))
        }
        notes += exchange.cookies.isEmpty ? plainCookies(exchange, tellsDecisions) : decisions(exchange.cookies)
        if let error = exchange.error { notes.append(Rung.Note(kind: .trouble, text: error)) }
        if let page = exchange.page { notes.append(self.page(page)) }
        for note in exchange.notes where note.isTrouble || note.kind == "navigation" {
            notes.append(Rung.Note(kind: note.isTrouble ? .trouble : .page, text: note.text))
        }
        return notes
    }

    private static func field(_ pair: HARPair) -> String {
        pair.value == TraceAddress.mark || pair.value.isEmpty ? pair.name : "\(pair.name)=\(pair.value)"
    }

    // MARK: Cookies

    private static func decisions(_ cookies: [TracedCookie]) -> [Rung.Note] {
        var notes: [Rung.Note] = []
        func list(_ decision: String, _ words: String, party: String = "server") {
            let names = unique(cookies.filter { $0.decision == decision && $0.party == party }.map(name))
            if !names.isEmpty {
                notes.append(Rung.Note(kind: .cookie, text: "\(words): \(names.joined(separator: ", "))"))
            }
        }
        list("sent", "cookies sent")
        list("stored", "cookies kept")
        list("deleted", "cookies deleted")
        list("evicted", "cookies that had to make room")
        list("stored", "cookies kept from a script", party: "script")
        list("sent", "cookies shown to a script", party: "script")
        for cookie in cookies where cookie.decision == "refused" || cookie.decision == "withheld" {
            let isRefused = cookie.decision == "refused"
            let fate = isRefused ? "refused" : cookie.party == "script" ? "not shown to a script" : "not sent"
            let note = Rung.Note(
                kind: isRefused ? .refusal : .withheld,
                text: "cookie \(name(cookie)) \(fate): \(cookie.why ?? "no reason is given")"
            )
            if !notes.contains(note), !isQuiet(cookie) { notes.append(note) }
        }
        return notes
    }

    /// A cookie that stays since the path is another one, or since a script asked for one it may not see, is no news.
    private static func isQuiet(_ cookie: TracedCookie) -> Bool {
        cookie.decision == "withheld"
            && (cookie.rule == "path" || cookie.rule == "http-only" || cookie.rule == "host-only")
    }

    private static func name(_ cookie: TracedCookie) -> String { cookie.name.isEmpty ? "(no name)" : cookie.name }

    /// What a browser's file says: names only, no decision.
    private static func plainCookies(_ exchange: TracedExchange, _ tellsDecisions: Bool) -> [Rung.Note] {
        var notes: [Rung.Note] = []
        if !exchange.cookiesSent.isEmpty {
            notes.append(
                Rung.Note(kind: .cookie, text: "cookies sent: \(unique(exchange.cookiesSent).joined(separator: ", "))")
            )
        }
        if !exchange.cookiesSet.isEmpty {
            let names = unique(exchange.cookiesSet).joined(separator: ", ")
            notes.append(
                tellsDecisions
                    ? Rung.Note(
                        kind: .plain,
                        text: "cookies set, not kept: \(names) (a call carries the token in their place)"
                    )
                    : Rung.Note(kind: .cookie, text: "cookies set: \(names)")
            )
        }
        return notes
    }

    private static func unique(_ names: [String]) -> [String] {
        names.reduce(into: []) { found, name in if !found.contains(name) { found.append(name) } }
    }

    // MARK: SAML

    private static func saml(_ message: TracedMessage) -> [Rung.Note] {
        if let fault = message.fault { return [Rung.Note(kind: .trouble, text: "SAML message: \(fault)")] }
        func value(_ name: String) -> String? { message.values(name).first }
        var words = ["SAML \(message.kind)"]
        if let id = value("\(message.kind) ID") { words.append(id) }
        if let answered = value("\(message.kind) InResponseTo") { words.append("to \(answered)") }
        if let issuer = value("\(message.kind) Issuer") { words.append("from \(issuer)") }
        if let destination = value("Destination") { words.append("for \(destination)") }
        var details: [String] = []
        let codes = message.values("StatusCode").map(lastPart)
        if !codes.isEmpty { details.append("status \(codes.joined(separator: ", "))") }
        if let text = value("StatusMessage") { details.append("\"\(text)\"") }
        let signed = message.values("Signed")
        details.append(signed.isEmpty ? "not signed" : "signed: \(signed.joined(separator: " and "))")
        if let algorithm = value("SignatureMethod") { details.append(lastPart(algorithm)) }
        if value("EncryptedAssertion") != nil { details.append("the assertion is encrypted") }
        if let audience = value("Audience") { details.append("audience \(audience)") }
        if let end = value("Conditions NotOnOrAfter") { details.append("valid until \(end)") }
        let attributes = message.values("Attribute").map(lastPart)
        if !attributes.isEmpty { details.append("attributes \(attributes.joined(separator: ", "))") }
        return [
            Rung.Note(kind: .saml, text: words.joined(separator: " ")),
            Rung.Note(kind: .saml, text: "  " + details.joined(separator: "; ")),
        ]
    }

    /// The last part of a long name: `urn:…:status:Success` is `Success`.
    private static func lastPart(_ name: String) -> String {
        name.split(whereSeparator: { $0 == ":" || $0 == "#" || $0 == "/" }).last.map(String.init) ?? name
    }

    // MARK: Pages

    private static func page(_ page: TracedPage) -> Rung.Note {
        let forms = page.forms.map { form in
            "\(form.method.uppercased()) \(form.controls.prefix(12).joined(separator: ", "))"
        }
        let words = forms.isEmpty ? "no form" : "form \(forms.joined(separator: "; form "))"
        return Rung.Note(kind: .page, text: "page shown: \(words)")
    }
}
