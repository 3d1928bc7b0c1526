import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: `reference` is retained from `init` to `close`, and nothing enters the
// engine through this type after `close`. Values of the engine live on the stack for one call, or in `protected`.

/// The script side of one page: a context of its group, its node wrappers and its functions.
///
/// Everything that crosses is a ``ScriptValue``. `close()` must be called, once, before the last reference goes away.
@safe final class ScriptContext {
    let group: ScriptGroup
    let reference: JSGlobalContextRef
    let protected: ProtectedValues
    private(set) var isClosed = false

    /// The wrapper of each node that a script has seen: node number to index in `protected`.
    private var wrappers: [UInt32: Int] = [:]
    private var prototypes: [String: Int] = [:]
    private var findPrototype: ScriptHandle?
    private var makeException: ScriptHandle?
    private var makeGroup: ScriptHandle?
    private var defineLazy: ScriptHandle?
    private var defineMembers: ScriptHandle?
    private var handlesRejections = false
    private var makeWindow: ScriptHandle?
    /// The names for which nothing is to be made any more.
    private var madeNames: Set<String> = []
    private var madeMembers: Set<String> = []
    private var hasAllMembers = false
    /// What the global object knows of this.
    private var globalNative: NativeObject?

    /// Gives the interface of a node by its number, and whether its named items come before its properties.
    var interface: (UInt32) -> (name: String, isNaming: Bool) = { _ in ("Node", false) }
    /// Gives the named item of a form or document; a list stands for several nodes of a form.
    var namedItem: (UInt32, String) -> ScriptValue? = { _, _ in nil }
    /// Gives the open context of another document of the same host.
    var otherContext: (Int) -> ScriptContext? = { _ in nil }
    /// How long a task may run.
    var taskMilliseconds = 5_000

    init(group: ScriptGroup) {
        self.group = group
        unsafe reference = JSGlobalContextCreateInGroup(group.reference, group.classes.window)
        unsafe protected = ProtectedValues(context: reference, census: group.census)
        group.census.contexts += 1
        let native = NativeObject(.window, context: self)
        globalNative = native
        let pointer = unsafe Unmanaged.passUnretained(native).toOpaque()
        unsafe JSObjectSetPrivate(JSContextGetGlobalObject(reference), pointer)
    }

