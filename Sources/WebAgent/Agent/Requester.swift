import WebAgentCookies
import WebAgentScripting
import WebAgentURL

/// A document that asks for something: the open page, or one in a frame of it.
struct Requester {
    let url: WebURL

    /// Opaque where a sandbox took it away.
    let origin: Origin

    /// The origins of the documents it is framed in, its parent first.
    let ancestors: [Origin]

    var referrerPolicy: ReferrerPolicy

    var client: CookieClient { CookieClient(origin: origin, ancestors: ancestors) }

    /// The origins around a frame in this document.
    var around: [Origin] { [origin] + ancestors }
}

/// The document of a frame, as the agent gave it to the page's host.
struct FrameFacts {
    let url: WebURL
    let ancestors: [Origin]

    /// What its answer says, and what a `meta` element of it says.
    let ownPolicy: ReferrerPolicy
    var referrerPolicy: ReferrerPolicy
}

extension OpenDocument {
    /// The document that a host means; nil for a number that was never given.
    func requester(_ document: AskingDocument) -> Requester? {
        if document.number == 0 {
            return Requester(
                url: url,
                origin: document.isOpaque ? .opaque : url.origin,
                ancestors: [],
                referrerPolicy: referrerPolicy
            )
        }
        guard frames.indices.contains(document.number - 1) else { return nil }
        let frame = frames[document.number - 1]
        return Requester(
            url: frame.url,
            origin: document.isOpaque ? .opaque : frame.url.origin,
            ancestors: frame.ancestors,
            referrerPolicy: frame.referrerPolicy
        )
    }

    /// The page itself.
    var requester: Requester {
        Requester(url: url, origin: url.origin, ancestors: [], referrerPolicy: referrerPolicy)
    }

    /// Heeds what a document's `meta` element says; a word that is no policy takes it back.
    mutating func setReferrerPolicy(_ text: String, of document: AskingDocument) {
        let policy = ReferrerPolicy(rawValue: text)
        if document.number == 0 {
            referrerPolicy = policy ?? ownPolicy
        } else if frames.indices.contains(document.number - 1) {
            frames[document.number - 1].referrerPolicy = policy ?? frames[document.number - 1].ownPolicy
        }
    }
}
