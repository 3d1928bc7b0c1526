import FuzzDriver
import WebAgentHTML

/// The tokenizer: however the bytes are cut, the tokens are the same, and a tag is what a tag may be.
///
/// An input is the letter of the state to begin in, the letter of the length of the pieces, and the markup.
@main
enum TokenizerFuzzer {
    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let start = input.choice(of: TokenTrace.Start.allCases)
            let lastStartTag = input.choice(of: ["", "script", "title", "textarea", "style"])
            let pieceLength = Int(input.byte() & 0x0F) + 1
            let text = String(decoding: input.rest, as: UTF8.self)

            let whole = TokenTrace.run(text, from: start, lastStartTag: lastStartTag)
            let cut = TokenTrace.run(text, from: start, lastStartTag: lastStartTag, pieceLength: pieceLength)
            require(whole == cut, "pieces of \(pieceLength) bytes give other tokens")
            for token in whole { check(token) }
        }
    }

    private static func check(_ token: TokenTrace) {
        switch token {
        case .startTag(let name, let attributes, let isSelfClosing):
            check(name: name)
            require(Set(attributes.map(\.name)).count == attributes.count, "a tag has an attribute twice")
            require(attributes.allSatisfy { isLowercase($0.name) }, "the name of an attribute has capitals")
            plantedCrash(if: isSelfClosing && attributes.count == 2 && !attributes[1].value.isEmpty)
        case .endTag(let name): check(name: name)
        case .doctype(let name, _, _, _): require(isLowercase(name ?? ""), "the name of a doctype has capitals")
        case .comment(let text): require(!text.utf8.contains(0), "a comment has a zero byte")
        case .characters(let text): require(!text.isEmpty, "a run of no characters")
        }
    }

    private static func check(name: String) {
        require(name.utf8.first.map { 0x61...0x7A ~= $0 } ?? false, "a tag's name begins with no letter")
        require(isLowercase(name), "the name of a tag has capitals")
        require(
            !name.utf8.contains { $0 == 0 || $0 == 0x20 || $0 == 0x2F || $0 == 0x3E },
            "a tag's name goes on too far"
        )
    }

    private static func isLowercase(_ name: String) -> Bool { !name.utf8.contains { 0x41...0x5A ~= $0 } }
}
