import WebAgent

/// Shows the steps: `→` what was sent, `←` what came back.
struct DemoPrinter: Sendable {
    private let console: Console
    private let pause: @Sendable () -> Void

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - console: where it shows them.
    ///   - pause: called before each step but the first.
    init(console: Console, pause: @escaping @Sendable () -> Void) {
        self.console = console
        self.pause = pause
    }

    func step(_ number: Int, _ title: String) {
        if number > 1 { pause() }
        console.output("\nStep \(number)  \(title)")
    }

    func heading(_ title: String) {
        pause()
        console.output("\n\(title)")
    }

    func exchanges(_ exchanges: [ExchangeLog.Exchange]) {
        for exchange in exchanges {
            console.output("  → \(exchange.request)")
            for line in exchange.sent { console.output("      \(line)") }
            console.output("  ← \(exchange.answer)")
            received(exchange.received)
        }
    }

    func hops(_ hops: [HopRecord]) {
        for hop in hops {
            console.output("  → \(hop.method) \(hop.url)")
            if let form = hop.form { console.output("      \(form)") }
            let answer = hop.status.map(String.init) ?? hop.failure ?? "no answer"
            if let location = hop.location {
                console.output("  ← \(answer) to \(location)")
            } else {
                console.output("  ← \(answer) \(hop.contentType ?? ""), \(hop.responseLength) bytes")
            }
        }
    }

    func fields(_ names: [String]) {
        if !names.isEmpty { console.output("    the form asks for: \(names.joined(separator: ", "))") }
    }

    func received(_ lines: [String]) {
        for line in lines { console.output("      \(line)") }
    }

    func result(_ text: String) {
        console.output("  ✓ \(text)")
    }
}
