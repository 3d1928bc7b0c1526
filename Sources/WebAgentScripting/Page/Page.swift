import WebAgentHTML
import WebAgentURL

/// One page in a host, or the document of a frame in it: its tree, its scripts, its time.
///
/// Lives on the host's thread, and nothing of it leaves it.
final class Page {
    enum ReadyState: String {
        case loading
        case interactive
        case complete
    }

    let document = Document()
    let source: PageSource
    let group: ScriptGroup
    unowned let parent: any PageParent

    /// What it shares with the documents of its frames.
    let world: PageWorld
    /// Tells the documents of a page apart; 0 is the page itself.
    let serial: Int
    /// The frame that shows it; nil for the page itself.
    var frame: ChildFrame?
    /// Its frames, by their elements.
    var frames: [NodeID: ChildFrame] = [:]
    let origin: FrameOrigin
    let sandbox: FrameSandbox
    /// As the parent knows it.
    let asking: AskingDocument
    /// What addresses are relative to where its own is none to be relative to.
    private let fallbackBase: WebURL?

    var url: WebURL {
        didSet { document.url = fallbackBase ?? url }
    }
    var parser: HTMLParser?
    var readyState = ReadyState.loading
    var currentScript: NodeID?

    /// Scripts with `defer`, in order.
    var deferredScripts: [NodeID] = []
    var refreshSeen = false
    var lastRequest = 0
    var historyLength: Int

    /// Whether a script has opened the document to write it anew.
    var isOpenedByScript = false
    var writeDepth = 0

    /// Whether a script observes the tree, so that it is told of what the parser inserts.
    var isObserved = false

    /// Controls that the parent's orders have filled.
    var filled: Set<NodeID> = []
    /// Whether an order of the parent has clicked or submitted here.
    var wasActivated = false
    /// The policy that the parent was told of last.
    var toldReferrerPolicy = ""
    /// The timer of a frame's `Refresh`, and where it leads.
    var refresh: (timer: Int, url: WebURL)?

    private(set) var bridge: PageBridge?
    private var bridgeFailed = false

    var namedItems = NamedItems()
    var selectors: [String: Selector] = [:]
    /// The element that has the focus.
    var focused: NodeID?

    /// Makes the page itself.
    convenience init(source: PageSource, url: WebURL, group: ScriptGroup, parent: any PageParent) {
        self.init(
            source: source,
            url: url,
            group: group,
            world: PageWorld(parent: parent, limits: source.limits),
            serial: 0,
            origin: FrameOrigin(url, serial: 0)
        )
    }

    /// Makes a document, in a frame where its serial number is not 0.
    init(
        source: PageSource,
        url: WebURL,
        group: ScriptGroup,
        world: PageWorld,
        serial: Int,
        origin: FrameOrigin,
        sandbox: FrameSandbox = [],
        asking: AskingDocument = .page,
        fallbackBase: WebURL? = nil
    ) {
        self.source = source
        self.url = url
        self.group = group
        self.world = world
        self.serial = serial
        self.origin = origin
        self.sandbox = sandbox
        self.asking = asking
        self.fallbackBase = fallbackBase
        parent = world.parent
        historyLength = max(1, source.historyLength)
        document.url = fallbackBase ?? url
        world.add(self)
    }

    /// How many nodes the documents of the page have made together.
    var nodesMade: Int { world.frames.isEmpty ? document.nodeCount : world.nodeCount }

    /// Whether it is the page itself, and not a frame's document.
    var isTop: Bool { serial == 0 }

    var clock: PageClock {
        get { world.clock }
        _modify { yield &world.clock }
    }

    var isStopped: Bool {
        get { world.isStopped }
        set { world.isStopped = newValue }
    }

    /// Puts work off until the script that is running has ended.
    func enqueue(_ task: PageTask) { world.enqueue(task, of: self) }

    /// Ends the page and its frames: their contexts are released, and with them every value of their scripts.
    func close() { world.closeAll() }

    /// Releases the context, and what holds the document to others.
    func closeScripts() {
        frames = [:]
        frame = nil
        bridge?.context.close()
        bridge = nil
        parser = nil
    }

    /// The base address of the page.
    var baseURL: WebURL { document.baseURL ?? url }

    /// The encoding that the page was read in.
    var encoding: CharacterEncoding { document.encoding }

    /// Resolves an address that the page names.
    func resolve(_ text: String) -> WebURL? { document.resolve(text) }

    // MARK: Scripts

    /// The script side, made when it is first needed; nil when the page is stopped or it could not be made.
    func scripting() -> PageBridge? {
        if let bridge { return bridge }
        guard !bridgeFailed, !isStopped else { return nil }
        do throws(ScriptError) {
            let made = try PageBridge(
                group: group,
                taskMilliseconds: source.limits.taskMilliseconds,
                host: hostFunctions(),
                facts: scriptFacts()
            ) { context in
                context.interface = { [unowned self] number in self.interface(of: NodeID(rawValue: number)) }
                context.namedItem = { [unowned self] number, name in self.namedItem(name, of: NodeID(rawValue: number))
                }
                context.otherContext = { [unowned world] serial in world.documents[serial]?.bridge?.context }
            }
            bridge = made
            try made.handNames(to: "placeNames") { [unowned self] name in self.windowName(name) }
            try made.handNames(to: "placeMissing") { [unowned self] name in
                self.noteMissingMember(name, isNode: true)
                return nil
            }
            try made.handNames(to: "placeMissingElsewhere") { [unowned self] name in
                self.noteMissingMember(name, isNode: false)
                return nil
            }
            return made
        } catch {
            bridgeFailed = true
            failed(error)
            return nil
        }
    }

