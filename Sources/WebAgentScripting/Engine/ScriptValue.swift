/// A value that crosses between Swift and a script: plain data, or the number of a node.
///
/// Never a reference into the engine.
enum ScriptValue: Sendable, Hashable {
    case undefined
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    /// The bytes of a typed array or buffer.
    case bytes([UInt8])
    /// The wrapper of a node, by the node's number.
    case node(UInt32)
    /// A list: becomes an array; never comes from a script.
    case list([ScriptValue])
    /// The window of a frame as this page may see it, by the frame's number; never comes from a script.
    case window(Int)
    /// The global object of another document of the same host; for the prelude only, never comes from a script.
    case global(Int)
    /// A node of another document, which a script of the same origin may have; never comes from a script.
    case foreignNode(document: Int, UInt32)
    /// Any other object or symbol of a script; it cannot be used, only noticed.
    case object

    /// The number of the node, if it is one.
    var nodeNumber: UInt32? { if case .node(let number) = self { number } else { nil } }

    /// The text, if it is one.
    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The number as an integer; 0 for what is none, bounds where it is outside.
    var integer: Int {
        guard case .number(let value) = self, !value.isNaN else { return 0 }
        return Int(max(-9e15, min(9e15, value)))
    }

    /// Whether it is the value true.
    var isTrue: Bool { self == .boolean(true) }

    init(_ text: String?) { self = text.map { .string($0) } ?? .null }

    init(_ number: Int) { self = .number(Double(number)) }
}
