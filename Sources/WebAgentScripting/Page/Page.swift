import WebAgentHTML
import WebAgentURL

/// One page in a host: its document, its scripts, its time.
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

    var url: WebURL {
        didSet { document.url = url }
    }
    var parser: HTMLParser?
    var clock = PageClock()
    var tasks: [PageTask] = []
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

    /// Controls that the parent's orders have filled.
    var filled: Set<NodeID> = []
    /// Whether the order that is being done has led to a navigation or a submission.
    var hasWishedToLeave = false
    /// Whether a bound is used up, so that nothing of the page runs any more.
    var isStopped = false
    var tasksRun = 0
    var scriptTime = Duration.zero
    private var scriptDepth = 0

    private(set) var bridge: PageBridge?
    private var bridgeFailed = false

    var namedItems = NamedItems()
    var selectors: [String: Selector] = [:]
    /// The element that has the focus.
    var focused: NodeID?

    init(source: PageSource, url: WebURL, group: ScriptGroup, parent: any PageParent) {
        self.source = source
        self.url = url
        document.url = url
        self.group = group
        self.parent = parent
        historyLength = max(1, source.historyLength)
    }

    /// Ends the page: its context is released, and with it every value of its scripts.
    func close() {
        tasks = []
        clock.clearAll()
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
            }
            bridge = made
            try made.handNames(to: "placeNames") { [unowned self] name in self.windowName(name) }
            try made.handNames(to: "placeMissing") { [unowned self] name in self.noteMissing(name) }
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
        let isOutermost = scriptDepth == 0
        scriptDepth += 1
        let start = ThreadTime.now()
        defer {
            scriptDepth -= 1
            if isOutermost {
                scriptTime += ThreadTime.now() - start
                if scriptTime > .milliseconds(source.limits.scriptMilliseconds) { stop("its script time") }
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
        if let name = MissingNames.named(in: message) { _ = noteMissing(name, always: true) }
    }

    var missingTold: Set<String> = []

    /// Tells the parent, once, of a name of the web platform that is not here.
    func noteMissing(_ name: String, always: Bool = false) -> ScriptValue? {
        if always || MissingNames.all.contains(name), missingTold.insert(name).inserted {
            parent.wish(.missingInterface(name: name))
        }
        return nil
    }

    private var currentScriptAddress: String {
        guard let currentScript, let src = document.attribute("src", of: currentScript) else { return url.href }
        return resolve(src)?.href ?? url.href
    }

    /// Ends all that the page does: a bound is used up.
    func stop(_ bound: String) {
        guard !isStopped else { return }
        isStopped = true
        tasks = []
        clock.clearAll()
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
        parent.ask(ask)
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
    private var mayListen: Bool {
        guard source.runsScripts else { return false }
        return document.descendants(of: document.root).contains { node in
            document.attributes(of: node).contains { $0.name.hasPrefix("on") }
        }
    }

    // MARK: Tasks

    /// Runs what was put off and what is due now.
    func drain() {
        while !isStopped, !parent.isGone {
            if !tasks.isEmpty {
                guard countTask() else { return }
                run(tasks.removeFirst())
            } else if let timer = clock.takeNext(within: 0) {
                guard countTask() else { return }
                fire(timer)
            } else {
                return
            }
        }
    }

    /// Lets page time pass until it is up or a task wished to leave; gives what is left of it.
    func advance(_ milliseconds: Int) -> Int {
        let end = clock.now + max(0, min(milliseconds, 1 << 40))
        hasWishedToLeave = false
        drain()
        while !isStopped, !parent.isGone, !hasWishedToLeave, let timer = clock.takeNext(within: end - clock.now) {
            guard countTask() else { break }
            fire(timer)
            drainTasks()
        }
        if hasWishedToLeave { return max(0, end - clock.now) }
        clock.pass(end - clock.now)
        return 0
    }

    private func drainTasks() {
        while !isStopped, !parent.isGone, !tasks.isEmpty, !hasWishedToLeave {
            guard countTask() else { return }
            run(tasks.removeFirst())
        }
    }

    private func fire(_ timer: PageClock.Timer) {
        script("fireTimer", [ScriptValue(timer.id)])
        clock.finishTimer()
    }

    private func countTask() -> Bool {
        tasksRun += 1
        if tasksRun > source.limits.tasks { stop("its number of tasks") }
        if document.nodeCount > source.limits.nodes { stop("its number of nodes") }
        return !isStopped
    }

    private func run(_ task: PageTask) {
        switch task {
        case .script(let node, let url): runExternalScript(node, url: url)
        case .request(let id, let request):
            script("deliver", [ScriptValue(id)] + RequestValues.delivered(ask(.request(request))))
        case .scriptAddress(let code): runScriptAddress(code)
        case .hashChange(let from, let to):
            if bridge != nil || mayListen { script("hashChanged", [.string(from), .string(to)]) }
        case .event(let type, let node): fire(type, at: node)
        }
    }
}
