/// What the parser's own tokenizer makes of a text, as a list, for running it against test vectors.
package enum TokenTrace: Hashable, Sendable {
    /// A document type.
    case doctype(name: String?, publicID: String?, systemID: String?, isCorrect: Bool)
    /// A start tag; attributes in order.
    case startTag(name: String, attributes: [Attribute], isSelfClosing: Bool)
    /// An end tag.
    case endTag(name: String)
    /// A comment.
    case comment(String)
    /// Characters, as many as follow each other.
    case characters(String)

    /// The states that a run can begin in.
    package enum Start: String, Sendable, CaseIterable {
        case data = "Data state"
        case plaintext = "PLAINTEXT state"
        case rcdata = "RCDATA state"
        case rawtext = "RAWTEXT state"
        case scriptData = "Script data state"
        case cdataSection = "CDATA section state"

        fileprivate var state: TokenizerState {
            switch self {
            case .data: .data
            case .plaintext: .plaintext
            case .rcdata: .rcdata
            case .rawtext: .rawtext
            case .scriptData: .scriptData
            case .cdataSection: .cdataSection
            }
        }
    }

    /// Runs the tokenizer over a text.
    ///
    /// - Parameters:
    ///   - text: the whole input.
    ///   - start: the state to begin in.
    ///   - lastStartTag: the name of the start tag that came last.
    ///   - pieceLength: how many bytes are fed at a time; all at once if `nil`.
    /// - Returns: the tokens without the end of the file.
    package static func run(
        _ text: String,
        from start: Start = .data,
        lastStartTag: String = "",
        pieceLength: Int? = nil
    ) -> [TokenTrace] {
        var tokenizer = Tokenizer()
        tokenizer.state = start.state
        tokenizer.lastStartTagName = Array(lastStartTag.utf8)
        var names = NameTable()
        var tokens: [TokenTrace] = []
        var rest = Array(text.utf8)[...]
        while true {
            let token = tokenizer.next(&names)
            if token.kind == .endOfFile { return tokens }
            if token.kind != .needsInput {
                add(describe(token, tokenizer, names), to: &tokens)
            } else if rest.isEmpty {
                tokenizer.input.finish()
            } else {
                let piece = rest.prefix(pieceLength ?? rest.count)
                tokenizer.input.append(piece)
                rest = rest.dropFirst(piece.count)
            }
        }
    }

    private static func add(_ token: TokenTrace, to tokens: inout [TokenTrace]) {
        if case .characters(let more) = token, case .characters(let earlier) = tokens.last {
            tokens[tokens.count - 1] = .characters(earlier + more)
        } else {
            tokens.append(token)
        }
    }

    private static func describe(_ token: Token, _ tokenizer: Tokenizer, _ names: NameTable) -> TokenTrace {
        let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
        switch token.kind {
        case .startTag:
            return .startTag(
                name: names[token.name],
                attributes: tokenizer.attributes,
                isSelfClosing: token.isSelfClosing
            )
        case .endTag: return .endTag(name: names[token.name])
        case .comment: return .comment(text(tokenizer.comment))
        case .doctype:
            let doctype = tokenizer.doctype
            return .doctype(
                name: doctype.name.map(text),
                publicID: doctype.publicID.map(text),
                systemID: doctype.systemID.map(text),
                isCorrect: !doctype.forcesQuirks
            )
        case .characters, .endOfFile, .needsInput:
            return .characters(String(decoding: tokenizer.text(token.characters), as: UTF8.self))
        }
    }
}
