/// The tokenizer: bytes in, tokens out, one at a time.
///
/// It stops wherever the input does and goes on from there. All it keeps between two calls is in its stored properties.
///
/// Source: HTML standard (2025), section 13.2.5. Departures: parse errors are not reported.
struct Tokenizer {
    var input = InputStream()
    var state = TokenizerState.data

    /// Whether `<![CDATA[` begins a section: the adjusted current node is not an HTML element.
    var allowsCDATA = false

    /// The name of the tag being read, lower case.
    var nameBuffer: [UInt8] = []
    var isEndTag = false
    var isSelfClosing = false
    /// The name of the last start tag, which an end tag in text must have.
    var lastStartTagName: [UInt8] = []

    /// The attributes of the tag being read.
    var attributes: [Attribute] = []
    var attributeNames: Set<String> = []
    var attributeName: [UInt8] = []
    var attributeValue: [UInt8] = []
    var hasAttribute = false

    /// The text of the comment being read, and of no other thing.
    var comment: [UInt8] = []
    var doctype = DoctypeToken()
    var doctypeQuote: UInt8 = 0

    /// The state to go back to after a character reference, and its number so far.
    var returnState = TokenizerState.data
    var referenceCode: UInt32 = 0
    /// Characters of a reference, given out as a run of their own.
    var decoded: [UInt8] = []

    /// A token that is complete but was not given out yet.
    var ready: Token?

    /// Reads on until a token is complete.
    ///
    /// - Parameter names: where tag names are interned.
    /// - Returns: the token; one of kind ``TokenKind/needsInput`` if the input does not suffice for one.
    mutating func next(_ names: inout NameTable) -> Token {
        if state == .data, let token = plainToken(&names) { return token }
        while true {
            let isRunning = step()
            if var token = ready {
                ready = nil
                if token.kind == .startTag || token.kind == .endTag { nameTag(&token, &names) }
                return token
            }
            if isRunning { continue }
            guard input.isAtEnd else { return Token(.needsInput) }
            endOfInput()
            if let token = ready {
                ready = nil
                return token
            }
        }
    }

    /// Runs the current state until it changes, gives a token, or has no input.
    ///
    /// - Returns: false if it needs more input.
    private mutating func step() -> Bool {
        switch state {
        case .data: dataState()
        case .rcdata: rcdataState()
        case .rawtext: rawtextState()
        case .plaintext: plaintextState()
        case .cdataSection: cdataSectionState()
        case .scriptData, .scriptDataEscaped, .scriptDataEscapedDash, .scriptDataEscapedDashDash,
            .scriptDataDoubleEscaped, .scriptDataDoubleEscapedDash, .scriptDataDoubleEscapedDashDash:
            scriptStep()
        case .tagOpen, .endTagOpen, .tagName, .selfClosingStartTag: tagStep()
        case .beforeAttributeName, .attributeName, .afterAttributeName, .beforeAttributeValue,
            .attributeValueDoubleQuoted, .attributeValueSingleQuoted, .attributeValueUnquoted,
            .afterAttributeValueQuoted:
            attributeStep()
        case .bogusComment, .markupDeclarationOpen, .commentStart, .commentStartDash, .comment, .commentEndDash,
            .commentEnd, .commentEndBang:
            commentStep()
        case .doctype, .beforeDoctypeName, .doctypeName, .afterDoctypeName, .afterDoctypePublicKeyword,
            .beforeDoctypePublicIdentifier, .doctypePublicIdentifier, .afterDoctypePublicIdentifier,
            .betweenDoctypeIdentifiers, .afterDoctypeSystemKeyword, .beforeDoctypeSystemIdentifier,
            .doctypeSystemIdentifier, .afterDoctypeSystemIdentifier, .bogusDoctype:
            doctypeStep()
        case .characterReference, .numericCharacterReference, .hexadecimalDigits, .decimalDigits: referenceStep()
        }
    }

    /// The text of a run of characters.
    func text(_ run: CharacterRun) -> ArraySlice<UInt8> {
        switch run.source {
        case .input: input.bytes[run.range]
        case .decoded: decoded[run.range]
        }
    }

    private mutating func nameTag(_ token: inout Token, _ names: inout NameTable) {
        token.name = names.intern(nameBuffer)
        token.tag = token.name.tag
        token.isSelfClosing = isSelfClosing
        if token.kind == .startTag { lastStartTagName = nameBuffer }
    }
}

/// The document type token being read.
struct DoctypeToken {
    var name: [UInt8]?
    var publicID: [UInt8]?
    var systemID: [UInt8]?
    var forcesQuirks = false
}
