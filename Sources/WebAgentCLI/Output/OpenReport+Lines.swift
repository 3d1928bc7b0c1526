import Foundation
import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

extension OpenReport {
    /// The report for people: what was reached first, then why, and the value last.
    var lines: [String] {
        head + section("hops", hops.map(Self.row)) + section("cookies", cookies.map(Self.row))
            + section("jar", jar.map(Self.row)) + section("forms", formRows) + section("scripts", scripts.map(Self.row))
            + section("script errors", scriptErrors.map { [$0.message, "\($0.source)", "line \($0.line)"] })
            + section("missing interfaces", missingInterfaces.map { [$0] })
            + section("refusals", refusals.map { [$0.kind, $0.what, $0.why] })
            + (value.map { ["", "value", "  " + JSONValue.raw($0).text] } ?? [])
    }

    /// A point of time as ISO 8601 in UTC; one beyond the year 9999 as that year's end.
    static func text(_ time: CookieTime) -> String {
        let seconds = min(max(Double(time.milliseconds) / 1000, -62_135_596_800), 253_402_300_799)
        return Date(timeIntervalSince1970: seconds).formatted(.iso8601)
    }

    private var head: [String] {
        guard let page else { return Self.aligned([["url", "no page was reached"]]) }
        var rows = [["url", url ?? ""], ["status", "\(page.status)"], ["type", page.contentType ?? "none"]]
        if page.isDocument { rows.append(["title", page.title.isEmpty ? "–" : page.title]) }
        switch page.stop {
        case .rested: break
        case .refused: rows.append(["stopped", "the page wants to go on and a rule is against it (see refusals)"])
        case .scriptsEnded: rows.append(["stopped", "its scripts used up their bounds and were ended"])
        }
        if wasShown { rows.append(["walls", walls.map { $0.joined(separator: ", ") } ?? "none: in this process"]) }
        return Self.aligned(rows)
    }

    private func section(_ title: String, _ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : ["", title] + Self.aligned(rows).map { "  " + $0 }
    }

    private static func row(_ hop: Hop) -> [String] {
        let record = hop.record
        let answer = record.status.map(String.init) ?? record.failure ?? "–"
        let target = record.location.map { "\(record.url) → \($0)" } ?? "\(record.url)"
        return [
            "\(record.number)", record.purpose == .page ? hop.cause : "part", record.method, answer,
            "\(Int(record.duration / .milliseconds(1))) ms", target,
        ]
    }

    private static func row(_ event: CookieEvent) -> [String] {
        let place = event.hop.map { "hop \($0)" } ?? "script"
        return [place, event.word, event.name, event.domain + event.path, event.reason ?? ""]
    }

    private static func row(_ cookie: Cookie) -> [String] {
        var attributes: [String] = []
        if cookie.isSecure { attributes.append("Secure") }
        if cookie.isHTTPOnly { attributes.append("HttpOnly") }
        attributes.append("SameSite \(cookie.sameSite.rawValue)")
        attributes.append(cookie.expiry.map { "until \(text($0))" } ?? "until the session ends")
        return [
            name(of: cookie), (cookie.isHostOnly ? "" : ".") + cookie.domain + path(of: cookie),
            attributes.joined(separator: ", "),
        ]
    }

    private var formRows: [[String]] {
        var rows: [[String]] = []
        for form in page?.forms ?? [] {
            let name = form.id.isEmpty ? form.name : "#" + form.id
            let title = action(of: form).map { "\(form.method.uppercased()) \($0)  \(name)" }
            rows.append([title ?? "in no form"])
            rows += form.controls.map(Self.row)
        }
        return rows
    }

    private static func row(_ control: PageControl) -> [String] {
        let name = control.name.isEmpty ? (control.id.isEmpty ? "–" : "#" + control.id) : control.name
        let state = control.isDisabled ? "disabled" : control.isFilled ? "filled" : "empty"
        return ["  " + name, control.role.map(word) ?? control.type, state, control.label]
    }

    private static func row(_ script: ReportedScript) -> [String] {
        [script.isInline ? "inline" : "from", "\(script.source)", "\(script.length) bytes", script.words]
    }

    /// Columns as wide as they need to be; a row of one cell stands for itself.
    private static func aligned(_ rows: [[String]]) -> [String] {
        let cells = rows.map { row in row.map(printable) }
        var widths: [Int] = []
        for row in cells where row.count > 1 {
            for (column, cell) in row.enumerated() {
                if column < widths.count {
                    widths[column] = max(widths[column], cell.count)
                } else {
                    widths.append(cell.count)
                }
            }
        }
        return cells.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                guard column < row.count - 1 else { continue }
                line += String(repeating: " ", count: max(0, widths[column] - cell.count) + 2)
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// A cell on one line; the white space in front of it stays.
    private static func printable(_ cell: String) -> String {
        String(cell.prefix { $0 == " " }) + PrintableText.line(cell)
    }
}
