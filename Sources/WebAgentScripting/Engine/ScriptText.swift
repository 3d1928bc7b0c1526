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

    /// Whether a script imports a module by a call; one that stands in a comment or a text counts as well.
    static func importsModules(_ script: String) -> Bool {
        let word = Array("import".utf8)
        var script = script
        return script.withUTF8 { bytes in
            var index = word.count
            while index < bytes.count {
                defer { index += 1 }
                // FAST PATH: one byte tells that most places are none.
                guard unsafe bytes[index] == UInt8(ascii: "("), unsafe bytes[index - 1] == UInt8(ascii: "t") else {
                    continue
                }
                let start = index - word.count
                guard unsafe bytes[start..<index].elementsEqual(word) else { continue }
                // A name that only ends so, or a member: `load_import(`, `module.import(`.
                guard start > 0 else { return true }
                let before = unsafe bytes[start - 1]
                if !before.isLetterOrDigit, ![0x24, 0x2E, 0x40, 0x5F].contains(before) { return true }
            }
            return false
        }
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

extension UInt8 {
    /// Whether it is a letter or digit of ASCII, or a part of a character beyond.
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: false
        }
    }
}
