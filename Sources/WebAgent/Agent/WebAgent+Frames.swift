import HTTPTransport
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

extension WebAgent {
    /// Loads the document of a frame, through its redirects, with the cookies of a page in a page.
    ///
    /// Source: HTML standard, section 7.4.5, "create navigation params by fetching", for a navigable with a container.
    func loadFrame(
        _ wanted: FrameRequest,
        by requester: Requester,
        _ opening: inout Opening
    ) async -> PageAnswer {
        let shown = RedactedURL(text: wanted.url, publicNames: configuration.publicParameterNames)
        do throws(PartFailure) {
            guard let container = document?.requester(wanted.container) else {
                throw PartFailure("its page is not known")
            }
            guard let url = WebURL(wanted.url), url.scheme == "http" || url.scheme == "https" else {
                throw PartFailure("its address is not of http or https")
            }
            try countPart(&opening)
            let first = frameRequest(wanted, url, by: requester, in: container)
            try await checkFrame(first, from: requester.url)
            if wanted.hasPasswordField, !wanted.userActivated, document?.hasSubmittedPassword != true {
                let refusal = NavigationRefusal.passwordFormNotFilled(to: shown)
                recording.append(.refusedNavigation(refusal))
                throw PartFailure("\(refusal)")
            }
            var machine = RedirectMachine(first, limit: configuration.maximumRedirects)
            while true {
                let request = machine.request
                let response = try await frameExchange(request, &opening)
                switch machine.receive(response) {
                case .finish: return try keepFrame(response, to: request, in: container)
                case .follow(let next): try await checkFrame(next, from: request.url)
                case .fail(let failure): throw PartFailure("\(failure)")
                }
            }
        } catch {
            recording.append(.refusedRequest(shown, reason: error.reason))
            return .failed(error.reason)
        }
    }

    private func frameRequest(
        _ wanted: FrameRequest,
        _ url: WebURL,
        by requester: Requester,
        in container: Requester
    ) -> AgentRequest {
        var request = AgentRequest(url)
        request.purpose = .frame(ancestors: container.around, isOfFrameset: wanted.isOfFrameset)
        request.initiator = requester.client
        request.referrerSource = requester.url
        request.referrerPolicy =
            ReferrerPolicy(rawValue: wanted.referrerPolicy.lowercased()) ?? requester.referrerPolicy
        request.isUserActivated = wanted.userActivated
        request.carriesPassword = wanted.hasPasswordField
        if wanted.method == .post {
            request.method = "POST"
            request.body = .init(bytes: wanted.body, contentType: wanted.contentType)
        }
        return request
    }

    /// Fails where a rule is against a request for a frame.
    private func checkFrame(_ request: AgentRequest, from url: WebURL) async throws(PartFailure) {
        if document?.url.scheme == "https", !request.url.isTrustworthy {
            throw PartFailure("the page is secure and this is not")
        }
        if let refusal = await reasonNotToSend(request, from: url) {
            recording.append(.refusedNavigation(refusal))
            throw PartFailure("\(refusal)")
        }
    }

    private func frameExchange(
        _ request: AgentRequest,
        _ opening: inout Opening
    ) async throws(PartFailure) -> HTTPResponse {
        do throws(WebAgentError) {
            return try await exchange(request, step: .frame, &opening)
        } catch {
            throw PartFailure(error.label)
        }
    }

    /// Gives a frame its document, if its server lets it be shown there.
    private func keepFrame(
        _ response: HTTPResponse,
        to request: AgentRequest,
        in container: Requester
    ) throws(PartFailure) -> PageAnswer {
        // Neither is shown: what the frame shows stays, as in a browser that saves the one and does nothing for the other.
        if response.hasNoContent || response.isAttachment { return .absent }
        if let refusal = FramingPolicy.refusal(of: response, at: request.url, in: container.around) {
            throw PartFailure(refusal)
        }
        let policy = response.referrerPolicy ?? .strictOriginWhenCrossOrigin
        document?.frames.append(
            FrameFacts(url: request.url, ancestors: container.around, ownPolicy: policy, referrerPolicy: policy)
        )
        let type = response.fields.text(named: "Content-Type")
        return .frame(
            FrameDocument(
                number: document?.frames.count ?? 0,
                url: request.url.href,
                contentType: type,
                isPage: DocumentType.isHTML(contentType: type, body: response.body),
                body: response.body,
                referrer: request.referrer?.href ?? "",
                sandbox: FramingPolicy.sandbox(of: response),
                refresh: response.fields.text(named: "Refresh")
            )
        )
    }

    /// The rule against a frame's leading the page itself elsewhere; nil when there is none.
    ///
    /// The sandbox is judged as the standard says ("allowed by sandboxing to navigate"). Beyond it, a frame of another origin
    /// that nobody has clicked in may not: browsers keep it so against pages that take over the pages they are shown in.
    func reasonNotToSteer(
        _ frame: FrameInitiator,
        to address: String,
        isUserActivated: Bool
    ) -> NavigationRefusal? {
        guard let page = document, let requester = page.requester(frame.document) else {
            return .otherWindow(name: "")
        }
        let names = configuration.publicParameterNames
        let target = RedactedURL(text: address, publicNames: names)
        let from = RedactedURL(requester.url, publicNames: names)
        guard frame.isLetBySandbox else { return .frameIsSandboxed(frame: from, to: target) }
        if isUserActivated || frame.wasActivated || requester.origin.isSameOrigin(as: page.url.origin) { return nil }
        return .frameWasNotClicked(frame: from, to: target)
    }

    /// The key under which a document's storage is kept: apart for frames in pages of other sites.
    ///
    /// Source: https://storage.spec.whatwg.org/ (2025), "storage key", as browsers partition it.
    func storageKey(of requester: Requester) -> String {
        let isForeign = requester.ancestors.contains { !requester.origin.isSameSite(as: $0, suffixes: suffixes) }
        guard isForeign, let top = requester.ancestors.last else { return "\(requester.origin)" }
        return "\(requester.origin) in \(top)"
    }
}
