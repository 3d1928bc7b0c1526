import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: a value is protected in `keep` and unprotected exactly once, in
// `releaseAll`, which the owning ScriptContext calls while its context still exists and which runs on the group's thread.

/// The one owner of values that must live as long as a page: everything that Swift holds across calls is in here.
@safe final class ProtectedValues {
    private let context: JSGlobalContextRef
    private let census: ScriptCensus
    private var values: [JSValueRef]

    init(context: JSGlobalContextRef, census: ScriptCensus) {
        unsafe self.context = context
        self.census = census
        unsafe values = []
    }

    var count: Int { unsafe values.count }

    /// Protects a value until the page ends.
    func keep(_ value: JSValueRef) -> Int {
        unsafe JSValueProtect(context, value)
        unsafe values.append(value)
        census.protectedValues += 1
        return unsafe values.count - 1
    }

    subscript(index: Int) -> JSValueRef { unsafe values[index] }

    /// Gives all values back to the collector.
    func releaseAll() {
        census.protectedValues -= unsafe values.count
        while let value = unsafe values.popLast() { unsafe JSValueUnprotect(context, value) }
    }
}
