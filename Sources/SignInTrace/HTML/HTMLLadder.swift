/// Draws a ladder as one page that needs nothing but itself: no script, no address, a style that its policy names.
package struct HTMLLadder {
    private let ladder: Ladder

    /// Prepares a page.
    ///
    /// - Parameter ladder: What is drawn.
    package init(_ ladder: Ladder) {
        self.ladder = ladder
    }

    /// The page.
    package var page: String {
        let title = HTMLText.escaped(ladder.title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(HTMLStyle.digest)'; \
            base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Trace of \(title)</title>
            <style>\(HTMLStyle.sheet)</style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p class="facts">\(HTMLText.escaped(ladder.facts.joined(separator: " · ")))</p>
            \(ending)\(head)
            <main>
            \(ladder.rungs.map(rung).joined(separator: "\n"))
            </main>
            \(HTMLTimeline.section(ladder))
            \(foot)
            </body>
            </html>

            """
    }

    private var ending: String {
        guard let ending = ladder.ending else { return "" }
        return "<p class=\"ending \(ending.isGood ? "good" : "bad")\">\(HTMLText.escaped(ending.text))</p>\n"
    }

    private var head: String {
        let lanes = ladder.lanes.map { lane in
            let hosts = lane.hosts.prefix(4).map { "<small>\(HTMLText.escaped($0))</small>" }.joined()
            return "<div class=\"lane\">\(HTMLText.escaped(lane.name))\(hosts)</div>"
        }
        return "<header class=\"lanes of\(ladder.lanes.count)\">\(lanes.joined())</header>"
    }

    private var foot: String {
        let parts =
            ladder.partsLeftOut > 0 ? "\(ladder.partsLeftOut) more requests, for parts of pages, are not drawn. " : ""
        return "<footer>\(parts)Values that could be secrets were cut when the trace was recorded.</footer>"
    }

    private func rung(_ rung: Rung) -> String {
        let exchange = rung.exchange
        let notes = rung.notes.map { "<li class=\"\($0.kind.rawValue)\">\(HTMLText.escaped($0.text))</li>" }
        return """
            <section class="rung">
            <h2><span class="number">\(exchange.number)</span> \(HTMLText.escaped(exchange.step)) \
            <code>\(HTMLText.escaped(rung.request))</code></h2>
            \(arrows(rung))
            \(notes.isEmpty ? "" : "<ul class=\"notes\">\(notes.joined())</ul>")
            \(HTMLDetails.details(of: rung))
            </section>
            """
    }

    private func arrows(_ rung: Rung) -> String {
        let target = ladder.lane(of: rung.exchange.party) + 1
        let lines = ladder.lanes.indices.map { "<i class=\"life at\($0 + 1)\"></i>" }.joined()
        guard target > 1 else { return "" }
        let answer = [rung.answer, rung.time].compactMap { $0 }.joined(separator: " · ")
        return """
            <div class="arrows of\(ladder.lanes.count)">\(lines)\
            <div class="arrow ask to\(target)"><span>\(HTMLText.escaped(rung.exchange.method))</span></div>\
            <div class="arrow reply to\(target) \(rung.mood.rawValue)"><span>\(HTMLText.escaped(answer))</span></div></div>
            """
    }
}