    /// Calls a function of the prelude, in the bounds of the page.
    @discardableResult
    func script(_ name: String, _ arguments: [ScriptValue] = []) -> ScriptValue? {
        guard let bridge = scripting() else { return nil }
        return inBounds { () throws(ScriptError) in try bridge.call(name, arguments) }
    }

    /// Runs what enters the engine; counts its time, and tells the parent of an error.
    func inBounds(_ body: () throws(ScriptError) -> ScriptValue) -> ScriptValue? {
        guard !isStopped else { return nil }
        let isOutermost = world.scriptDepth == 0
        world.scriptDepth += 1
        let start = ThreadTime.now()
        defer {
            world.scriptDepth -= 1
            if isOutermost {
                world.scriptTime += ThreadTime.now() - start
                if world.scriptTime > .milliseconds(source.limits.scriptMilliseconds) { stop("its script time") }
            }
        }
        do throws(ScriptError) {
            return try body()
        } catch {
            failed(error)
            return nil
        }
    }

    /// Tells page and parent of an error that ended a script.
    func failed(_ error: ScriptError) {
        switch error.kind {
        case .cancelled: isStopped = true
        case .timeLimit:
            parent.wish(
                .scriptError(
                    ScriptFailure(
                        kind: .timeLimit,
                        message: "A script ran longer than \(source.limits.taskMilliseconds) ms and was ended.",
                        source: currentScriptAddress,
                        line: 0
                    )
                )
            )
        case .exception:
            guard let bridge, !isStopped else {
                reportException(error.message, error.source, error.line)
                return
            }
            do throws(ScriptError) {
                try bridge.call(
                    "tellError",
                    [.string(error.message), .string(error.source), ScriptValue(error.line), .null]
                )
            } catch {
                isStopped = isStopped || error.kind == .cancelled
            }
        }
    }

    /// Sends an exception to the parent, and the name of the interface it was after.
    func reportException(_ message: String, _ source: String, _ line: Int) {
        parent.wish(
            .scriptError(
                ScriptFailure(
                    kind: .exception,
                    message: message,
                    source: source.isEmpty ? currentScriptAddress : source,
                    line: line
                )
            )
        )
        if let name = MissingNames.named(in: message) { noteMissing(name) }
    }

    var missingTold: Set<String> = []
    /// The name that was just looked for on the window, whose chain of prototypes ends where that of nodes does.
    private var windowNameAsked = ""

    /// Tells the parent, once, of a name of the web platform that is not here.
    func noteMissing(_ path: String) {
        if missingTold.insert(path).inserted { parent.wish(.missingInterface(name: path)) }
    }

    /// Looks at a name that nothing of the window has.
    func noteMissingGlobal(_ name: String) {
        windowNameAsked = name
        if MissingNames.globals.contains(name) { noteMissing(name) }
    }

    /// Looks at a name that no node has; `isNode` is false for the other objects of the platform.
    func noteMissingMember(_ name: String, isNode: Bool) {
        if isNode, name == windowNameAsked {
            windowNameAsked = ""
            return
        }
        if let path = (isNode ? MissingNames.nodeMembers : MissingNames.otherMembers)[name] { noteMissing(path) }
    }

    private var currentScriptAddress: String {
        guard let currentScript, let src = document.attribute("src", of: currentScript) else { return url.href }
        return resolve(src)?.href ?? url.href
    }

    /// Ends all that the page does: a bound is used up.
    func stop(_ bound: String) {
        guard !isStopped else { return }
        world.stop()
        parent.wish(
            .scriptError(
                ScriptFailure(
                    kind: .budget,
                    message: "The page used up \(bound) and was stopped.",
                    source: url.href,
                    line: 0
                )
            )
        )
    }

    /// Asks the parent, and waits for the answer.
    func ask(_ ask: PageAsk) -> PageAnswer {
        isTop ? parent.ask(ask) : parent.ask(ask, by: asking)
    }

    // MARK: Events

    /// Fires an event that the platform itself makes.
    func fire(_ type: String, at node: NodeID?, kind: String = "Event", bubbles: Bool = false, cancelable: Bool = false)
    {
        // A page without scripts and handlers needs no engine to find out that nobody listens.
        if bridge == nil, !mayListen { return }
        let target = node.map { ScriptValue.node($0.rawValue) } ?? .string("window")
        script("fire", [.string(type), target, .string(kind), .boolean(bubbles), .boolean(cancelable)])
    }

    /// Whether the page has a handler in its markup.
    var mayListen: Bool {
        guard source.runsScripts else { return false }
        return document.descendants(of: document.root).contains { node in
            document.attributes(of: node).contains { $0.name.hasPrefix("on") }
        }
    }
}
