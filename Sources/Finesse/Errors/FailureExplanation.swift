/// What went wrong, in the four parts that a person needs.
public struct FailureExplanation: Hashable, Sendable {
    /// Host and port of whoever was being talked to.
    public var host: String
    /// The step, to follow "while".
    public var step: String
    /// What is wrong, a sentence without its full stop.
    public var problem: String
    /// What to do next, one or more sentences.
    public var nextAction: String

    /// Makes an explanation from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of whoever was being talked to.
    ///   - step: The step, to follow "while".
    ///   - problem: What is wrong, a sentence without its full stop.
    ///   - nextAction: What to do next, one or more sentences.
    public init(host: String, step: String, problem: String, nextAction: String) {
        self.host = host
        self.step = step
        self.problem = problem
        self.nextAction = nextAction
    }
}

extension FailureExplanation: CustomStringConvertible {
    /// All four parts in one message.
    public var description: String {
        // A quotation brings its own full stop: «"Try again."» needs no second one.
        let end = problem.last == "\"" ? problem.dropLast().last : problem.last
        let stop = end.map { ".!?".contains($0) } ?? false ? "" : "."
        return "\(host), while \(step): \(problem)\(stop) \(nextAction)"
    }
}
