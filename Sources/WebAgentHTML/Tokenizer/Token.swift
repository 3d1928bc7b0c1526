/// What the tokenizer found.
enum TokenKind: UInt8 {
    case needsInput
    case characters
    case startTag
    case endTag
    case comment
    case doctype
    case endOfFile
}

/// One token; what is large (attributes, text) stays in the tokenizer until it is asked for.
struct Token {
    var kind: TokenKind
    var name = NameID(.unknown)
    var tag = Tag.unknown
    var isSelfClosing = false
    var characters = CharacterRun()

    init(_ kind: TokenKind) {
        self.kind = kind
    }
}

/// A run of characters of one class.
struct CharacterRun {
    /// Where the bytes are: in the input, or in the tokenizer's own buffer of decoded references.
    enum Source {
        case input
        case decoded
    }

    /// What tree construction distinguishes.
    enum Class {
        /// White space only.
        case whitespace
        /// Begins with something else; white space may follow.
        case text
        /// One U+0000.
        case null
    }

    var source = Source.input
    var range = 0..<0
    var `class` = Class.text
}
