import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: the private pointer of every object of these classes is a retained
// `NativeObject`, made in `ScriptContext.makeNative` and released exactly once, by the finalizer of the one
// class in its chain that has one; callbacks only borrow it. That of a global object is not retained: its ScriptContext holds it,
// and takes the pointer away before it goes.
// Callbacks run on the group's thread, inside a call that Swift made.

/// The native classes of a group: functions of the host, nodes, and objects that are asked for names.
@safe final class ScriptClasses {
    let function: JSClassRef
    /// All nodes.
    let node: JSClassRef
    /// Nodes whose named items come before their properties: forms and documents.
    private let namingNode: JSClassRef
    /// An object at the end of a prototype chain that is asked for names nobody else knows.
    let names: JSClassRef
    /// The global object, for the sake of a prototype of its own: the engine never lets that of a plain one be set.
    let window: JSClassRef
    /// The names that the objects of these classes make something of only when a script uses them.
    let lazyNames: LazyNames
    /// The class of each interface that has been used; its name is what `Object.prototype.toString` shows.
    private var interfaces: [String: JSClassRef]

    init(_ lazyNames: LazyNames) {
        self.lazyNames = lazyNames
        unsafe interfaces = [:]
        let hidden = JSPropertyAttributes(kJSPropertyAttributeDontEnum)
        let globals = LazyValues(lazyNames.shown, attributes: 0, lazyNames.hidden, attributes: hidden)
        let members = LazyValues([], attributes: 0, lazyNames.members, attributes: hidden)
        defer { withExtendedLifetime((globals, members)) {} }
        unsafe window = ScriptClasses.make("Window") { definition in
            unsafe definition.attributes = JSClassAttributes(kJSClassAttributeNone)
            unsafe definition.staticValues = globals.table
            unsafe definition.deleteProperty = { _, object, name, _ in unsafe forgetLazy(object, name) }
        }
        unsafe function = ScriptClasses.make("Function") { definition in
            unsafe definition.finalize = { object in unsafe releaseNative(object) }
            unsafe definition.callAsFunction = { context, function, _, count, arguments, exception in
                unsafe callHostFunction(context, function, count, arguments, exception)
            }
        }
        let node = unsafe ScriptClasses.make("Node") { definition in
            unsafe definition.finalize = { object in unsafe releaseNative(object) }
            unsafe definition.staticValues = members.table
            unsafe definition.getPropertyNames = { _, object, _ in
                unsafe nativeObject(of: object)?.context?.makeAllMembers()
            }
        }
        unsafe self.node = node
        unsafe namingNode = ScriptClasses.make("Node") { definition in
            unsafe definition.parentClass = node
            unsafe definition.getProperty = { context, object, name, _ in
                unsafe lookUpName(context, object, name)
            }
        }
        unsafe names = ScriptClasses.make("Object") { definition in
            unsafe definition.finalize = { object in unsafe releaseNative(object) }
            unsafe definition.getProperty = { context, object, name, _ in
                unsafe lookUpName(context, object, name)
            }
        }
    }

    deinit {
        while let (_, made) = unsafe interfaces.popFirst() { unsafe JSClassRelease(made) }
        unsafe JSClassRelease(namingNode)
        unsafe JSClassRelease(node)
        unsafe JSClassRelease(function)
        unsafe JSClassRelease(names)
        unsafe JSClassRelease(window)
    }

    /// The class of an interface's nodes.
    func node(named name: String, isNaming: Bool) -> JSClassRef {
        if let known = unsafe interfaces[name] { return unsafe known }
        let parent = unsafe isNaming ? namingNode : node
        let made = unsafe ScriptClasses.make(name) { definition in unsafe definition.parentClass = parent }
        unsafe interfaces[name] = made
        return unsafe made
    }

    private static func make(_ name: String, _ body: (inout JSClassDefinition) -> Void) -> JSClassRef {
        var definition = unsafe kJSClassDefinitionEmpty
        unsafe definition.attributes = JSClassAttributes(kJSClassAttributeNoAutomaticPrototype)
        unsafe body(&definition)
        return unsafe name.withCString { text in
            unsafe definition.className = text
            return unsafe JSClassCreate(&definition)
        }
    }
}

private func releaseNative(_ object: JSObjectRef?) {
    guard let pointer = unsafe JSObjectGetPrivate(object) else { return }
    unsafe Unmanaged<NativeObject>.fromOpaque(pointer).release()
}

/// The Swift side of an object of a native class.
final class NativeObject {
    enum Role {
        case function(ScriptFunctionBody)
        case node(UInt32)
        case names((String) -> ScriptValue?)
        case host(HostObject)
        case window
    }

    let role: Role
    weak let context: ScriptContext?
    private let census: ScriptCensus

    init(_ role: Role, context: ScriptContext) {
        self.role = role
        self.context = context
        census = context.group.census
        census.nativeObjects += 1
    }

    deinit {
        census.nativeObjects -= 1
    }
}

/// The functions of a host, and the object that gets those which a script has used.
final class HostObject {
    let bodies: [String: ScriptFunctionBody]
    let object: Int

    init(_ bodies: [String: ScriptFunctionBody], object: Int) {
        self.bodies = bodies
        self.object = object
    }
}

/// A function of the host: values in, a value out, or a fault thrown into the script.
typealias ScriptFunctionBody = ([ScriptValue]) throws(ScriptFault) -> ScriptValue

/// Borrows the Swift side of a native object.
func nativeObject(of object: JSObjectRef?) -> NativeObject? {
    guard let object = unsafe object, let pointer = unsafe JSObjectGetPrivate(object) else { return nil }
    return unsafe Unmanaged<NativeObject>.fromOpaque(pointer).takeUnretainedValue()
}

private func callHostFunction(
    _ reference: JSContextRef?,
    _ function: JSObjectRef?,
    _ count: Int,
    _ arguments: UnsafePointer<JSValueRef?>?,
    _ exception: UnsafeMutablePointer<JSValueRef?>?
) -> JSValueRef? {
    guard let native = unsafe nativeObject(of: function), case .function(let body) = native.role,
        let context = native.context, let reference = unsafe reference
    else { return nil }
    var values: [ScriptValue] = []
    values.reserveCapacity(count)
    for index in 0..<count {
        unsafe values.append(context.value(from: arguments?[index], in: reference))
    }
    do throws(ScriptFault) {
        return unsafe context.reference(to: try body(values), in: reference)
    } catch {
        unsafe exception?.pointee = context.exception(for: error, in: reference)
        return nil
    }
}

private func lookUpName(_ reference: JSContextRef?, _ object: JSObjectRef?, _ name: JSStringRef?) -> JSValueRef? {
    guard let native = unsafe nativeObject(of: object), let reference = unsafe reference, let name = unsafe name else {
        return nil
    }
    guard let context = native.context, !context.isClosed else {
        // Of a closed page functions are left to scripts of other pages; the host's answer nothing.
        guard case .host = native.role else { return nil }
        return unsafe JSObjectMakeFunctionWithCallback(reference, name) { context, _, _, _, _, _ in
            unsafe JSValueMakeNull(context)
        }
    }
    let text = unsafe ScriptText.string(name)
    let found: ScriptValue?
    switch native.role {
    case .function, .window: return nil
    case .host(let host): return unsafe context.hostFunction(text, of: host)
    case .node(let number):
        found = context.namedItem(number, text)
        if case .list = found { return unsafe context.group(of: number, named: text) }
    case .names(let body): found = body(text)
    }
    guard let found else { return nil }
    return unsafe context.reference(to: found, in: reference)
}
