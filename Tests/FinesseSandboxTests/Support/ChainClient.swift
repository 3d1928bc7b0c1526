import FinesseSandbox
import Testing

/// A client of a sandbox without servers: it follows redirects and posts forms as a browser's scripts would, with a jar
/// that keeps the rules of cookies, or all of them but one.
final class ChainClient {
    /// What a step ended with.
    struct Page {
        var url: String
        var answer: SandboxAnswer

        var status: Int { answer.status }
        var text: String { answer.text }
        /// The members of a flat JSON object.
        var json: FlatJSON? { FlatJSON(text) }
    }

    let sandbox: FinesseSandbox
    var jar: TestJar
    private(set) var hops: [String] = []

    init(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        breaking rule: CookieRule? = nil
    ) async throws {
        sandbox = try await FinesseSandbox.withoutServers(configuration)
        jar = TestJar(breaking: rule)
    }

    init(sharing sandbox: FinesseSandbox) {
        self.sandbox = sandbox
        jar = TestJar(breaking: nil)
    }

    /// The whole sign-in, from Finesse's token address to the end.
    @discardableResult
    func signIn(
        _ user: String = "sjefferson",
        typed: String? = nil,
        password: String = "Ratchet-1984",
        query: String = "return_user=yes&return_refresh_token=true",
        node: Int = 0
    ) async throws -> Page {
        hops = []
        let start = "\(sandbox.origins.nodes(.finesse)[node])/desktop/sso/token?cc_username=\(user)&\(query)"
        return try await goOn(from: try await get(start), typed: typed ?? "\(user)@finesse.com", password: password)
    }

    /// Goes on from a page until there is nothing left to post; the login form is posted once.
    func goOn(from page: Page, typed: String, password: String) async throws -> Page {
        var page = page
        var hasTyped = false
        while page.status == 200, page.text.contains("<form") {
            let isLogin = page.text.contains(#"id="loginForm""#)
            guard !isLogin || !hasTyped else { return page }
            if isLogin {
                hasTyped = true
                page = try await post(page, ["UserName": typed, "Password": password])
            } else {
                page = try await post(page)
            }
        }
        return page
    }

    /// Asks for an address and follows redirects.
    func get(_ url: String) async throws -> Page {
        try await load("GET", url, body: nil, initiator: nil)
    }

    /// Posts a form of fields to an address.
    func post(_ url: String, form: FormFields) async throws -> Page {
        try await load("POST", url, body: form.encoded, initiator: nil)
    }

    /// Does what a page's scripts do, then posts its form.
    func post(_ page: Page, _ typed: [String: String] = [:]) async throws -> Page {
        let visible = jar.scriptCookies(for: page.url)
        if page.text.contains("/adfs/astray"), visible.contains("MSISContext=") {
            return try await get(origin(page.url) + "/adfs/astray")
        }
        if page.text.contains("/ids/astray"), visible.contains("JSESSIONID=") {
            return try await get(origin(page.url) + "/ids/astray")
        }
        if let assignment = Self.between(page.text, #"document.cookie = ""#, "\"") {
            jar.store(assignment, from: page.url, isScript: true)
        }
        guard let target = Self.between(page.text, #"action=""#, "\"") else { throw Astray(url: page.url) }
        let action = Self.unescape(target)
        var form = FormFields([:])
        for input in page.text.split(separator: "<input").dropFirst() {
            let input = String(input.prefix { $0 != ">" })
            guard let name = Self.between(input, #"name=""#, "\"") else { continue }
            let value = typed[name] ?? Self.unescape(Self.between(input, #"value=""#, "\"") ?? "")
            form.fields.append(FormFields.Field(name: name, value: value))
        }
        let url = action.hasPrefix("/") ? origin(page.url) + action : action
        return try await load("POST", url, body: form.encoded, initiator: page.url)
    }

    private func load(_ method: String, _ url: String, body: String?, initiator: String?) async throws -> Page {
        var (method, url, body) = (method, url, body)
        for _ in 0..<20 {
            let (party, node) = try place(of: url)
            let path = url.split(separator: "/", maxSplits: 2).dropFirst(2).first ?? ""
            var request = SandboxRequest(
                party: party,
                node: node,
                method: method,
                target: "/" + path,
                body: Array((body ?? "").utf8)
            )
            request.isPlain = url.hasPrefix("http:")
            if body != nil { request.headers.append(("content-type", "application/x-www-form-urlencoded")) }
            let cookies = jar.header(for: url, method: method, initiator: initiator)
            if !cookies.isEmpty { request.headers.append(("cookie", cookies)) }
            let answer = Self.received(await sandbox.answer(request))
            hops.append("\(method) \(party.rawValue) \(request.path) \(answer.status)")
            for line in answer.header("Set-Cookie") { jar.store(line, from: url) }
            guard (300..<400).contains(answer.status), let location = answer.header("Location").first else {
                return Page(url: url, answer: answer)
            }
            (method, url, body) = ("GET", location, nil)
        }
        throw TooManyRedirects()
    }

    struct TooManyRedirects: Error {}

    /// A page or an address that leads nowhere.
    struct Astray: Error {
        var url: String
    }

    /// Which server and which of its nodes an address means.
    private func place(of url: String) throws -> (SandboxParty, Int) {
        for party in SandboxParty.allCases {
            if isPlain(url, party) { return (party, 0) }
            if let node = sandbox.origins.nodes(party).firstIndex(where: { url.hasPrefix($0 + "/") }) {
                return (party, node)
            }
        }
        throw Astray(url: url)
    }

    /// What arrives of an answer: nothing where the connection broke.
    private static func received(_ answer: SandboxAnswer) -> SandboxAnswer {
        switch answer.delivery {
        case .whole, .drip: return answer
        case .reset, .hangUp, .truncated, .malformedHead:
            var nothing = answer
            (nothing.status, nothing.headers, nothing.body) = (0, [], .bytes([]))
            return nothing
        }
    }

    private func isPlain(_ url: String, _ party: SandboxParty) -> Bool {
        party == .finesse && url.hasPrefix((sandbox.origins.plainFinesse ?? "-") + "/")
    }

    private func origin(_ url: String) -> String { url.split(separator: "/").prefix(2).joined(separator: "//") }

    static func between(_ text: String, _ start: String, _ end: String) -> String? {
        let pieces = text.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces.count == 2 else { return nil }
        return pieces[1].split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
    }

    static func unescape(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) { text, pair in
            text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
        }
    }
}

/// The members of a JSON object of strings and numbers, in order, read the simple way: no value here holds a quote.
struct FlatJSON {
    private var members: [(name: String, value: String)] = []

    init?(_ text: String) {
        guard text.hasPrefix("{"), text.hasSuffix("}"), text.contains(":") else { return nil }
        for part in text.dropFirst().dropLast().split(separator: ",") {
            let pieces = part.split(separator: ":", maxSplits: 1)
            guard pieces.count == 2 else { return nil }
            members.append((pieces[0].filter { $0 != "\"" }, pieces[1].filter { $0 != "\"" }))
        }
    }

    var names: [String] { members.map(\.name) }

    subscript(name: String) -> String? { members.first { $0.name == name }?.value }
}
