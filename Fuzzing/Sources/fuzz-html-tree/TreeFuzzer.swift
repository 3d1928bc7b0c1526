import FuzzDriver
import WebAgentHTML

/// The tree builder: a tree is whole, its cost is in proportion, and it is the same however the bytes arrive: at once, in
/// pieces, or written by a script.
///
/// An input is the letter of the switches, the letter of the length of the pieces, and the markup.
@main
enum TreeFuzzer {
    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let scripting = input.choice(of: [true, false])
            let context = input.choice(of: contexts)
            let cuts = Cuts(seed: input.byte())
            let markup = Array(input.rest)
            let text = String(decoding: markup, as: UTF8.self)

            let page = checkPage(markup, scripting: scripting, cuts: cuts)
            checkWriting(text, scripting: scripting, cuts: cuts)
            checkFragment(text, context: context, scripting: scripting)
            checkSerialization(page, scripting: scripting)
        }
    }

    private static let contexts: [(name: String, namespace: Namespace)] = [
        ("div", .html), ("body", .html), ("html", .html), ("table", .html), ("tbody", .html), ("tr", .html),
        ("select", .html), ("template", .html), ("title", .html), ("script", .html), ("noscript", .html),
        ("form", .html), ("colgroup", .html), ("svg", .svg), ("desc", .svg), ("math", .mathML), ("mi", .mathML),
    ]

    private static func checkPage(_ markup: [UInt8], scripting: Bool, cuts: Cuts) -> Document {
        let whole = parse([markup[...]], scripting: scripting)
        let cut = parse(cuts.pieces(of: markup), scripting: scripting)
        requireSame(whole, cut, "pieces of bytes")
        let depth = requireWhole(whole, from: whole.root)
        plantedCrash(
            if: depth > 6 && whole.mode == .quirks
                && whole.descendants(of: whole.root).contains {
                    whole.isHTML($0, "caption") && whole.firstChild(of: $0) != nil
                }
        )
        return whole
    }

    private static func parse(_ pieces: [ArraySlice<UInt8>], scripting: Bool) -> Document {
        let parser = HTMLParser(document: Document(), scripting: scripting)
        var length = 0
        for piece in pieces {
            parser.feed(piece)
            length += piece.count
            while case .script = parser.run() { parser.scriptEnded() }
        }
        parser.finish()
        while case .script = parser.run() { parser.scriptEnded() }
        require(parser.workDone <= 2_000 * (length + 10), "\(parser.workDone) steps for \(length) bytes")
        return parser.document
    }

    /// What a script writes is as if it had stood behind the script.
    private static func checkWriting(_ text: String, scripting: Bool, cuts: Cuts) {
        let script = "<script></script>"
        let whole = parse([Array((script + text).utf8)[...]], scripting: scripting)

        let parser = HTMLParser(document: Document(), scripting: scripting)
        parser.feed(script)
        guard case .script = parser.run() else { return require(false, "a script is not seen") }
        for piece in cuts.pieces(of: Array(text.unicodeScalars)) {
            parser.insert(String(String.UnicodeScalarView(piece)))
            while case .script = parser.run() { parser.scriptEnded() }
        }
        parser.scriptEnded()
        parser.finish()
        while case .script = parser.run() { parser.scriptEnded() }
        requireSame(whole, parser.document, "pieces that a script writes")
    }

    private static func checkFragment(_ text: String, context: (name: String, namespace: Namespace), scripting: Bool) {
        let document = Document()
        document.isScriptingEnabled = scripting
        let element = document.createElement(context.name, namespace: context.namespace)
        document.append(element, to: document.root)
        let fragment = HTMLParser.parseFragment(text, context: element, in: document)
        require(document.parent(of: fragment) == nil, "a fragment has a parent")
        require(document.firstChild(of: element) == nil, "the context has changed")
        _ = requireWhole(document, from: fragment)
        document.append(fragment, to: element)
        require(document.firstChild(of: fragment) == nil, "a fragment that was appended has children")
        _ = requireWhole(document, from: document.root)
        _ = document.outerHTML(of: element)
    }

    /// Writing and reading again settles: what was written the second time is a fixed point in all but a few ways that the
    /// standard names, so only that it can be read is asked here.
    private static func checkSerialization(_ document: Document, scripting: Bool) {
        let written = document.outerHTML(of: document.root)
        let again = HTMLParser.parse(written, scripting: scripting)
        _ = requireWhole(again, from: again.root)
    }
}

/// Where an input is cut.
struct Cuts {
    let seed: UInt8

    func pieces<Element>(of items: [Element]) -> [ArraySlice<Element>] {
        var pieces: [ArraySlice<Element>] = []
        var state = UInt32(seed) &* 2_654_435_769 | 1
        var rest = items[...]
        while !rest.isEmpty {
            state = state &* 1_664_525 &+ 1_013_904_223
            let length = 1 + Int(state >> 28) * (seed < 128 ? 1 : 0)
            pieces.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}
