import WebAgentScripting
import WebAgentURL

extension WebAgent {
    /// Has the page's host do one order; takes its wishes and answers its asks on the way.
    ///
    /// A host that dies or breaks its protocol is ended, and the page with it; the agent is usable afterwards.
    func run(_ order: PageOrder, _ opening: inout Opening) async throws(WebAgentError) -> PageReport {
        let url = document.map { RedactedURL($0.url) } ?? RedactedURL(text: "")
        guard !Task.isCancelled else { throw .cancelled }
        _ = try opening.remaining(at: environment.uptime(), step: .running, url: url)
        do throws(PageHostFailure) {
            guard let link else { throw .died(reason: "no host is there") }
            try await send(link) { () throws(PageCodecError) in try PageFrame.encode(order) }
            while true {
                let left = opening.limit - (environment.uptime() - opening.start)
                // A host that never stops sending must not outlast the call.
                guard left > .zero else { throw .timeLimit(opening.limit) }
                switch try Self.message(in: try await link.receive(within: left)) {
                case .wish(let wish):
                    take(wish)
                case .ask(let ask):
                    let answer = await answer(ask, by: .page, &opening)
                    try await send(link) { () throws(PageCodecError) in try PageFrame.encode(answer) }
                case .frameAsk(let frame, let ask):
                    let answer = await answer(ask, by: frame, &opening)
                    try await send(link) { () throws(PageCodecError) in try PageFrame.encode(answer) }
                case .done(let report):
                    // The host of a call that is cancelled is being ended, even if its report was there already.
                    guard !Task.isCancelled else { throw .died(reason: "the agent was cancelled") }
                    document?.report = report
                    if let now = WebURL(report.url) { document?.url = now }
                    return report
                }
            }
        } catch {
            let broken = link
            link = nil
            document = nil
            await broken?.close()
            guard !Task.isCancelled else { throw .cancelled }
            throw .pageHost(error, url)
        }
    }

    private func send(
        _ link: any PageHostLink,
        _ encode: () throws(PageCodecError) -> [UInt8]
    ) async throws(PageHostFailure) {
        let frame: [UInt8]
        do throws(PageCodecError) {
            frame = try encode()
        } catch {
            throw .protocolBroken(reason: "\(error)")
        }
        try await link.send(frame)
    }

    private static func message(in frame: [UInt8]) throws(PageHostFailure) -> PageMessage {
        do throws(PageCodecError) {
            return try PageFrame.decodeMessage(frame)
        } catch {
            throw .protocolBroken(reason: "\(error)")
        }
    }

    /// Notes what a page wants, and records what it tells.
    private func take(_ wish: PageWish) {
        let names = configuration.publicParameterNames
        switch wish {
        case .navigate(let navigation):
            if isRefused(navigation.frame, to: navigation.url, navigation.userActivated) { return }
            document?.wish = .navigate(navigation)
        case .submit(let submission):
            if isRefused(submission.frame, to: submission.url, submission.userActivated) { return }
            document?.wish = .submit(submission)
        case .refresh(let milliseconds, let text):
            if let url = WebURL(text) { document?.schedule(.init(milliseconds: milliseconds, url: url)) }
        case .addressChanged(let text, let replaced):
            // A page can only change to an address of its own origin.
            guard let url = WebURL(text), let old = document?.url, url.origin.isSameOrigin(as: old.origin) else {
                return
            }
            document?.url = url
            history.visit(replacing: replaced)
        case .openWindow(_, let target):
            recording.append(.refusedNavigation(.otherWindow(name: Redaction.shortName(target))))
        case .console(let level, let text):
            recording.append(.console(level, length: text.utf8.count))
        case .dialog(let dialog, text: _):
            recording.append(.dialog(dialog))
        case .scriptRun(let run):
            recording.append(
                .script(
                    source: RedactedURL(text: run.source, publicNames: names),
                    isInline: run.isInline,
                    length: run.length,
                    outcome: run.outcome
                )
            )
        case .scriptError(let failure):
            if failure.kind == .budget || failure.kind == .timeLimit { document?.ended = failure.kind }
            let message = Redaction.pageText(failure.message)
            let source = RedactedURL(text: failure.source, publicNames: names)
            recording.append(.scriptError(kind: failure.kind, message: message, source: source, line: failure.line))
            document?.note(.failed(message: message, source: source, line: failure.line))
        case .missingInterface(let name):
            let name = Redaction.shortName(name)
            recording.append(.missingInterface(name))
            document?.note(.missingInterface(name))
        case .referrerPolicy(let asking, let policy):
            document?.setReferrerPolicy(policy, of: asking)
        case .blocked(let text, let reason):
            recording.append(
                .refusedRequest(RedactedURL(text: text, publicNames: names), reason: Redaction.pageText(reason))
            )
        }
    }

    /// Whether a rule keeps a frame from leading the page elsewhere; recorded.
    private func isRefused(_ frame: FrameInitiator?, to url: String, _ isUserActivated: Bool) -> Bool {
        guard let frame, let refusal = reasonNotToSteer(frame, to: url, isUserActivated: isUserActivated) else {
            return false
        }
        recording.append(.refusedNavigation(refusal))
        return true
    }
}
