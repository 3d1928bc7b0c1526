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
    let classes = ScriptClasses()

    /// Asked about ten times a second of processor time while a script runs: whether it is ended for the parent's sake.
    var isCancelled: @Sendable () -> Bool = { false }

    /// Why the running task was ended, if it was.
    private(set) var termination: ScriptError.Kind?
    private var slicesLeft = 0
    private var depth = 0

    /// A context of no page, which lives as long as the group.
    private let idle: JSGlobalContextRef
    /// A function of no page that does nothing.
    let idleFunction: JSObjectRef?

    /// Texts that every page evaluates, kept so that they are hashed and converted once.
    private var texts: [String: JSStringRef]

    private static let slice = 0.05

    init() {
        unsafe texts = [:]
        unsafe reference = JSContextGroupCreate()
        unsafe idle = JSGlobalContextCreateInGroup(reference, nil)
        unsafe idleFunction = JSObjectMakeFunctionWithCallback(idle, nil) { context, _, _, _, _, _ in
            unsafe JSValueMakeUndefined(context)
        }
        unsafe JSValueProtect(idle, idleFunction)
    }

    deinit {
        while let (_, text) = unsafe texts.popFirst() { unsafe JSStringRelease(text) }
        unsafe JSValueUnprotect(idle, idleFunction)
        unsafe JSGlobalContextRelease(idle)
        unsafe JSContextGroupRelease(reference)
    }

    /// A text that stays with the group, by its address.
    func keptText(_ text: String, address: String) -> JSStringRef? {
        if let known = unsafe texts[address] { return unsafe known }
        let made = unsafe ScriptText.make(text)
        unsafe texts[address] = made
        return unsafe made
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
