/// When each exchange ran, as bars over one line of time.
enum HTMLTimeline {
    private static let width = 1000.0
    private static let labels = 250.0
    private static let height = 18.0

    /// The section; empty where times are not known.
    static func section(_ ladder: Ladder) -> String {
        let timed = ladder.rungs.filter { $0.exchange.milliseconds != nil }
        let end = timed.map { $0.exchange.start + ($0.exchange.milliseconds ?? 0) }.max() ?? 0
        guard timed.count > 1, end > 0 else { return "" }
        let scale = (width - labels - 70) / end
        let bars = timed.enumerated().map { place, rung in bar(rung, at: Double(place) * height, scale: scale) }
        let total = number(Double(timed.count) * height + 4)
        return """
            <section><h2>Times</h2>
            <svg viewBox="0 0 \(number(width)) \(total)" role="img" aria-label="When each exchange ran">
            \(bars.joined(separator: "\n"))
            </svg></section>
            """
    }

    private static func bar(_ rung: Rung, at y: Double, scale: Double) -> String {
        let start = labels + rung.exchange.start * scale
        let length = max(2, (rung.exchange.milliseconds ?? 0) * scale)
        let name = "\(rung.exchange.number)  \(rung.exchange.step)"
        return """
            <text x="0" y="\(number(y + 13))">\(HTMLText.escaped(name.prefix(44)))</text>\
            <rect class="\(rung.mood.rawValue)" x="\(number(start))" y="\(number(y + 4))" width="\(number(length))" \
            height="10" rx="2"/>\
            <text class="mark" x="\(number(start + length + 5))" y="\(number(y + 13))">\(HTMLText.escaped(rung.time ?? ""))</text>
            """
    }

    /// A number with one digit after the point, whatever the trace says.
    private static func number(_ value: Double) -> String {
        let tenths = Int((min(1e9, max(-1e9, value)) * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
