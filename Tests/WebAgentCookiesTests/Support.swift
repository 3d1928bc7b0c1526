import Testing
import WebAgentCookies
import WebAgentURL

/// The moment every test begins at: 2025-06-01T00:00:00Z.
let start = CookieTime(seconds: 1_748_736_000)

let suffixes = PublicSuffixList(rules: ["com", "org", "uk", "co.uk"])

func makeJar(_ change: (inout CookiePolicy) -> Void = { _ in }) -> CookieJar {
    var policy = CookiePolicy()
    change(&policy)
    return CookieJar(suffixes: suffixes, policy: policy)
}

func url(_ text: String) throws -> WebURL { try #require(WebURL(text)) }

/// A page the user opened.
func opened(_ text: String) throws -> CookieContext {
    CookieContext(url: try url(text), initiator: nil, target: .topLevel, method: "GET")
}

/// A request that a page started.
func started(
    by page: String,
    to text: String,
    target: CookieContext.Target = .topLevel,
    method: String = "GET"
) throws -> CookieContext {
    CookieContext(
        url: try url(text),
        initiator: CookieClient(origin: try url(page).origin),
        target: target,
        method: method
    )
}

extension CookieJar {
    @discardableResult
    mutating func set(_ line: String, at context: CookieContext, now: CookieTime = start) -> StoreDecision {
        store(setCookie: Array(line.utf8), context: context, now: now)
    }

    @discardableResult
    mutating func set(_ line: String, at text: String, now: CookieTime = start) throws -> StoreDecision {
        set(line, at: try opened(text), now: now)
    }

    mutating func header(for context: CookieContext, now: CookieTime = start) -> String {
        String(decoding: cookieHeader(for: context, now: now).header ?? [], as: UTF8.self)
    }

    mutating func header(for text: String, now: CookieTime = start) throws -> String {
        header(for: try opened(text), now: now)
    }

    /// The rules that kept cookies back.
    mutating func reasons(for context: CookieContext, now: CookieTime = start) -> [WithholdReason] {
        cookieHeader(for: context, now: now).withheld.map(\.reason)
    }
}

extension StoreDecision {
    var refusal: CookieRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }

    var cookie: Cookie? {
        if case .stored(let cookie, evicted: _) = self { cookie } else { nil }
    }
}

/// Knows no public suffix.
struct PublicSuffixListOfNothing: PublicSuffixes {
    func registrableDomain(of host: String) -> String? { host }
    func isPublicSuffix(_ host: String) -> Bool { false }
}
