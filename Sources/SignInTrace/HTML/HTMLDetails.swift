/// What a person unfolds: the cookies, the SAML message, the fields and the times of one exchange.
enum HTMLDetails {
    static func details(of rung: Rung) -> String {
        let exchange = rung.exchange
        return [
            cookies(exchange), saml(exchange.saml), unfolding("Page", pages(exchange)),
            unfolding("Request, answer and time", message(exchange)),
        ].joined()
    }

    private static func cookies(_ exchange: TracedExchange) -> String {
        guard !exchange.cookies.isEmpty else { return "" }
        let rows = exchange.cookies.map { cookie in
            let isAgainst = cookie.decision == "refused" || cookie.decision == "withheld"
            let scope = cookie.domain.isEmpty ? "" : cookie.domain + cookie.path
            let tone = cookie.decision == "refused" ? "refusal" : "withheld"
            return "<tr\(isAgainst ? " class=\"\(tone)\"" : "")>"
                + cells([
                    cookie.name, cookie.decision + (cookie.party == "script" ? " (script)" : ""), scope,
                    cookie.why ?? cookie.section ?? "",
                ]) + "</tr>"
        }
        let head = "<tr><th>cookie</th><th>decision</th><th>scope</th><th>rule</th></tr>"
        return unfolding("Cookies: \(exchange.cookies.count) decisions", "<table>\(head)\(rows.joined())</table>")
    }

    private static func saml(_ message: TracedMessage?) -> String {
        guard let message else { return "" }
        let facts = message.facts.map { "<tr>\(cells([$0.name, $0.value]))</tr>" }.joined()
        let outline = message.elements.map(HTMLText.escaped).joined(separator: "\n")
        return unfolding(
            "SAML \(message.kind) by \(message.binding), \(message.size) bytes",
            "<table>\(facts)</table><h3>Elements</h3><pre>\(outline)</pre>"
        )
    }

    private static func pages(_ exchange: TracedExchange) -> String {
        guard let page = exchange.page else { return "" }
        let forms = page.forms.map { form in
            "<tr>\(cells([form.method.uppercased(), TraceAddress.shown(form.action), form.controls.joined(separator: ", ")]))</tr>"
        }
        let head = "<tr><th>method</th><th>to</th><th>controls</th></tr>"
        return (forms.isEmpty ? "" : "<table>\(head)\(forms.joined())</table>") + list(exchange.notes.map(\.text))
    }

    private static func message(_ exchange: TracedExchange) -> String {
        var facts: [(String, String)] = [
            ("address", "\(exchange.method) \(exchange.url)"),
            ("begun", "after \(Milliseconds.text(exchange.start))"),
            ("time", exchange.milliseconds.map(Milliseconds.text) ?? "not known"),
            (
                "answer",
                exchange.status > 0
                    ? "\(exchange.status), \(exchange.contentType), \(exchange.contentSize) bytes"
                    : exchange.error ?? "none"
            ),
        ]
        if !exchange.location.isEmpty { facts.append(("leads to", exchange.location)) }
        if let connection = exchange.connection {
            let words = [
                connection.tls, connection.isReused ? "kept open from before" : "newly opened",
                connection.isProxied ? "through a proxy" : nil, exchange.address,
            ]
            facts.append(("connection", words.compactMap { $0 }.joined(separator: ", ")))
        }
        var text = table(facts.map { HARPair($0.0, $0.1) })
        for (title, pairs) in [
            ("Query", exchange.query), ("Form", exchange.form), ("Fields sent", exchange.requestHeaders),
            ("Fields received", exchange.responseHeaders),
        ] where !pairs.isEmpty {
            text += "<h3>\(title)</h3>\(table(pairs))"
        }
        if let body = exchange.contentText, !body.isEmpty {
            text += "<h3>Body</h3><pre>\(HTMLText.escaped(body.prefix(20_000)))</pre>"
        }
        return text
    }

    // MARK: Pieces

    private static func unfolding(_ title: String, _ content: String) -> String {
        content.isEmpty ? "" : "<details><summary>\(HTMLText.escaped(title))</summary>\(content)</details>\n"
    }

    private static func table(_ pairs: [HARPair]) -> String {
        "<table>" + pairs.map { "<tr>\(cells([$0.name, TraceAddress.shown($0.value)]))</tr>" }.joined() + "</table>"
    }

    private static func cells(_ texts: [String]) -> String {
        texts.map { "<td>\(HTMLText.escaped($0))</td>" }.joined()
    }

    private static func list(_ texts: [String]) -> String {
        texts.isEmpty ? "" : "<ul>" + texts.map { "<li>\(HTMLText.escaped($0))</li>" }.joined() + "</ul>"
    }
}
