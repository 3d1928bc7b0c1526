import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import HTTPTransport
import Synchronization
import WebAgent
import WebAgentURL

/// A page of an identity provider that somebody saved, as if it came from its address.
struct SavedPage: Sendable {
    var body: [UInt8]
    var url: String
    var rules: SignInRules
    var realm: String?
    var isAfterPassword = false
    var runsScripts = false

    /// What would be done on it; whatever it asks for goes nowhere.
    ///
    /// - Parameter pages: shows it.
    /// - Returns: the decision.
    /// - Throws: ``CommandFailure`` for an address that is none; `SignInAgentError` for a page that cannot be shown.
    func decision(_ pages: SignInPages) async throws -> SavedPageDecision {
        guard let address = WebURL(url), ["http", "https"].contains(address.scheme) else {
            throw CommandFailure(
                .usage,
                "\"\(url)\" is no address of a page. Write it as https://host/path with --url."
            )
        }
        let transport = SavedPageTransport(body: body, url: address)
        var options = SignInOptions()
        // Nothing is sent, so that nothing needs to be kept from being sent.
        options.passwordRule.plainOrigins = ["\(address.origin)"]
        let agent = pages.agent(over: transport, options: options, runsScripts: runsScripts)
        let request = SignInRequest(
            startURL: address.href,
            finalAnswer: FinalAnswerRule(origins: []),
            credentials: SignInCredentials(userName: "user@example.com", password: Password("made-up-password")),
            passwordRule: options.passwordRule,
            acceptsConsent: true,
            answers: PageAnswers(
                oneTimeCodes: OneTimeCodes { _ in OneTimeCode("000000") },
                realm: realm,
                rules: rules
            )
        )
        let decided: PageDecision
        do {
            decided = try await agent.decision(request, passwordWasSent: isAfterPassword)
        } catch {
            throw CommandFailure(error)
        }
        await agent.close()
        return SavedPageDecision(decided: decided, wentOnTo: transport.wentOnTo)
    }
}

/// Gives the page for its own address, and nothing for any other; a page that goes on by itself stays where it is.
private final class SavedPageTransport: HTTPTransport {
    private let body: [UInt8]
    private let url: WebURL
    private let navigations = Mutex<[String]>([])
    private let isShown = Mutex(false)

    init(body: [UInt8], url: WebURL) {
        self.body = body
        self.url = url
    }

    /// Where the page wanted to go by itself, without the query.
    var wentOnTo: String? { navigations.withLock { $0.first } }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let isFirst = isShown.withLock { shown in
            defer { shown = true }
            return !shown
        }
        if isFirst {
            return HTTPResponse(status: 200, fields: ["Content-Type": "text/html; charset=utf-8"], body: body)
        }
        // Of all requests only those for a page have this field.
        guard request.fields.contains(named: "Upgrade-Insecure-Requests") else { return HTTPResponse(status: 404) }
        navigations.withLock { $0.append("\(request)") }
        return HTTPResponse(status: 204)
    }
}
