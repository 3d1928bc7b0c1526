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

    Benchmark("URL, already serialised") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(WebURL("https://ids.autobot.cvp:8553/ids/v1/oauth/authorize?client_id=bedb&response_type=code"))
        }
    }

    Benchmark("URL, relative") { benchmark in
        guard let base = WebURL("https://adfs.corp.example/adfs/ls/?client-request-id=1") else { return }
        for _ in benchmark.scaledIterations {
            blackHole(WebURL("../portal/./script.js?v=ü", base: base))
        }
    }

    Benchmark("Set-Cookie stored") { benchmark in
        guard let url = WebURL("https://adfs.corp.example/adfs/ls/") else { return }
        let suffixes = LibPSLPublicSuffixes()
        let value = Array("MSISAuth=AAEAADaVn; path=/adfs; HttpOnly; Secure; SameSite=None".utf8)
        var jar = CookieJar(suffixes: suffixes)
        let context = navigation(to: url)
        for _ in benchmark.scaledIterations {
            blackHole(jar.store(setCookie: value, context: context, now: now))
        }
    }

    Benchmark("Cookie header, 50 matching of 3,000 in 60 domains") { benchmark, jar in
        guard let url = WebURL("https://host7.example/path") else { return }
        var jar = jar
        let context = navigation(to: url)
        for _ in benchmark.scaledIterations {
            blackHole(jar.cookieHeader(for: context, now: now))
        }
    } setup: {
        fullJar()
    }

    Benchmark("HTML, 100 KB page", configuration: .init(scalingFactor: .one)) { benchmark in
        let row = "<tr class=row><td id=a>Name</td><td><input type=text name=user value='x'></td></tr>\n"
        let page = "<!doctype html><title>t</title><table>" + String(repeating: row, count: 1_200)
        for _ in benchmark.scaledIterations {
            blackHole(HTMLParser.parse(page, scripting: true))
        }
    }
}
