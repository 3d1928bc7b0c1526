public import HTTPTransport
import WebAgentCookies
public import WebAgentScripting
public import WebAgentURL

/// A request before it becomes bytes: what is asked, and who started it.
///
/// The header fields a browser adds are made from it by ``fields(userAgent:languages:suffixes:)``.
public struct AgentRequest: Hashable, Sendable {
    /// What the answer is for.
    public enum Purpose: Hashable, Sendable {
        /// A page.
        case navigation

        /// A page in a frame, with the origins of the documents around it, its parent's first; `true` for one of a frameset.
        case frame(ancestors: [Origin], isOfFrameset: Bool)

        /// A classic script of a page; `true` when its server must allow the page's origin.
        case script(crossOrigin: Bool)

        /// A request by a page's script.
        case fetch(PageRequest.Mode)
    }

    /// A body and its type.
    public struct Body: Hashable, Sendable {
        /// The bytes.
        public var bytes: [UInt8]

        /// The `Content-Type`; nil for none.
        public var contentType: String?

        /// Makes a body.
        ///
        /// - Parameters:
        ///   - bytes: the bytes.
        ///   - contentType: the `Content-Type`.
        public init(bytes: [UInt8], contentType: String?) {
            self.bytes = bytes
            self.contentType = contentType
        }
    }

    /// The method, in upper case.
    public var method: String

    /// The current URL, which redirects change.
    public var url: WebURL

    /// The body; redirects may drop it.
    public var body: Body?

    /// Fields of the caller's own; one that the agent would add takes the agent's place.
    public var extraFields: HTTPFields

    /// What the answer is for.
    var purpose = Purpose.navigation

    /// Whether the answer is a page, of its own or in a frame.
    var isNavigation: Bool {
        switch purpose {
        case .navigation, .frame: true
        case .script, .fetch: false
        }
    }

    /// The document that started it; nil when the program itself did.
    var initiator: CookieClient?

    /// What `Referer` is made of: the document's address, or what an earlier hop made of it.
    var referrerSource: WebURL?

    /// How much of that goes along.
    var referrerPolicy = ReferrerPolicy.strictOriginWhenCrossOrigin

    /// Whether a click that the program ordered led to it.
    var isUserActivated = false

    /// Whether the program reloads a page.
    var isReload = false

    /// Whether a form with a filled password field made it.
    var carriesPassword = false

    /// Whether cookies go along and are kept.
    var sendsCookies = true

    /// The URLs that redirected here, the first one first.
    var redirectedFrom: [WebURL] = []

    /// Whether a redirect made the origin unknowable, so that `Origin` says `null`.
    var hasTaintedOrigin = false

    /// Whether a script's request has left its origin, so that the answer must allow it.
    var isCORS = false

    /// Makes a request of the program itself, as if a person had typed the address.
    ///
    /// - Parameters:
    ///   - url: the address; http or https.
    ///   - method: the method.
    ///   - body: the body.
    ///   - extraFields: fields of the caller's own.
    public init(_ url: WebURL, method: String = "GET", body: Body? = nil, extraFields: HTTPFields = [:]) {
        self.url = url
        self.method = method
        self.body = body
        self.extraFields = extraFields
    }
}

extension AgentRequest: CustomStringConvertible, CustomReflectable {
    /// Method and address without query; never a field or the body.
    public var description: String { "\(method) \(RedactedURL(url))" }

    /// Shows nothing that ``description`` does not.
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
