import WebAgentHTML
import WebAgentURL

/// A frame of a page: an element of one document that shows another.
///
/// Source: HTML standard, section 7.3, "navigable".
final class ChildFrame {
    let number: Int
    unowned let container: Page
    let element: NodeID
    let depth: Int

    /// The name by which links, forms and scripts mean it.
    var name: String
    /// The document that is shown.
    var page: Page
    /// What is to be shown next.
    var pending: FrameLoad?
    /// Whether its element has left the document.
    var isRemoved = false

    init(number: Int, container: Page, element: NodeID, name: String, page: Page) {
        self.number = number
        self.container = container
        self.element = element
        self.name = name
        self.page = page
        depth = (container.frame?.depth ?? 0) + 1
    }

    /// Whether this frame sits in a document, at any depth.
    func isInside(_ page: Page) -> Bool {
        container === page || (container.frame?.isInside(page) ?? false)
    }
}

/// What a frame is to show.
enum FrameLoad {
    /// The answer to a request that a document starts.
    case request(FrameRequest, by: AskingDocument)
    /// The markup of a `srcdoc`.
    case markup(String)
    /// Nothing, in a document of the origin of whoever wants it so.
    case blank(FrameOrigin, AskingDocument)
}

/// Whose a document is, so that scripts of the same may touch it.
///
/// Source: HTML standard, section 7.1.1.
enum FrameOrigin: Hashable {
    case tuple(Origin)
    /// One that is the same only as itself.
    case opaque(Int)

    /// As scripts see it.
    var text: String {
        switch self {
        case .tuple(let origin): origin.description
        case .opaque: "null"
        }
    }

    var isOpaque: Bool { if case .opaque = self { true } else { false } }

    init(_ url: WebURL, serial: Int) {
        self = url.origin.isOpaque ? .opaque(serial) : .tuple(url.origin)
    }
}

/// What a frame's document may not do.
///
/// Source: HTML standard, section 7.1.5, "parse a sandboxing directive"; the flags that matter to sign-in pages.
struct FrameSandbox: OptionSet {
    let rawValue: UInt8

    static let scripts = FrameSandbox(rawValue: 1)
    static let forms = FrameSandbox(rawValue: 2)
    static let origin = FrameSandbox(rawValue: 4)
    static let topNavigation = FrameSandbox(rawValue: 8)
    static let topNavigationByUser = FrameSandbox(rawValue: 16)
    /// Other frames than its own and those inside.
    static let navigation = FrameSandbox(rawValue: 32)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The flags that a `sandbox` attribute or directive sets.
    init(directive text: String) {
        let words = Set(text.split { $0.isASCIIWhitespace }.map { $0.lowercased() })
        var flags: FrameSandbox = [.scripts, .forms, .origin, .topNavigation, .topNavigationByUser, .navigation]
        if words.contains("allow-scripts") { flags.remove(.scripts) }
        if words.contains("allow-forms") { flags.remove(.forms) }
        if words.contains("allow-same-origin") { flags.remove(.origin) }
        if words.contains("allow-top-navigation") { flags.subtract([.topNavigation, .topNavigationByUser]) }
        if words.contains("allow-top-navigation-by-user-activation") { flags.remove(.topNavigationByUser) }
        self = flags
    }
}
