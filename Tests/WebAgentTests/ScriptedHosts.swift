import Synchronization
import WebAgent
import WebAgentScripting

/// What a scripted page does with an order: sends wishes, asks, and reports.
struct ScriptedPage: Sendable {
    let url: String
    fileprivate let outbox: Mailbox
    fileprivate let answers: Mailbox

    func wish(_ wish: PageWish) async { await outbox.put(frame(.wish(wish))) }

    func ask(_ ask: PageAsk) async -> PageAnswer {
        await outbox.put(frame(.ask(ask)))
        return (try? PageFrame.decodeAnswer(await answers.take())) ?? .failed("no answer")
    }

    func submit(
        _ method: PageSubmission.Method = .post,
        to address: String,
        body: String = "",
        password: Bool = false,
        clicked: Bool = false
    ) async {
        await wish(
            .submit(
                PageSubmission(
                    method: method,
                    url: address,
                    contentType: method == .post ? "application/x-www-form-urlencoded" : nil,
                    body: Array(body.utf8),
                    userActivated: clicked,
                    hasPasswordField: password
                )
            )
        )
    }

    func go(to address: String, clicked: Bool = false, target: String = "") async {
        await wish(
            .navigate(PageNavigation(url: address, kind: .assign, userActivated: clicked, target: target))
        )
    }

    fileprivate func frame(_ message: PageMessage) -> [UInt8] { (try? PageFrame.encode(message)) ?? [] }
}

/// Page hosts without an engine: each page, named by its address, does what its script here says, over the real bytes.
final class ScriptedHosts: PageHostProvider {
    typealias Script = @Sendable (PageOrder, ScriptedPage) async -> PageReport

    private let scripts: [String: Script]
    private let seen = Mutex<[PageOrder]>([])
    private let started = Mutex(0)
    private let ended = Mutex(0)

    init(_ scripts: [String: Script] = [:]) {
        self.scripts = scripts
    }

    /// Every order that came, in order.
    var orders: [PageOrder] { seen.withLock { $0 } }

    var startedHosts: Int { started.withLock { $0 } }

    var endedHosts: Int { ended.withLock { $0 } }

    func pageHost() async throws(PageHostFailure) -> any PageHostLink {
        started.withLock { $0 += 1 }
        return Host(owner: self)
    }

    private func note(_ order: PageOrder) { seen.withLock { $0.append(order) } }

    private final class Host: PageHostLink {
        private let owner: ScriptedHosts
        private let outbox = Mailbox()
        private let answers = Mailbox()
        private let page = Mutex("")

        init(owner: ScriptedHosts) {
            self.owner = owner
        }

        func send(_ frame: [UInt8]) async throws(PageHostFailure) {
            guard let order = try? PageFrame.decodeOrder(frame) else {
                await answers.put(frame)
                return
            }
            owner.note(order)
            if case .open(let source) = order { page.withLock { $0 = source.url } }
            let address = page.withLock { $0 }
            let key = String(address.prefix { $0 != "?" && $0 != "#" })
            let script = owner.scripts[key] ?? { _, _ in PageReport(title: "a page") }
            let scripted = ScriptedPage(url: address, outbox: outbox, answers: answers)
            Task {
                var report = await script(order, scripted)
                if report.url.isEmpty { report.url = address }
                await outbox.put(scripted.frame(.done(report)))
            }
        }

        func receive(within bound: Duration) async throws(PageHostFailure) -> [UInt8] {
            let frame = await outbox.take()
            guard frame != Mailbox.end else { throw .died(reason: "it was told to") }
            return frame
        }

        func close() async { owner.ended.withLock { $0 += 1 } }
    }
}

extension ScriptedPage {
    /// Makes the host end in the middle.
    func die() async { await outbox.put(Mailbox.end) }

    /// Sends bytes that are no message.
    func babble() async { await outbox.put([1, 2, 3]) }
}

/// Frames on their way, one waiting reader at most.
actor Mailbox {
    static let end: [UInt8] = []

    private var frames: [[UInt8]] = []
    private var reader: CheckedContinuation<[UInt8], Never>?

    func put(_ frame: [UInt8]) {
        if let waiting = reader {
            reader = nil
            waiting.resume(returning: frame)
        } else {
            frames.append(frame)
        }
    }

    func take() async -> [UInt8] {
        if !frames.isEmpty { return frames.removeFirst() }
        return await withCheckedContinuation { reader = $0 }
    }
}
