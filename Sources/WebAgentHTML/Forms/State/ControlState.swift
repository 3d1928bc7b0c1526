/// What a user or a script changed about one form control; an untouched control has none.
///
/// Checkedness and selectedness are kept as the moment they were last set to true, because of the controls of a group or the
/// options of a select the one set last wins. So nothing has to visit the others.
///
/// Source: HTML standard, section 4.10.18.1.
struct ControlState {
    /// The raw value, meaningful once it is dirty.
    var value: String?
    /// When the control was last checked or selected; 0 for not.
    var chosenAt: UInt64 = 0
    /// Whether checkedness or selectedness no longer follows its attribute.
    var isChoiceDirty = false
    /// Whether a select was told to have nothing selected.
    var isSelectionEmpty = false
    /// The files of a file control.
    var files: [FormFile] = []
}

/// A file that a form submits.
///
/// Source: File API, interface `File`, as far as form submission reads it.
public struct FormFile: Hashable, Sendable {
    /// The name that the server is told.
    public var filename: String
    /// The media type; empty if not known.
    public var type: String
    /// The contents.
    public var content: [UInt8]

    /// Makes a file.
    ///
    /// - Parameters:
    ///   - filename: the name that the server is told.
    ///   - type: the media type; empty if not known.
    ///   - content: the contents.
    public init(filename: String, type: String, content: [UInt8]) {
        self.filename = filename
        self.type = type
        self.content = content
    }
}

extension Document {
    func changeState(of node: NodeID, _ body: (inout ControlState) -> Void) {
        body(&controlStates[node, default: ControlState()])
        nodes[node.index].flags.insert(.hasControlState)
        changed()
    }

    func state(of node: NodeID) -> ControlState? {
        nodes[node.index].flags.contains(.hasControlState) ? controlStates[node] : nil
    }

    /// A moment later than every node's own (its number) and every earlier choice.
    func momentOfChoice() -> UInt64 {
        (1 << 32) &+ version &+ 1
    }
}
