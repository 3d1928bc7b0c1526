import HTTPTransport
import WebAgentHTML
import WebAgentScripting
import WebAgentURL

extension WebAgent {
    /// Makes an answer the open page, and runs it where it is HTML.
    func show(_ answer: FetchedAnswer, _ opening: inout Opening) async throws(WebAgentError) {
        let response = answer.response
        let contentType = response.fields.text(named: "Content-Type")
        let isPage =
            answer.refusal == nil && pageHosts != nil && !response.hasNoContent && !response.isAttachment
            && DocumentType.isHTML(contentType: contentType, body: response.body)
        if document?.isShown == true, !isPage { _ = try await run(.close, &opening) }

        document = OpenDocument(answer, isShown: isPage)
        history.visit(replacing: answer.request.isReload)
        if let field = response.fields.text(named: "Refresh"),
            let refresh = Refresh.parse(field, base: answer.request.url)
        {
            document?.refresh = .init(milliseconds: Self.milliseconds(refresh.seconds), url: refresh.url)
        }
        guard isPage else { return }
        if link == nil { link = try await startHost(for: answer.request.url) }
        _ = try await run(.open(try source(of: answer, opening)), &opening)
    }

    /// What the page's host is told of an answer.
    private func source(of answer: FetchedAnswer, _ opening: Opening) throws(WebAgentError) -> PageSource {
        let shown = RedactedURL(answer.request.url)
        let remaining = try opening.remaining(at: environment.uptime(), step: .running, url: shown)
        var limits = configuration.pageLimits
        let left = max(1, Int(remaining / .milliseconds(1)))
        limits.scriptMilliseconds = min(limits.scriptMilliseconds, left)
        limits.taskMilliseconds = min(limits.taskMilliseconds, left)
        let boundary = environment.randomBytes(16).map { Self.boundaryLetters[Int($0) % Self.boundaryLetters.count] }
        return PageSource(
            url: answer.request.url.href,
            body: answer.response.body,
            contentType: answer.response.fields.text(named: "Content-Type"),
            referrer: answer.request.referrer?.href ?? "",
            runsScripts: configuration.runsScripts,
            navigator: NavigatorFacts(userAgent: configuration.userAgent, languages: configuration.languages),
            historyLength: max(1, history.length),
            multipartBoundary: "----WebAgentFormBoundary" + String(boundary),
            limits: limits
        )
    }

    private static let boundaryLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789AB")

    /// A number of seconds as milliseconds, at most what fits.
    static func milliseconds(_ seconds: Int) -> Int {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        return overflow ? .max : product
    }

    private func startHost(for url: WebURL) async throws(WebAgentError) -> any PageHostLink {
        do throws(PageHostFailure) {
            guard let pageHosts else { throw .notStarted(reason: "the agent has none") }
            let link = try await pageHosts.pageHost()
            recording.append(.pageHost(walls: link.walls))
            return link
        } catch {
            throw .pageHost(error, RedactedURL(url))
        }
    }

    /// Describes the open page once it wants nothing more.
    func rest(_ opening: inout Opening) async throws(WebAgentError) -> Page {
        if document?.isShown == true {
            let report = try await run(.describe, &opening)
            document?.forms = report.forms
        }
        guard let document else { throw .pageHost(.died(reason: "no page is left"), RedactedURL(text: "")) }
        let names = configuration.publicParameterNames
        if document.isShown {
            let forms = document.forms.map { Recording.FormRecord($0, publicNames: names) }
            recording.append(.page(RedactedURL(document.url, publicNames: names), forms: forms))
        }
        let stop: Page.Stop =
            if let refusal = document.refusal {
                .refused(refusal)
            } else if let ended = document.ended {
                .scriptsEnded(ended)
            } else {
                .rested
            }
        let page = Page(
            url: document.url,
            status: document.response.status,
            fields: document.response.fields,
            body: document.response.body,
            isDocument: document.isShown,
            title: document.report.title,
            text: document.report.text,
            forms: document.forms,
            stop: stop,
            troubles: document.troubles,
            hops: opening.hops
        )
        self.page = page
        return page
    }
}
