import WebAgentHTML

/// What a page and the documents in its frames share: their time, their tasks, their bounds.
final class PageWorld {
    unowned let parent: any PageParent
    let limits: PageLimits
    var clock = PageClock()
    private(set) var tasks: [(page: Page, task: PageTask)] = []

    /// Whether a bound is used up, so that nothing of the page runs any more.
    var isStopped = false
    /// Whether the order that is being done has led to a navigation or a submission of the page itself.
    var hasWishedToLeave = false
    /// Whether the parent's order is a click or a submission.
    var isUserActivated = false
    var tasksRun = 0
    var scriptTime = Duration.zero
    var scriptDepth = 0

    /// The documents that are shown, by their serial number; 0 is the page itself.
    private(set) var documents: [Int: Page] = [:]
    /// The frames, by their number.
    private(set) var frames: [Int: ChildFrame] = [:]
    private var lastNumber = 0

    /// Documents that are shown no more, but of which a script may still be running.
    private var leaving: [Page] = []

    init(parent: any PageParent, limits: PageLimits) {
        self.parent = parent
        self.limits = limits
    }

    /// A number for a document or a frame.
    func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    func add(_ page: Page) { documents[page.serial] = page }

    func add(_ frame: ChildFrame) { frames[frame.number] = frame }

    func remove(_ frame: ChildFrame) { frames[frame.number] = nil }

    /// The document of a frame; that of the page itself for 0.
    func document(inFrame number: Int) -> Page? { number == 0 ? documents[0] : frames[number]?.page }

    /// How many nodes all documents have made.
    var nodeCount: Int { documents.values.reduce(0) { $0 + $1.document.nodeCount } }

    // MARK: Tasks

    func enqueue(_ task: PageTask, of page: Page) {
        guard !isStopped, documents[page.serial] === page else { return }
        tasks.append((page, task))
    }

    /// Takes the first task of a document that passes a test.
    func takeTask(of page: Page, where test: (PageTask) -> Bool) -> PageTask? {
        guard let index = tasks.firstIndex(where: { $0.page === page && test($0.task) }) else { return nil }
        return tasks.remove(at: index).task
    }

    /// Takes the next task of any document.
    func takeTask() -> (page: Page, task: PageTask)? { tasks.isEmpty ? nil : tasks.removeFirst() }

    // MARK: Ends

    /// Ends all that the documents do.
    func stop() {
        isStopped = true
        tasks = []
        clock.clearAll()
    }

    /// Takes a document away: its tasks and timers go now, its scripts once none of them runs.
    func remove(_ page: Page) {
        documents[page.serial] = nil
        tasks.removeAll { $0.page === page }
        clock.clear(ownedBy: page.serial)
        leaving.append(page)
    }

    /// Releases the documents that are shown no more, where no script runs.
    func closeLeaving() {
        guard scriptDepth == 0, !leaving.isEmpty else { return }
        for page in leaving { page.closeScripts() }
        leaving = []
    }

    /// Releases everything.
    func closeAll() {
        tasks = []
        clock.clearAll()
        for page in leaving + Array(documents.values) { page.closeScripts() }
        leaving = []
        documents = [:]
        frames = [:]
    }
}
