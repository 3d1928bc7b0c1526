extension Tokenizer {
    /// Does what the current state does at the end of the input.
    ///
    /// A token that was being read is given out or dropped, and the state is the data state then; the next call gives the end.
    mutating func endOfInput() {
        switch state {
        case .characterReference, .numericCharacterReference, .hexadecimalDigits, .decimalDigits: finishReferenceAtEnd()
        case .tagOpen: endWith(Array("<".utf8))
        case .endTagOpen: endWith(Array("</".utf8))
        case .markupDeclarationOpen, .bogusComment, .commentStart, .commentStartDash, .comment, .commentEndDash,
            .commentEnd, .commentEndBang:
            if state == .markupDeclarationOpen { comment.removeAll() }
            state = .data
            ready = Token(.comment)
        case .doctype, .beforeDoctypeName, .doctypeName, .afterDoctypeName, .afterDoctypePublicKeyword,
            .beforeDoctypePublicIdentifier, .doctypePublicIdentifier, .afterDoctypePublicIdentifier,
            .betweenDoctypeIdentifiers, .afterDoctypeSystemKeyword, .beforeDoctypeSystemIdentifier,
            .doctypeSystemIdentifier, .afterDoctypeSystemIdentifier:
            doctype.forcesQuirks = true
            endWithDoctype()
        case .bogusDoctype: endWithDoctype()
        default: ready = Token(.endOfFile)
        }
    }

    private mutating func endWith(_ characters: [UInt8]) {
        state = .data
        emitDecoded(characters)
    }

    private mutating func endWithDoctype() {
        state = .data
        ready = Token(.doctype)
    }
}
