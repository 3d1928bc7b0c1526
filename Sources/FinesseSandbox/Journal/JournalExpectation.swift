/// Something that is expected of a journal.
///
/// ```swift
/// try sandbox.journal.expect(.times(2, .route(.refresh)))
/// try sandbox.journal.expect(.inOrder([.route(.token), .route(.loginSubmit), .route(.callback)]))
/// try sandbox.journal.expect(.never(.refused(.wrongPassword)))
/// ```
public struct JournalExpectation: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: Hashable, Sendable {
        case count(ClosedRange<Int>, JournalSelector)
        case order([JournalSelector])
        case refusals([SandboxRefusal])
    }

    private let kind: Kind

    /// So many requests, no more and no fewer.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - selector: Which.
    /// - Returns: The expectation.
    public static func times(_ count: Int, _ selector: JournalSelector) -> JournalExpectation {
        JournalExpectation(kind: .count(count...count, selector))
    }

    /// A number of requests between two bounds.
    ///
    /// - Parameters:
    ///   - range: How many.
    ///   - selector: Which.
    /// - Returns: The expectation.
    public static func times(_ range: ClosedRange<Int>, _ selector: JournalSelector) -> JournalExpectation {
        JournalExpectation(kind: .count(range, selector))
    }

    /// So many requests or more.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - selector: Which.
    /// - Returns: The expectation.
    public static func atLeast(_ count: Int, _ selector: JournalSelector) -> JournalExpectation {
        JournalExpectation(kind: .count(count...Int.max, selector))
    }

    /// One request.
    ///
    /// - Parameter selector: Which.
    /// - Returns: The expectation.
    public static func once(_ selector: JournalSelector) -> JournalExpectation { .times(1, selector) }

    /// No such request.
    ///
    /// - Parameter selector: Which.
    /// - Returns: The expectation.
    public static func never(_ selector: JournalSelector) -> JournalExpectation { .times(0, selector) }

    /// Requests one after the other; others may lie between them.
    ///
    /// - Parameter selectors: Which, in order.
    /// - Returns: The expectation.
    public static func inOrder(_ selectors: [JournalSelector]) -> JournalExpectation {
        JournalExpectation(kind: .order(selectors))
    }

    /// These refusals in this order and no others; none at all when the list is empty.
    ///
    /// - Parameter refusals: The refusals.
    /// - Returns: The expectation.
    public static func refusals(_ refusals: [SandboxRefusal]) -> JournalExpectation {
        JournalExpectation(kind: .refusals(refusals))
    }

    /// What is expected, in a few words.
    public var description: String {
        switch kind {
        case .count(0...0, let selector): "no request with \(selector)"
        case .count(let range, let selector): "\(Self.count(range)) with \(selector)"
        case .order(let selectors):
            "in this order: " + selectors.map { "(\($0))" }.joined(separator: ", then ")
        case .refusals(let refusals):
            refusals.isEmpty ? "no refusal" : "the refusals " + refusals.map(\.rawValue).joined(separator: ", ")
        }
    }

    /// Compares a journal with what is expected.
    ///
    /// - Parameter entries: The entries, oldest first.
    /// - Returns: What is otherwise, or nothing.
    func mismatch(in entries: [JournalEntry]) -> JournalMismatch? {
        switch kind {
        case .count(let range, let selector):
            let fitting = entries.filter(selector.fits)
            guard !range.contains(fitting.count) else { return nil }
            let near = fitting.count < range.lowerBound ? Self.nearest(selector, entries) : fitting.map { ($0, []) }
            return mismatch(fitting.isEmpty ? "none" : "\(fitting.count)", fitting.map { ($0, []) } + near)
        case .order(let selectors):
            var rest = entries[...]
            for (index, selector) in selectors.enumerated() {
                guard let found = rest.firstIndex(where: selector.fits) else {
                    let met = index == 0 ? "none of them" : "only the first \(index)"
                    return mismatch("\(met); then missing: \(selector)", Self.nearest(selector, Array(rest)))
                }
                rest = rest[(found + 1)...]
            }
            return nil
        case .refusals(let wanted):
            let refused = entries.filter { $0.refusal != nil }
            guard refused.compactMap(\.refusal) != wanted else { return nil }
            let seen = refused.compactMap(\.refusal?.rawValue).joined(separator: ", ")
            return mismatch(seen.isEmpty ? "no refusal" : seen, refused.map { ($0, []) })
        }
    }

    private func mismatch(_ seen: String, _ near: [(JournalEntry, [String])]) -> JournalMismatch {
        var shown: Set<Int> = []
        let near = near.filter { shown.insert($0.0.number).inserted }
        return JournalMismatch(
            expectation: description,
            seen: seen,
            nearest: near.prefix(8).map { entry, misses in
                misses.isEmpty ? "\(entry)" : "\(entry) [\(misses.joined(separator: ", "))]"
            }
        )
    }

    /// The entries that fit most of what is named, the best first.
    private static func nearest(_ selector: JournalSelector, _ entries: [JournalEntry]) -> [(JournalEntry, [String])] {
        let ranked = entries.map { ($0, selector.misses($0)) }
            .filter { !$0.1.isEmpty && $0.1.count < max(2, selector.demandCount) }
        return Array(ranked.sorted { ($0.1.count, $1.0.number) < ($1.1.count, $0.0.number) }.prefix(5))
    }

    private static func count(_ range: ClosedRange<Int>) -> String {
        func requests(_ count: Int) -> String { count == 1 ? "1 request" : "\(count) requests" }
        if range.lowerBound == range.upperBound { return requests(range.lowerBound) }
        if range.upperBound == .max { return "at least " + requests(range.lowerBound) }
        return "\(range.lowerBound) to \(requests(range.upperBound))"
    }
}

/// A journal is not as it was expected.
public struct JournalMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected.
    public var expectation: String
    /// What was seen in its place.
    public var seen: String
    /// The entries that come nearest, each in one line.
    public var nearest: [String]

    /// Expectation, what was seen, and the nearest entries.
    public var description: String {
        let near =
            nearest.isEmpty
            ? "Nothing in the journal comes near it." : "Nearest:\n  " + nearest.joined(separator: "\n  ")
        return "The sandbox's journal: expected \(expectation); seen: \(seen). \(near)"
    }
}
