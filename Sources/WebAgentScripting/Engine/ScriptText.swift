import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: a JSStringRef made here is released in the same function; pointers into
// a string are used only while the string is held.

/// Text between Swift and the engine.
///
/// Lone surrogates of a script become U+FFFD.
enum ScriptText {
    static func string(_ text: JSStringRef) -> String {
        let length = unsafe JSStringGetLength(text)
        guard length > 0, let units = unsafe JSStringGetCharactersPtr(text) else { return "" }
        return unsafe String(decoding: UnsafeBufferPointer(start: units, count: length), as: UTF16.self)
    }

    /// Lends a string of the engine.
    static func with<Result>(_ text: String, _ body: (JSStringRef?) -> Result) -> Result {
        let made = unsafe make(text)
        defer { unsafe JSStringRelease(made) }
        return unsafe body(made)
    }

    /// Makes a string of the engine, which the caller releases.
    static func make(_ text: String) -> JSStringRef? {
        // FAST PATH: the engine keeps ASCII in half the space, but only if it comes as bytes.
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0 }) {
            return unsafe text.withCString { unsafe JSStringCreateWithUTF8CString($0) }
        }
        let units = Array(text.utf16)
        return unsafe units.withUnsafeBufferPointer { buffer in
            unsafe JSStringCreateWithCharacters(buffer.baseAddress, buffer.count)
        }
    }
}
