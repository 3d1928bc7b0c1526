/// The tree builder: one token after the other into a document.
///
/// Source: HTML standard (2025), section 13.2.6. Departures: ``TreeBuilderLimits``; declarative shadow roots are templates; a `meta` that names
/// another encoding than the one decoded with does not start the page anew.
struct TreeBuilder {
    let document: Document
    var tokenizer = Tokenizer()
    let isScriptingEnabled: Bool

    var mode = InsertionMode.initial
    var originalMode = InsertionMode.initial
    var templateModes: [InsertionMode] = []

    var stack: [OpenElement] = []
    /// How many open elements have each HTML name, so that most looks into the stack need none.
    var openCounts = [Int32](repeating: 0, count: Tag.allCases.count)
    var otherOpenCounts: [NameID: Int] = [:]
    var formatting = FormattingList()

    var headElement: NodeID?
    var formElement: NodeID?
    var isFramesetOK = true
    var isFosterParenting = false
    var ignoresNextLineFeed = false
    var isFinished = false

    /// The element around a fragment, for the fragment case.
    var context: OpenElement?

    /// The text of a table that is not yet known to be white space only.
    var pendingTableText: [UInt8] = []
    var pendingTableTextIsSpace = true

    /// A script whose end tag was just read.
    var pendingScript: NodeID?

    /// The selects that show their chosen option, which is copied when it is closed.
    var selectedContents: [NodeID: SelectedContent] = [:]

    /// The names of the attributes of `html` and `body` once they were given more of them, and when that was known.
    var mergedNames: [NodeID: Set<String>] = [:]
    var mergedNamesVersion: UInt64 = 0

    /// How many tokens were processed, and elements looked at on the stack or in the list: the work done.
    private(set) var tokenCount = 0
    var stepCount = 0
    var copiedElements = 0

    init(document: Document, scripting: Bool) {
        self.document = document
        isScriptingEnabled = scripting
        document.isScriptingEnabled = scripting
    }

    /// Processes tokens until input runs out, a script waits, or the document is complete.
    mutating func run() -> ParserStep {
        defer { noteChanges() }
        while !isFinished {
            if let script = pendingScript {
                pendingScript = nil
                tokenizer.input.openInsertionPoint()
                return .script(script)
            }
            if let current = adjustedCurrent { tokenizer.allowsCDATA = current.namespace != .html }
            let token = tokenizer.next(&document.names)
            if token.kind == .needsInput { return .needsInput }
            tokenCount += 1
            receive(token)
        }
        return .finished
    }

    /// Says that the document changed; what the parser knows of it stays true.
    private mutating func noteChanges() {
        let isCurrent = mergedNamesVersion == document.version
        document.changed()
        if isCurrent { mergedNamesVersion = document.version }
    }

    /// Makes the parser stop at a script, unless it is one that never runs: of a fragment, or outside of the document.
    ///
    /// Source: HTML standard, section 4.12.1.1, "prepare the script element", the step on connected elements.
    mutating func pause(at script: NodeID) {
        if context == nil, document.isConnected(script) { pendingScript = script }
    }

    private mutating func receive(_ token: Token) {
        var token = token
        if ignoresNextLineFeed {
            ignoresNextLineFeed = false
            if token.kind == .characters, dropLineFeed(&token) { return }
        }
        dispatch(token)
    }

    /// Drops a line feed at the start of a run; true if nothing remains.
    private mutating func dropLineFeed(_ token: inout Token) -> Bool {
        guard tokenizer.text(token.characters).first == 0x0A else { return false }
        token.characters.range = (token.characters.range.lowerBound + 1)..<token.characters.range.upperBound
        return token.characters.range.isEmpty
    }

    /// Source: HTML standard, section 13.2.6, "tree construction dispatcher".
    mutating func dispatch(_ token: Token) {
        guard let current = adjustedCurrent, current.namespace != .html, !isForHTML(token, current) else {
            return process(token, in: mode)
        }
        foreignContent(token)
    }

    private func isForHTML(_ token: Token, _ current: OpenElement) -> Bool {
        switch token.kind {
        case .endOfFile: return true
        case .characters: return current.isMathMLTextIntegrationPoint || current.isHTMLIntegrationPoint
        case .startTag:
            if current.isHTMLIntegrationPoint { return true }
            if current.isMathMLTextIntegrationPoint { return token.tag != .mglyph && token.tag != .malignmark }
            return current.namespace == .mathML && current.tag == .annotationXML && token.tag == .svg
        case .needsInput, .endTag, .comment, .doctype: return false
        }
    }

    /// The element that decides how tokens are read: the current node, or the context of a fragment.
    var adjustedCurrent: OpenElement? {
        if stack.count == 1, let context { return context }
        return stack.last
    }

    /// Processes a token by the rules of a mode, which need not be the current one.
    mutating func process(_ token: Token, in mode: InsertionMode) {
        switch mode {
        case .initial: initial(token)
        case .beforeHTML: beforeHTML(token)
        case .beforeHead: beforeHead(token)
        case .inHead: inHead(token)
        case .inHeadNoscript: inHeadNoscript(token)
        case .afterHead: afterHead(token)
        case .inBody: inBody(token)
        case .text: text(token)
        case .inTable: inTable(token)
        case .inTableText: inTableText(token)
        case .inCaption: inCaption(token)
        case .inColumnGroup: inColumnGroup(token)
        case .inTableBody: inTableBody(token)
        case .inRow: inRow(token)
        case .inCell: inCell(token)
        case .inTemplate: inTemplate(token)
        case .afterBody: afterBody(token)
        case .inFrameset: inFrameset(token)
        case .afterFrameset: afterFrameset(token)
        case .afterAfterBody: afterAfterBody(token)
        case .afterAfterFrameset: afterAfterFrameset(token)
        }
    }

    /// Switches the mode and processes the token again.
    mutating func reprocess(_ token: Token, in mode: InsertionMode) {
        self.mode = mode
        dispatch(token)
    }
}
