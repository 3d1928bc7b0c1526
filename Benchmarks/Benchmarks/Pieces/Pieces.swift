import Benchmark
import WebAgentCookies
import WebAgentHTML
import WebAgentURL

// What one sign-in does many times, each alone. CPU time and throughput count; wall time on a shared machine does not.

/// The moment of every benchmark.
let now = CookieTime(milliseconds: 1_700_000_000_000)

/// A jar with 50 cookies in each of 60 domains.
@Sendable func fullJar() -> CookieJar {
    var jar = CookieJar(suffixes: LibPSLPublicSuffixes())
    for domain in 0..<60 {
        guard let url = WebURL("https://host\(domain).example/") else { continue }
        for cookie in 0..<50 {
            _ = jar.store(setCookie: Array("c\(cookie)=v; Secure".utf8), context: navigation(to: url), now: now)
        }
    }
    return jar
}

/// A top-level navigation that a person began.
func navigation(to url: WebURL) -> CookieContext {
    CookieContext(url: url, initiator: nil, target: .topLevel, method: "GET")
}

let benchmarks: @Sendable () -> Void = {
    // A thousand of each make one sample: a single one is shorter than the clock can tell.
    Benchmark.defaultConfiguration = .init(
        metrics: [.throughput, .wallClock],
        scalingFactor: .kilo,
        maxDuration: .seconds(3)
    )

    let base = WebURL("https://adfs.corp.example/adfs/ls/?client-request-id=1")
    let query = "client_id=bedb&response_type=code&redirect_uri=https%3A%2F%2Fh%3A8445%2F&state=" + text("a1B2c3D4", 24)
    for (name, address) in [
        (
            "already serialised",
            "https://ids.corp.example:8553/ids/v1/oauth/authorize?client_id=bedb&response_type=code"
        ),
        ("absolute, in need of work", "HTTPS://ADFS.Corp.Example:443/adfs/./ls/../?q=ü#top"),
        ("absolute, long query", "https://adfs.corp.example/adfs/ls/?" + query),
        ("relative", "../portal/./script.js?v=ü"),
        ("relative, long query", "?" + query),
        ("hostile, a path of 30,000 dots", "https://h.example/" + text("./../a/", 10_000)),
    ] {
        Benchmark("URL parsed, \(name)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(WebURL(address, base: base)) }
        }
    }

    Benchmark("Registrable domain of a host") { benchmark in
        let suffixes = LibPSLPublicSuffixes()
        for _ in benchmark.scaledIterations {
            blackHole(suffixes.registrableDomain(of: "adfs.login.corp.example.co.uk"))
        }
    }

    Benchmark("`Set-Cookie` stored") { benchmark in
        guard let url = WebURL("https://adfs.corp.example/adfs/ls/") else { return }
        let suffixes = LibPSLPublicSuffixes()
        let value = Array("MSISAuth=AAEAADaVn; path=/adfs; HttpOnly; Secure; SameSite=None".utf8)
        var jar = CookieJar(suffixes: suffixes)
        let context = navigation(to: url)
        for _ in benchmark.scaledIterations {
            blackHole(jar.store(setCookie: value, context: context, now: now))
        }
    }

    Benchmark("`Cookie` header made, 50 matching of 3,000 in 60 domains") { benchmark, jar in
        guard let url = WebURL("https://host7.example/path") else { return }
        var jar = jar
        let context = navigation(to: url)
        for _ in benchmark.scaledIterations {
            blackHole(jar.cookieHeader(for: context, now: now))
        }
    } setup: {
        fullJar()
    }

    measureTokens()

    for (name, page) in typicalPages + hostilePages {
        Benchmark("HTML parsed into a tree, \(name)", configuration: .init(scalingFactor: .one)) { benchmark in
            for _ in benchmark.scaledIterations { blackHole(HTMLParser.parse(page, scripting: true)) }
        }
    }
}

/// A text so many times.
@Sendable func text(_ piece: String, _ times: Int) -> String { String(repeating: piece, count: times) }

let typicalPages: [(String, String)] = [
    (
        "100 KB page, nearly all of it tags",
        "<!doctype html><table>"
            + text("<tr class=row><td id=a>Name</td><td><input type=text name=user value='x'></td></tr>\n", 1_200)
    ),
    (
        "100 KB page of a form",
        "<!doctype html><form>"
            + text(
                "<div class=\"form-group\">\n  <label for=\"user\">User &amp; more</label>\n  <input type=\"text\" "
                    + "class=\"form-control\" id=\"user\" name=\"user\">\n  <p>What you <b>see</b>.</p>\n</div>\n",
                590
            )
    ),
]

/// What a page may do to a parser; the cost of a byte must not grow with their number.
let hostilePages: [(String, String)] = [
    ("hostile, 100,000 nested tags", text("<div>", 100_000)),
    ("hostile, 100,000 attributes", "<p" + (0..<100_000).map { " a\($0)=b" }.joined() + ">"),
    ("hostile, 100,000 formatting elements", (0..<100_000).map { "<b id=\($0)>" }.joined()),
    ("hostile, 100,000 misnested formatting elements", text("<a><div>", 100_000)),
    ("hostile, 100,000 tables in cells", text("<table><tr><td>", 100_000)),
    ("hostile, 100,000 bodies", (0..<100_000).map { "<body a\($0)=b>" }.joined()),
    ("hostile, 5 MB of text", text("word ", 1_000_000)),
]
