import Testing

@testable import WebAgentScripting

/// A parent for tests: orders go to a host on its thread through the bytes, wishes are kept, asks are answered from tables.
final class TestPage {
    let connection: PageHostConnection
    var wishes: [PageWish] = []
    var asks: [PageAsk] = []
    /// What documents of frames asked.
    var frameAsks: [(document: AskingDocument, ask: PageAsk)] = []
    /// The documents of frames, by address; they get their numbers in the order in which they are asked for.
    var frames: [String: FrameDocument] = [:]
    var framesGiven = 0
    var cookies: [String] = []
    var storage: [StorageArea: [(key: String, value: String)]] = [:]
    /// The sources of external scripts and the answers to requests, by address.
    var resources: [String: PageResponse] = [:]

    init(_ connection: PageHostConnection = PageHostThread.start()) {
        self.connection = connection
    }

    deinit {
        connection.close()
    }

    /// Opens a page made of this markup.
    @discardableResult
    func open(
        _ markup: String,
        url: String = "https://idp.example.test/login?a=1",
        limits: PageLimits = PageLimits(),
        scripts: Bool = true
    ) async throws -> PageReport {
        var source = PageSource(url: url, body: Array(markup.utf8), contentType: "text/html; charset=utf-8")
        source.limits = limits
        source.runsScripts = scripts
        source.referrer = "https://sp.example.test/"
        source.navigator.userAgent = "TestAgent/1.0"
        return try await order(.open(source))
    }

    /// Sends an order and waits until it is done.
    @discardableResult
    func order(_ order: PageOrder) async throws -> PageReport {
        try connection.send(order)
        while true {
            switch try await connection.receive(within: .seconds(60)) {
            case .wish(let wish): wishes.append(wish)
            case .ask(let ask):
                asks.append(ask)
                try connection.answer(answer(ask))
            case .frameAsk(let document, let ask):
                frameAsks.append((document, ask))
                try connection.answer(answer(ask, by: document))
            case .done(let report): return report
            }
        }
    }

    /// The value of a script in the page, as JSON.
    func value(_ script: String) async throws -> String? {
        try await order(.evaluate(script)).value
    }

    func script(_ url: String, _ text: String) {
        resources[url] = PageResponse(
            url: url,
            status: 200,
            headers: [PageHeader(name: "content-type", value: "text/javascript; charset=utf-8")],
            body: Array(text.utf8)
        )
    }

    var submissions: [PageSubmission] {
        wishes.compactMap { if case .submit(let submission) = $0 { submission } else { nil } }
    }

    var navigations: [PageNavigation] {
        wishes.compactMap { if case .navigate(let navigation) = $0 { navigation } else { nil } }
    }

    var errors: [ScriptFailure] {
        wishes.compactMap { if case .scriptError(let failure) = $0 { failure } else { nil } }
    }

    var missing: [String] {
        wishes.compactMap { if case .missingInterface(let name) = $0 { name } else { nil } }
    }

    var console: [String] {
        wishes.compactMap { if case .console(_, let text) = $0 { text } else { nil } }
    }

    /// The frames that were asked for, whoever asked.
    var frameRequests: [FrameRequest] {
        (asks + frameAsks.map(\.ask)).compactMap { if case .loadFrame(let request) = $0 { request } else { nil } }
    }

    func frame(_ url: String, _ markup: String) {
        frames[url] = FrameDocument(number: 0, url: url, contentType: "text/html", body: Array(markup.utf8))
    }

    private func answer(_ ask: PageAsk, by document: AskingDocument = .page) -> PageAnswer {
        switch ask {
        case .loadFrame(let request):
            guard var found = frames[request.url] else { return .failed("not there") }
            framesGiven += 1
            found.number = framesGiven
            return .frame(found)
        case .readCookies: return .text(cookies.joined(separator: "; "))
        case .writeCookie(let cookie):
            cookies.append(cookie.split(separator: ";").first.map(String.init) ?? "")
            return .acknowledged
        case .loadScript(let url, _, _): return resources[url].map(PageAnswer.response) ?? .failed("not there")
        case .request(let request): return resources[request.url].map(PageAnswer.response) ?? .failed("not there")
        case .randomBytes(let count): return .bytes([UInt8](repeating: 7, count: count))
        case .storage(let area, let operation): return store(area, operation)
        }
    }

    private func store(_ area: StorageArea, _ operation: StorageOperation) -> PageAnswer {
        var pairs = storage[area] ?? []
        defer { storage[area] = pairs }
        switch operation {
        case .keys: return .keys(pairs.map(\.key))
        case .get(let key): return pairs.first { $0.key == key }.map { .text($0.value) } ?? .absent
        case .set(let key, let value):
            if let index = pairs.firstIndex(where: { $0.key == key }) {
                pairs[index].value = value
            } else {
                pairs.append((key, value))
            }
            return .acknowledged
        case .remove(let key):
            pairs.removeAll { $0.key == key }
            return .acknowledged
        case .clear:
            pairs = []
            return .acknowledged
        }
    }
}

extension PageSubmission {
    var text: String { String(decoding: body, as: UTF8.self) }
}
