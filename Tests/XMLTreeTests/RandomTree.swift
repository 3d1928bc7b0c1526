import XMLTree

/// Numbers of which a seed decides everything (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes trees that XML can carry: every kind of node, names and texts of every plane.
struct RandomTree {
    var numbers: SeededNumbers
    /// Whether names may be in namespaces; the writer then adds declarations that the tree has not.
    var hasNamespaces: Bool
    private var nodesLeft = 60

    private static let starts = Array("abzAZ_éЖ漢𐀀")
    private static let rests = Array("ab9-._·é𐀀")
    private static let letters = Array("ab <>&\"'\r\n\t]]-ü漢😀\u{85}\u{2028}\u{FFFD}")

    init(seed: UInt64, hasNamespaces: Bool) {
        self.numbers = SeededNumbers(state: seed)
        self.hasNamespaces = hasNamespaces
    }

    mutating func element(depth: Int = 0) -> XMLElement {
        nodesLeft -= 1
        var element = XMLElement(name(isAttribute: false))
        var taken: Set<String> = []
        for _ in 0..<below(4) {
            let name = name(isAttribute: true)
            if taken.insert("\(name.local) \(name.namespace ?? "")").inserted {
                element.attributes.append(XMLAttribute(name, text(below(12))))
            }
        }
        let count = depth < 6 ? below(6) : 0
        for _ in 0..<count where nodesLeft > 0 {
            let node = node(depth: depth)
            if case .text = node, case .text = element.children.last { continue }
            element.children.append(node)
        }
        return element
    }

    private mutating func node(depth: Int) -> XMLNode {
        switch below(8) {
        case 0: .comment(text(below(9), without: "-\r"))
        case 1: .instruction(target: "t" + word(), data: data())
        case 2, 3: .text(text(1 + below(30)))
        default: .element(element(depth: depth + 1))
        }
    }

    /// What an instruction can hold: no white space at its beginning, since that parts it from the target.
    private mutating func data() -> String {
        "=" + text(below(9), without: "?\r")
    }

    private mutating func name(isAttribute: Bool) -> XMLName {
        guard hasNamespaces, below(2) == 0 else { return XMLName(word()) }
        let prefixes: [String?] = isAttribute ? ["p", "q"] : [nil, "p", "q"]
        let prefix = prefixes[below(prefixes.count)]
        return XMLName(word(), prefix: prefix, namespace: "http://example.com/\(below(3))")
    }

    private mutating func word() -> String {
        let start = Self.starts[below(Self.starts.count)]
        return String(start) + String((0..<below(5)).map { _ in Self.rests[below(Self.rests.count)] })
    }

    private mutating func text(_ length: Int, without left: String = "") -> String {
        // Scalar by scalar: two characters that meet may be one, and CR LF is.
        var scalars = String.UnicodeScalarView()
        for _ in 0..<length {
            scalars.append(contentsOf: Self.letters[below(Self.letters.count)].unicodeScalars)
        }
        return String(String.UnicodeScalarView(scalars.filter { !left.unicodeScalars.contains($0) }))
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
}
