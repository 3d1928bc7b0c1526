public import WebAgentURL

/// Everything about a request, or about a script's access, that decides over cookies.
///
/// There is one such type for storing and for sending, for pages, their parts and their scripts.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.2.
public struct CookieContext: Hashable, Sendable {
    /// By which way cookies are set or read.
    public enum Access: Hashable, Sendable {
        /// A field of an HTTP message.
        case http

        /// `document.cookie`.
        case script

        /// A `<meta http-equiv="set-cookie">`: sets nothing.
        case markup
    }

    /// What the response is for.
    public enum Target: Hashable, Sendable {
        /// A page of its own.
        case topLevel

        /// A frame, with the origins of the documents it sits in, its parent first.
        case frame(ancestors: [Origin])

        /// A part of a page: an image, a script, a fetch.
        case subresource
    }

    /// The request's current URL, or the document's.
    public var url: WebURL

    /// By which way.
    public var access: Access

    /// The document that started it; nil when the user did.
    public var initiator: CookieClient?

    /// What the response is for.
    public var target: Target

    /// The method of the current hop.
    public var method: String

    /// Whether the user reloads a page.
    public var isReload: Bool

    /// The URLs that redirected here, the first one first.
    public var redirectedFrom: [WebURL]

    /// Describes a request.
    ///
    /// - Parameters:
    ///   - url: the request's current URL.
    ///   - initiator: the document that started it; nil when the user did.
    ///   - target: what the response is for.
    ///   - method: the method of the current hop.
    ///   - isReload: whether the user reloads a page.
    ///   - redirectedFrom: the URLs that redirected here, the first one first.
    public init(
        url: WebURL,
        initiator: CookieClient?,
        target: Target,
        method: String,
        isReload: Bool = false,
        redirectedFrom: [WebURL] = []
    ) {
        self.url = url
        self.access = .http
        self.initiator = initiator
        self.target = target
        self.method = method
        self.isReload = isReload
        self.redirectedFrom = redirectedFrom
    }

    /// Describes a script's access to the cookies of its document.
    ///
    /// - Parameters:
    ///   - document: the document's URL.
    ///   - ancestors: the origins of the documents it is framed in, its parent first.
    /// - Returns: the context of `document.cookie`.
    public static func script(document: WebURL, ancestors: [Origin] = []) -> CookieContext {
        let client = CookieClient(origin: document.origin, ancestors: ancestors)
        var context = CookieContext(url: document, initiator: client, target: .subresource, method: "GET")
        context.access = .script
        return context
    }

    /// Describes a `<meta http-equiv="set-cookie">` of a document.
    ///
    /// - Parameter document: the document's URL.
    /// - Returns: a context in which nothing is stored.
    public static func markup(document: WebURL) -> CookieContext {
        var context = script(document: document)
        context.access = .markup
        return context
    }
}
