extension Tokenizer {
    /// The states of a script's text.
    ///
    /// Source: HTML standard, sections 13.2.5.4 and 13.2.5.15 to 13.2.5.31.
    mutating func scriptStep() -> Bool {
        guard let byte = nextByte else { return false }
        switch byte {
        case 0:
            state = scriptStateAfterText
            replaceNull()
        case UInt8(ascii: "<"): return scriptLessThan()
        case UInt8(ascii: "-") where state != .scriptData: scriptDash()
        case UInt8(ascii: ">")
        where state == .scriptDataEscapedDashDash || state == .scriptDataDoubleEscapedDashDash:
            state = .scriptData
            emitInput(1)
        default:
            let isPlain = state == .scriptData
            state = scriptStateAfterText
            let end = scan(from: input.position + 1) {
                $0 == UInt8(ascii: "<") || $0 == 0 || ($0 == UInt8(ascii: "-") && !isPlain)
            }
            emitInput(end - input.position)
        }
        return true
    }

    /// The state without the memory of dashes.
    private var scriptStateAfterText: TokenizerState {
        switch state {
        case .scriptDataEscapedDash, .scriptDataEscapedDashDash: .scriptDataEscaped
        case .scriptDataDoubleEscapedDash, .scriptDataDoubleEscapedDashDash: .scriptDataDoubleEscaped
        default: state
        }
    }

    private mutating func scriptDash() {
        switch state {
        case .scriptDataEscaped: state = .scriptDataEscapedDash
        case .scriptDataEscapedDash: state = .scriptDataEscapedDashDash
        case .scriptDataDoubleEscaped: state = .scriptDataDoubleEscapedDash
        case .scriptDataDoubleEscapedDash: state = .scriptDataDoubleEscapedDashDash
        default: break
        }
        emitInput(1)
    }

    private mutating func scriptLessThan() -> Bool {
        switch scriptStateAfterText {
        case .scriptData: plainScriptLessThan()
        case .scriptDataEscaped: escapedScriptLessThan()
        default: doubleEscapedScriptLessThan()
        }
    }

    /// Source: HTML standard, sections 13.2.5.15 to 13.2.5.19.
    private mutating func plainScriptLessThan() -> Bool {
        switch lookahead(.commentStart) {
        case .undecided: return false
        case .matches:
            state = .scriptDataEscapedDashDash
            emitInput(4)
            return true
        case .differs: return textEndTag()
        }
    }

    /// Source: HTML standard, sections 13.2.5.23 to 13.2.5.26.
    private mutating func escapedScriptLessThan() -> Bool {
        switch endTagLookahead() {
        case .undecided: return false
        case .matches:
            beginTextEndTag()
            return true
        case .differs: break
        }
        switch lookaheadTagName(StaticText.script.bytes, at: 1) {
        case .undecided: return false
        case .matches:
            state = .scriptDataDoubleEscaped
            emitInput(1 + StaticText.script.bytes.count + 1)
        case .differs:
            state = .scriptDataEscaped
            emitInput(1)
        }
        return true
    }

    /// Source: HTML standard, sections 13.2.5.30 and 13.2.5.31.
    private mutating func doubleEscapedScriptLessThan() -> Bool {
        switch lookahead(.endTagOpen) {
        case .undecided: return false
        case .differs:
            state = .scriptDataDoubleEscaped
            emitInput(1)
            return true
        case .matches: break
        }
        switch lookaheadTagName(StaticText.script.bytes, at: 2) {
        case .undecided: return false
        case .matches:
            state = .scriptDataEscaped
            emitInput(2 + StaticText.script.bytes.count + 1)
        case .differs:
            state = .scriptDataDoubleEscaped
            emitInput(2)
        }
        return true
    }
}
