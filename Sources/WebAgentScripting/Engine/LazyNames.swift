import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: the texts of a `LazyValues` are freed when it goes, and the engine copies
// them when it makes a class; the private pointer of an object is a `NativeObject` (see ScriptClasses).

/// The names of what is made only when a script uses it, so that a page pays for no more of the platform than it touches.
struct LazyNames {
    /// Names of the global object that are seen when its names are listed, and others.
    var shown: [String] = []
    var hidden: [String] = []
    /// Names of members of nodes.
    var members: [String] = []
    private var globals: Set<String> = []

    init() {}

    /// Reads what the prelude gives: a line of names for each.
    init(_ lines: String) {
        let parts = lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: ",").map(String.init)
        }
        guard parts.count == 3 else { return }
        (shown, hidden, members) = (parts[0], parts[1], parts[2])
        globals = Set(shown).union(hidden)
    }

    /// Whether it is a name of the global object.
    func isGlobal(_ name: String) -> Bool { globals.contains(name) }
}

/// The table of such names that a class of the engine is made from.
///
/// Looking one of them up makes what it stands for into a real property, which is then found as if it had always been there.
@safe final class LazyValues {
    private let entries: UnsafeMutablePointer<JSStaticValue>
    private let count: Int

    init(
        _ shown: [String],
        attributes shownAttributes: JSPropertyAttributes,
        _ hidden: [String],
        attributes hiddenAttributes: JSPropertyAttributes
    ) {
        count = shown.count + hidden.count
        unsafe entries = UnsafeMutablePointer<JSStaticValue>.allocate(capacity: count + 1)
        unsafe entries.initialize(repeating: JSStaticValue(), count: count + 1)
        for (index, name) in (shown + hidden).enumerated() {
            unsafe entries[index] = JSStaticValue(
                name: LazyValues.copy(name),
                getProperty: { _, object, name, _ in
                    unsafe makeLazy(object, name)
                    return nil
                },
                setProperty: { _, object, name, _, _ in
                    unsafe makeLazy(object, name)
                    return false
                },
                attributes: index < shown.count ? shownAttributes : hiddenAttributes
            )
        }
    }

    deinit {
        for index in 0..<count { unsafe UnsafeMutablePointer(mutating: entries[index].name)?.deallocate() }
        unsafe entries.deallocate()
    }

    /// The table, which ends with an entry without a name.
    var table: UnsafePointer<JSStaticValue> { unsafe UnsafePointer(entries) }

    private static func copy(_ text: String) -> UnsafePointer<CChar> {
        let units = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: units.count)
        for (index, unit) in units.enumerated() { unsafe copy[index] = unit }
        return unsafe UnsafePointer(copy)
    }
}

private func makeLazy(_ object: JSObjectRef?, _ name: JSStringRef?) {
    guard let name = unsafe name else { return }
    guard let native = unsafe nativeObject(of: object), let context = native.context else { return }
    var isGlobal = false
    if case .window = native.role { isGlobal = true }
    context.makeLazy(unsafe ScriptText.string(name), isGlobal: isGlobal)
}

/// Takes a name away from the global object for which nothing was made yet; of others the engine keeps the property.
func forgetLazy(_ object: JSObjectRef?, _ name: JSStringRef?) -> Bool {
    guard let name = unsafe name else { return false }
    return unsafe nativeObject(of: object)?.context?.forgetLazy(ScriptText.string(name)) ?? false
}
