/// What a page looks like, guessed from its features, with the evidence.
public struct PageLook: Hashable, Sendable {
    /// Whose page it seems to be, as it follows "looks like".
    public var what: String
    /// What speaks for it: elements and scripts that are there, as selectors, and words of its address.
    public var evidence: [String]

    /// Makes a guess from its parts.
    ///
    /// - Parameters:
    ///   - what: Whose page it seems to be.
    ///   - evidence: What speaks for it.
    public init(what: String, evidence: [String]) {
        self.what = what
        self.evidence = evidence
    }

    /// Guesses: what has the most evidence; nil where nothing has any.
    ///
    /// - Parameter page: The page, with the elements of ``selectors`` looked for.
    public init?(guessing page: PageFacts) {
        let guesses = PageFeatures.all.map { features in
            PageLook(
                what: features.what,
                evidence: features.selectors.filter { page.elements[$0] != nil }
                    + features.addressWords.filter { page.url.prefix { $0 != "?" }.contains($0) }.map {
                        "address \($0)"
                    }
            )
        }
        guard let best = guesses.max(by: { $0.evidence.count < $1.evidence.count }), !best.evidence.isEmpty else {
            return nil
        }
        self = best
    }

    /// The selectors that have to be looked for on every page.
    public static let selectors = Set(PageFeatures.all.flatMap(\.selectors))
}

extension PageLook: CustomStringConvertible {
    /// The guess in words.
    public var description: String { "looks like \(what): \(evidence.prefix(4).joined(separator: ", "))" }
}
