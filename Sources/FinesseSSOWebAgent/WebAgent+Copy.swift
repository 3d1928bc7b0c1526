import FinesseSSO
import FinesseTypes
import WebAgent
import WebAgentURL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WebAgent {
    /// Puts a redacted copy of the page to a stop, as its scripts have made it where it can still be asked.
    func keepingCopy(of page: Page, _ ending: SignInEnding, _ request: SignInRequest) async -> SignInEnding {
        guard case .stopped(var stop) = ending, page.isDocument else { return ending }
        if stop.origin.isEmpty { stop.origin = "\(page.url.origin)" }
        let secrets = request.credentials.map { [$0.password.reveal(), $0.userName] } ?? []
        stop.redactedMarkup = PageRedaction.redacted(await markup(of: page), hiding: secrets)
        return .stopped(stop)
    }

    /// The markup as it stands; as it came where the page does not answer any more.
    private func markup(of page: Page) async -> String {
        guard case .value(let json?)? = try? await evaluate("document.documentElement.outerHTML"),
            let text = try? JSONDecoder().decode(String.self, from: Data(json.utf8))
        else { return String(decoding: page.body, as: UTF8.self) }
        return text
    }
}
