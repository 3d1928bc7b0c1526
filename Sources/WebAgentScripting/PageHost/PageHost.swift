import WebAgentHTML
import WebAgentURL

/// The host of pages: does the parent's orders one after the other, until the parent is gone.
///
/// One page is open at a time; all pages share one context group, so that what was compiled once is kept.
final class PageHost: PageParent {
    private let port: any PagePort
    private let group = ScriptGroup()
    private var page: Page?
    private var wishesLeft = 0
    private var droppedWishes = 0
    private var wishBound = 1_000

    init(port: any PagePort, isCancelled: @escaping @Sendable () -> Bool) {
        self.port = port
        group.isCancelled = isCancelled
    }

    var census: ScriptCensus { group.census }

    var isGone: Bool { port.isClosed }

    /// Does orders until the parent is gone.
    func run() {
        while let frame = port.receive() {
            let report: PageReport
            do throws(PageCodecError) {
                report = done(try PageFrame.decodeOrder(frame))
            } catch {
                report = PageReport(outcome: .refused(.protocolError(error)))
            }
            send(.done(report))
        }
        closePage()
    }

    private func done(_ order: PageOrder) -> PageReport {
        if case .open(let source) = order { wishBound = max(0, source.limits.wishesPerOrder) }
        wishesLeft = wishBound
        droppedWishes = 0
        page?.world.hasWishedToLeave = false
        var report = perform(order)
        report.droppedWishes = droppedWishes
        return report
    }

    private func perform(_ order: PageOrder) -> PageReport {
        switch order {
        case .open(let source): return open(source)
        case .close:
            closePage()
            return PageReport()
        default: break
        }
        guard let page else { return PageReport(outcome: .refused(.noPage)) }
        switch order {
        case .open, .close: return PageReport()
        case .fill(let target, let value): return page.report(page.fill(target, with: value))
        case .click(let target): return page.report(page.click(target))
        case .submit(let target): return page.report(page.submit(target))
        case .evaluate(let text):
            let (outcome, value) = page.evaluate(text)
            var report = page.report(outcome)
            report.value = value
            return report
        case .advance(let milliseconds):
            let left = page.advance(milliseconds)
            var report = page.report()
            report.timeLeft = left
            return report
        case .locate(let target):
            var report = page.report()
            report.document = page.locate(target)
            return report
        case .describe:
            var report = page.report()
            report.forms = page.describedForms()
            report.text = RenderedText.text(of: page.document.root, in: page.document, limit: 20_000)
            return report
        }
    }

    private func open(_ source: PageSource) -> PageReport {
        closePage()
        guard let url = WebURL(source.url) else { return PageReport(outcome: .refused(.invalidAddress(source.url))) }
        let page = Page(source: source, url: url, group: group, parent: self)
        self.page = page
        page.load()
        return page.report(page.isStopped ? .refused(.stopped) : .done)
    }

    private func closePage() {
        page?.close()
        page = nil
    }

    // MARK: To the parent

    func wish(_ wish: PageWish) {
        // What the parent acts on is never dropped for what it only records.
        switch wish {
        case .navigate, .submit, .refresh, .referrerPolicy: break
        default:
            guard wishesLeft > 0 else {
                droppedWishes += 1
                return
            }
            wishesLeft -= 1
        }
        send(.wish(wish))
    }

    func ask(_ ask: PageAsk) -> PageAnswer { answer(to: .ask(ask)) }

    func ask(_ ask: PageAsk, by document: AskingDocument) -> PageAnswer { answer(to: .frameAsk(document, ask)) }

    private func answer(to message: PageMessage) -> PageAnswer {
        guard send(message) else { return .failed("The question was too long.") }
        guard let frame = port.receive() else { return .failed("The parent is gone.") }
        do throws(PageCodecError) {
            return try PageFrame.decodeAnswer(frame)
        } catch {
            return .failed("The answer was not understood: \(error)")
        }
    }

    @discardableResult
    private func send(_ message: PageMessage) -> Bool {
        do throws(PageCodecError) {
            port.send(try PageFrame.encode(message))
            return true
        } catch {
            // Only a text of the page can be that long: the report goes without it.
            if case .done(let report) = message {
                let bare = PageReport(outcome: report.outcome, pageTime: report.pageTime, nextTimer: report.nextTimer)
                if let frame = try? PageFrame.encode(PageMessage.done(bare)) { port.send(frame) }
            }
            return false
        }
    }
}
