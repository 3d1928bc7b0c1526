import Foundation
import WebAgentCookies
import WebAgentHTML
import WebAgentURL

/// Measures this project's pieces on the inputs of `scripts/compare-pieces`, which the programs beside it get too.
///
/// usage: `OurPieces FOLDER SECONDS`. Prints a line for each piece: its name, the program, and how many units it did in a
/// second of processor time.
@main
enum OurPieces {
    /// The moment of every measurement.
    static let now = CookieTime(milliseconds: 1_700_000_000_000)

    static func main() throws {
        guard CommandLine.arguments.count == 3, let seconds = Double(CommandLine.arguments[2]) else {
            print("usage: OurPieces FOLDER SECONDS")
            exit(2)
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1])
        let meter = Meter(seconds: seconds)
        try pages("typical", in: folder, meter)
        try pages("hostile", in: folder, meter)
        try urls(in: folder, meter)
        try cookies(in: folder, meter)
    }

    /// Every page of a folder, given as text.
    private static func pages(_ kind: String, in folder: URL, _ meter: Meter) throws {
        for (name, file) in try files(kind, in: folder) {
            let page = try String(contentsOf: file, encoding: .utf8)
            meter.measure("\(kind)/\(name)", units: page.utf8.count) {
                keep(HTMLParser.parse(page, scripting: true).nodeCount)
            }
        }
    }

    /// Every list of addresses: the first line is what the others are relative to.
    private static func urls(in folder: URL, _ meter: Meter) throws {
        for (name, file) in try files("urls", in: folder) {
            let lines = try Self.lines(of: file)
            let base = lines.first.flatMap { WebURL($0) }
            let addresses = Array(lines.dropFirst())
            meter.measure("urls/\(name)", units: addresses.count) {
                for address in addresses { keep(WebURL(address, base: base)?.href.utf8.count ?? 0) }
            }
        }
    }

    /// The fields of `cookies.txt` stored in a new jar, then the header for each address of `requests.txt`.
    private static func cookies(in folder: URL, _ meter: Meter) throws {
        let fields = try lines(of: folder.appendingPathComponent("cookies.txt")).compactMap { line in
            let parts = line.split(separator: "\t")
            return WebURL(String(parts[0])).map { (context: navigation(to: $0), value: Array(parts[1].utf8)) }
        }
        var jar = CookieJar(suffixes: LibPSLPublicSuffixes())
        meter.measure("cookies/stored", units: fields.count) {
            jar = CookieJar(suffixes: LibPSLPublicSuffixes())
            for field in fields { _ = jar.store(setCookie: field.value, context: field.context, now: now) }
        }
        let requests = try lines(of: folder.appendingPathComponent("requests.txt")).compactMap { WebURL($0) }
        meter.measure("cookies/header", units: requests.count) {
            for request in requests {
                let decision = jar.cookieHeader(for: navigation(to: request), now: now)
                precondition(decision.sent.count == 50, "another number of cookies")
                keep(decision.cookieString.count)
            }
        }
    }

    /// A top-level navigation that a person began.
    private static func navigation(to url: WebURL) -> CookieContext {
        CookieContext(url: url, initiator: nil, target: .topLevel, method: "GET")
    }

    private static func files(_ kind: String, in folder: URL) throws -> [(name: String, file: URL)] {
        let files = folder.appendingPathComponent(kind)
        return try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
            .map { ($0, files.appendingPathComponent($0)) }
    }

    private static func lines(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

/// Keeps the compiler from leaving out what nobody looks at.
@inline(never)
func keep(_ value: Int) {
    withExtendedLifetime(value) {}
}
