import Finesse
import FinesseSandbox
import Foundation
import Testing

@Suite("The table of what is covered")
struct CoverageTableTests {
    @Test("has a test for every call of the client, through the sandbox")
    func tests() {
        let shown = Set(CoverageRow.all.map(\.api)).union(CoverageRow.shownElsewhere.keys)
        #expect(FinesseAPI.allCases.filter { !shown.contains($0) }.map(\.rawValue) == [])
    }

    @Test("has every call of the client served by the sandbox")
    func served() {
        #expect(
            FinesseAPI.allCases.filter { !Self.isServed($0) }.map { "\($0.rawValue) \($0.method) \($0.path)" } == []
        )
    }

    @Test("stands in docs/coverage.md")
    func document() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/coverage.md")
        if ProcessInfo.processInfo.environment["WRITE_COVERAGE"] != nil {
            try Data(Self.text.utf8).write(to: file)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(kept == Self.text, "docs/coverage.md is not what the code says: make coverage writes it anew")
    }

    /// Whether the sandbox serves the call: the same method on a path of the same shape.
    private static func isServed(_ api: FinesseAPI) -> Bool {
        // Single sign-on is not REST and has its own service.
        if api.path.hasPrefix("/desktop/sso/") { return true }
        return routes.contains("\(api.method) \(shape(api.path))")
    }

    private static let routes = Set(FinesseSandbox.servedCalls.map { "\($0.method) \(shape($0.path))" })

    private static func shape(_ path: String) -> String {
        path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }.joined(separator: "/")
    }

    private static var text: String {
        let evidence: [FinesseAPI.Evidence: String] = [
            .documented: "documented", .sample: "seen in samples", .inferred: "inferred",
        ]
        let rows = FinesseAPI.allCases.map { api in
            let tests = CoverageRow.all.filter { $0.api == api }.map(\.sentence)
            let elsewhere = CoverageRow.shownElsewhere[api].map { ["\($0)"] } ?? []
            let cells = [
                api.rawValue, api.group, "`\(api.method) \(api.path)`", api.platform.rawValue,
                evidence[api.evidence] ?? "", "`\(api)`", isServed(api) ? "yes" : "no",
                (tests + elsewhere).joined(separator: "; "),
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        let absent = notCovered.map { "| \($0.row) | \($0.name) | \($0.reason) |" }
        return """
            # What of the REST API is covered

            Written by `make coverage` from the client's table of calls, the sandbox's routes and the tests that show each call through the
            typed client against the sandbox; a test fails when it is not true any more. The numbers are those of the index that both
            sides were written from. Where a row is inferred, its address follows the pattern of others and what comes back is read
            tolerantly; where nothing is known of a body, the call takes and returns an untyped element.

            | | resource | call | contact centre | evidence | client (`FinesseAPI`) | sandbox | test: through the client it … |
            |---|---|---|---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            ## What is left out

            Of these only the name is known, not the address; `finessectl api` makes them once you know it.

            | | call | why |
            |---|---|---|
            \(absent.joined(separator: "\n"))

            """
    }

    private static let notCovered: [(row: String, name: String, reason: String)] = [
        ("U9", "Get List of Reservation Dialogs", "no address"),
        ("U20", "Get List of Devices for Extension", "no address"),
        ("L2", "Post Compressed Log", "no address"), ("L3", "Log Collection", "neither method nor address"),
        ("M11", "Get Script Selectors", "no address"), ("C24", "Cloud Connect: Configuration Get", "no address"),
        ("C25", "Cloud Connect: Configuration Set", "no address"),
        ("C26", "Cloud Connect: Integration Delete", "no address"),
        ("V2", "Maintenance Mode: Start", "neither method nor address"),
        ("V3", "Maintenance Mode: Get status", "no address"),
        ("V5", "Diagnostic Portal: Get performance information", "no address"),
        ("V6", "Diagnostic Portal: Get product version", "no address"),
        ("V7", "Performance: Get counters", "no address"), ("V9", "Locked Out Users: List", "no address"),
        ("V10", "Locked Out Users: Unlock", "neither method nor address"),
        ("X1", "Desktop configuration", "no address"), ("X2", "Languages list", "no address"),
        ("X3", "Resource URLs", "no address"),
    ]
}