    /// Gives everything back; no script of the page runs afterwards.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        wrappers = [:]
        prototypes = [:]
        protected.releaseAll()
        unsafe JSObjectSetPrivate(JSContextGetGlobalObject(reference), nil)
        globalNative = nil
        // The engine holds this function from outside its heap, and a function of the page would hold the whole page.
        if handlesRejections { unsafe CJSSetUnhandledRejectionCallback(reference, group.idleFunction) }
        unsafe JSGlobalContextRelease(reference)
        group.census.contexts -= 1
    }

    /// Names the functions of the prelude that the engine's side itself needs.
    ///
    /// They find the prototype of an interface, make the exception for a fault, make the list of several nodes that a form
    /// knows by one name, make the window of a frame, define what stands for a lazy name, define all lazy members of nodes, and
    /// take a promise that was rejected and its reason.
    func use(
        findPrototype: ScriptHandle?,
        makeException: ScriptHandle?,
        makeGroup: ScriptHandle?,
        makeWindow: ScriptHandle?,
        defineLazy: ScriptHandle?,
        defineMembers: ScriptHandle?,
        rejected: ScriptHandle?
    ) {
        self.defineLazy = defineLazy
        self.defineMembers = defineMembers
        self.findPrototype = findPrototype
        self.makeException = makeException
        self.makeGroup = makeGroup
        self.makeWindow = makeWindow
        guard let rejected else { return }
        let function = unsafe JSValueToObject(reference, protected[rejected.index], nil)
        unsafe CJSSetUnhandledRejectionCallback(reference, function)
        handlesRejections = true
    }

    /// The list of the nodes that a form knows by one name.
    func group(of node: UInt32, named name: String) -> JSValueRef? {
        guard let makeGroup else { return nil }
        var exception: JSValueRef?
        return unsafe invoke(makeGroup, [.node(node), .string(name)], &exception)
    }

    /// The window of a frame as scripts of this page see it.
    func window(_ number: Int) -> JSValueRef? {
        guard let makeWindow else { return nil }
        var exception: JSValueRef?
        return unsafe invoke(makeWindow, [ScriptValue(number)], &exception)
    }

    // MARK: Running

    /// Evaluates a script in the global scope.
    func evaluate(_ source: String, url: String, line: Int = 1) throws(ScriptError) -> ScriptValue {
        unsafe try run { exception in
            unsafe ScriptText.with(source) { source in
                unsafe ScriptText.with(url) { url in
                    unsafe JSEvaluateScript(reference, source, nil, url, Int32(clamping: max(1, line)), exception)
                }
            }
        } then: { value throws(ScriptError) in
            unsafe self.value(from: value, in: self.reference)
        }
    }

    /// Evaluates an expression that gives a function, and keeps the function for the life of the page.
    ///
    /// The text stays with the group under its address: it is meant for what every page evaluates.
    func function(_ source: String, url: String) throws(ScriptError) -> ScriptHandle {
        guard let kept = unsafe group.keptText(source, address: url) else {
            throw ScriptError(kind: .exception, message: "The text is not a script.", source: url, line: 1)
        }
        return unsafe try run { exception in
            unsafe CJSScriptEvaluate(reference, kept, exception)
        } then: { value throws(ScriptError) in
            unsafe try self.keepFunction(value)
        }
    }

    /// Calls a function that was kept.
    @discardableResult
    func call(_ function: ScriptHandle, _ arguments: [ScriptValue]) throws(ScriptError) -> ScriptValue {
        unsafe try run { exception in
            unsafe invoke(function, arguments, exception)
        } then: { value throws(ScriptError) in
            unsafe self.value(from: value, in: self.reference)
        }
    }

    /// Calls a function with an object of host functions first, and keeps the functions of the object it returns, by name.
    ///
    /// A function of the host is made when a script first uses it.
    func call(
        _ function: ScriptHandle,
        host: [(name: String, body: ScriptFunctionBody)],
        _ arguments: [ScriptValue],
        results names: [String]
    ) throws(ScriptError) -> [ScriptHandle] {
        let object = unsafe JSObjectMake(reference, nil, nil)
        if let object = unsafe object {
            let bodies = Dictionary(host.lazy.map { ($0.name, $0.body) }, uniquingKeysWith: { first, _ in first })
            let index = unsafe protected.keep(object)
            let maker = unsafe makeNative(group.classes.names, .host(HostObject(bodies, object: index)))
            unsafe JSObjectSetPrototype(reference, object, maker)
        }
        return unsafe try run { exception in
            unsafe invoke(function, arguments, exception, first: object)
        } then: { value throws(ScriptError) in
            var handles: [ScriptHandle] = []
            for name in names {
                handles.append(unsafe try self.keepFunction(self.property(name, of: value)))
            }
            return handles
        }
    }

    /// The function of the host with this name; from then on the host's object itself has it.
    func hostFunction(_ name: String, of host: HostObject) -> JSValueRef? {
        guard let body = host.bodies[name] else { return nil }
        let made = unsafe makeNative(group.classes.function, .function(body))
        unsafe set(made, on: JSValueToObject(reference, protected[host.object], nil), name)
        return unsafe made
    }

    // MARK: Lazy names

    /// Makes, once, what stands for a lazy name of the global object or of nodes.
    func makeLazy(_ name: String, isGlobal: Bool) {
        guard let defineLazy, !isClosed else { return }
        if isGlobal {
            guard madeNames.insert(name).inserted else { return }
        } else {
            if name == "constructor" {
                // It leads to the prototypes themselves, which shall lack nothing then.
                makeAllMembers()
                return
            }
            guard !hasAllMembers, madeMembers.insert(name).inserted else { return }
        }
        var exception: JSValueRef?
        _ = unsafe invoke(defineLazy, [.string(name), .boolean(isGlobal)], &exception)
    }

    /// Makes all lazy members of nodes.
    func makeAllMembers() {
        guard let defineMembers, !isClosed, !hasAllMembers else { return }
        hasAllMembers = true
        var exception: JSValueRef?
        _ = unsafe invoke(defineMembers, [], &exception)
    }

    /// Takes a lazy name of the global object away; false when it is none.
    ///
    /// The engine lets no property go that has the name of a lazy one: it becomes undefined.
    func forgetLazy(_ name: String) -> Bool {
        guard group.classes.lazyNames.isGlobal(name) else { return false }
        if madeNames.insert(name).inserted { return true }
        guard let defineLazy, !isClosed else { return false }
        var exception: JSValueRef?
        _ = unsafe invoke(defineLazy, [.string(name), .boolean(true), .boolean(true)], &exception)
        return true
    }

    /// Makes an object that answers for names that nobody else knows, and hands it to a function.
    func handNames(to function: ScriptHandle, _ body: @escaping (String) -> ScriptValue?) throws(ScriptError) {
        let object = unsafe makeNative(group.classes.names, .names(body))
        unsafe try run { exception in
            unsafe invoke(function, [], exception, first: object)
        } then: { _ throws(ScriptError) in
        }
    }

    private func invoke(
        _ function: ScriptHandle,
        _ arguments: [ScriptValue],
        _ exception: UnsafeMutablePointer<JSValueRef?>,
        first: JSObjectRef? = nil
    ) -> JSValueRef? {
        // The list of arguments is on the heap, where the collector does not look: each is protected while it is there.
        var references = unsafe [JSValueRef?]()
        if let first = unsafe first {
            unsafe JSValueProtect(reference, first)
            unsafe references.append(first)
        }
        for argument in arguments {
            let value = unsafe self.reference(to: argument, in: reference)
            unsafe JSValueProtect(reference, value)
            unsafe references.append(value)
        }
        defer { while let value = unsafe references.popLast() { unsafe JSValueUnprotect(reference, value) } }
        let callee = unsafe JSValueToObject(reference, protected[function.index], nil)
        return unsafe references.withUnsafeBufferPointer { buffer in
            unsafe JSObjectCallAsFunction(reference, callee, nil, buffer.count, buffer.baseAddress, exception)
        }
    }

    private func run<Result>(
        _ body: (UnsafeMutablePointer<JSValueRef?>) -> JSValueRef?,
        then read: (JSValueRef?) throws(ScriptError) -> Result
    ) throws(ScriptError) -> Result {
        guard !isClosed else {
            throw ScriptError(kind: .cancelled, message: "The page is closed.", source: "", line: 0)
        }
        var exception: JSValueRef?
        let value = unsafe group.task(milliseconds: taskMilliseconds) { unsafe body(&exception) }
        if let kind = group.termination {
            throw ScriptError(kind: kind, message: "The script was ended by its time limit.", source: "", line: 0)
        }
        if let exception = unsafe exception {
            // What was thrown may have getters of the page, so that reading it is a task under the limit, too.
            throw group.task(milliseconds: taskMilliseconds) { unsafe error(from: exception) }
        }
        return unsafe try read(value)
    }

    private func keepFunction(_ value: JSValueRef?) throws(ScriptError) -> ScriptHandle {
        guard let value = unsafe value, unsafe JSValueIsObject(reference, value) else {
            throw ScriptError(kind: .exception, message: "A function was expected.", source: "", line: 0)
        }
        return ScriptHandle(index: unsafe protected.keep(value))
    }

    // MARK: Objects

    /// Makes an object of a native class; the collector's finalizer gives the Swift side back.
    private func makeNative(_ kind: JSClassRef, _ role: NativeObject.Role) -> JSObjectRef? {
        let native = unsafe Unmanaged.passRetained(NativeObject(role, context: self)).toOpaque()
        return unsafe JSObjectMake(reference, kind, native)
    }

    private func set(_ value: JSValueRef?, on object: JSObjectRef?, _ name: String) {
        unsafe ScriptText.with(name) { name in
            unsafe JSObjectSetProperty(
                reference,
                object,
                name,
                value,
                JSPropertyAttributes(kJSPropertyAttributeNone),
                nil
            )
        }
    }

    func property(_ name: String, of value: JSValueRef?) -> JSValueRef? {
        guard let value = unsafe value, unsafe JSValueIsObject(reference, value),
            let object = unsafe JSValueToObject(reference, value, nil)
        else { return nil }
        return unsafe ScriptText.with(name) { name in unsafe JSObjectGetProperty(reference, object, name, nil) }
    }

    /// The wrapper of a node, the same one each time.
    func wrapper(of node: UInt32) -> JSValueRef? {
        if let index = wrappers[node] { return unsafe protected[index] }
        let (name, isNaming) = interface(node)
        let kind = unsafe group.classes.node(named: name, isNaming: isNaming)
        guard let object = unsafe makeNative(kind, .node(node)) else { return nil }
        wrappers[node] = unsafe protected.keep(object)
        if let prototype = unsafe prototype(name) { unsafe JSObjectSetPrototype(reference, object, prototype) }
        return unsafe object
    }

    private func prototype(_ name: String) -> JSValueRef? {
        if let index = prototypes[name] { return unsafe protected[index] }
        guard let findPrototype else { return nil }
        var exception: JSValueRef?
        guard let found = unsafe invoke(findPrototype, [.string(name)], &exception),
            unsafe JSValueIsObject(reference, found)
        else { return nil }
        prototypes[name] = unsafe protected.keep(found)
        return unsafe found
    }

    /// The error object for a fault of the host.
    func exception(for fault: ScriptFault, in context: JSContextRef) -> JSValueRef? {
        guard let makeException else { return unsafe reference(to: .string(fault.message), in: context) }
        var exception: JSValueRef?
        return unsafe invoke(makeException, [.string(fault.name), .string(fault.message)], &exception)
    }
}

/// A function of the page that is kept for its life.
struct ScriptHandle: Sendable, Hashable {
    let index: Int
}
