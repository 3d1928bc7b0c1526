import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: the group is created in `init` and released in `deinit`, after all of
// its contexts (each holds its group strongly). The pointer given to the time limit is this object's own; the limit is only
// set while a task of the group runs, and cleared before `deinit` can be reached.

/// A context group: one virtual machine with its heap and code cache, shared by all pages of a host.
///
/// One thread uses it.
@safe final class ScriptGroup {
    let census = ScriptCensus()
    let reference: JSContextGroupRef
    private(set) var classes: ScriptClasses

    /// Asked about ten times a second of processor time while a script runs: whether it is ended for the parent's sake.
    var isCancelled: @Sendable () -> Bool = { false }

    /// Why the running task was ended, if it was.
    private(set) var termination: ScriptError.Kind?
    private var slicesLeft = 0
    private var depth = 0

    /// A context of no page, which lives as long as the group; made with the first page that has scripts.
    private var idle: JSGlobalContextRef?
    /// A function of no page that does nothing.
    private(set) var idleFunction: JSObjectRef?

    /// Texts that every page evaluates, parsed once.
    private var texts: [String: CJSScriptRef]

    private static let slice = 0.05

    init() {
        unsafe texts = [:]
        unsafe reference = JSContextGroupCreate()
        classes = ScriptClasses(LazyNames())
    }

    deinit {
        while let (_, text) = unsafe texts.popFirst() { unsafe CJSScriptRelease(text) }
        if let idle = unsafe idle {
            unsafe JSValueUnprotect(idle, idleFunction)
            unsafe JSGlobalContextRelease(idle)
        }
        unsafe JSContextGroupRelease(reference)
    }

    /// A text that stays with the group, by its address; nil when it is not a script.
    func keptText(_ text: String, address: String) -> CJSScriptRef? {
        if let known = unsafe texts[address] { return unsafe known }
        let made = unsafe ScriptText.with(text) { source in
            unsafe ScriptText.with(address) { unsafe CJSScriptCreate(reference, $0, source) }
        }
        unsafe texts[address] = made
        return unsafe made
    }

    /// Learns, once, the names of what the prelude makes only when a script names it.
    ///
    /// The prelude is run in a context that no page has, and asked.
    func learnLazyNames(_ prelude: String, address: String) throws(ScriptError) {
        guard unsafe idle == nil else { return }
        let made = unsafe JSGlobalContextCreateInGroup(reference, classes.window)
        unsafe idle = made
        unsafe idleFunction = JSObjectMakeFunctionWithCallback(made, nil) { context, _, _, _, _, _ in
            unsafe JSValueMakeUndefined(context)
        }
        unsafe JSValueProtect(made, idleFunction)
        let context = ScriptContext(group: self)
        defer { context.close() }
        let names = try context.function(prelude, url: address)
        let found = try context.call(names, host: [], [.string("{}")], results: ["lazyNames"])
        guard let lines = try context.call(found[0], []).text else { return }
        classes = ScriptClasses(LazyNames(lines))
    }

    /// Runs what enters the engine, under the time limit.
    ///
    /// Nested calls belong to the task of the outermost.
    func task<Result>(milliseconds: Int, _ body: () -> Result) -> Result {
        guard depth == 0 else {
            depth += 1
            defer { depth -= 1 }
            return body()
        }
        depth = 1
        termination = nil
        slicesLeft = max(1, milliseconds / 50)
        armLimit()
        defer {
            depth = 0
            unsafe CJSContextGroupClearTimeLimit(reference)
        }
        return body()
    }

    private func armLimit() {
        let pointer = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe CJSContextGroupSetTimeLimit(
            reference,
            ScriptGroup.slice,
            { _, pointer in
                guard let pointer = unsafe pointer else { return true }
                return unsafe Unmanaged<ScriptGroup>.fromOpaque(pointer).takeUnretainedValue().sliceEnded()
            },
            pointer
        )
    }

    private func sliceEnded() -> Bool {
        slicesLeft -= 1
        if isCancelled() {
            termination = .cancelled
        } else if slicesLeft <= 0 {
            termination = .timeLimit
        } else {
            armLimit()
        }
        return termination != nil
    }
}
