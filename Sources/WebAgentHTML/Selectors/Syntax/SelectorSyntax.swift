/// Compounds joined by combinators, the rightmost first.
struct ComplexSelector: Hashable, Sendable {
    /// A compound and how it stands to the one on its left.
    struct Step: Hashable, Sendable {
        var compound: [SimpleSelector]
        /// The combinator to the next step; of the last one that of a relative selector, or `nil`.
        var combinator: Combinator?
    }

    var steps: [Step]
}

/// How two compounds stand to each other.
enum Combinator: Hashable, Sendable {
    case descendant
    case child
    case nextSibling
    case subsequentSibling
}

/// One condition on an element.
indirect enum SimpleSelector: Hashable, Sendable {
    case universal
    /// A type by its name as written and in lower case.
    case type(name: String, lowercased: String)
    case noNamespace
    case id(String)
    case `class`(String)
    case attribute(AttributeTest)
    case anyOf([ComplexSelector])
    case noneOf([ComplexSelector])
    case has([ComplexSelector])
    case nth(NthTest)
    case state(StateTest)
    /// Valid, and true of no element here.
    case never
}

/// A condition on an attribute.
struct AttributeTest: Hashable, Sendable {
    enum Operator: Hashable, Sendable {
        case exists
        case equals
        case includesWord
        case dashPrefix
        case hasPrefix
        case hasSuffix
        case contains
    }

    enum CaseRule: Hashable, Sendable {
        /// As the attribute has it in HTML.
        case natural
        case insensitive
        case sensitive
    }

    var name: String
    var lowercasedName: String
    var `operator` = Operator.exists
    var value = ""
    var caseRule = CaseRule.natural
}

/// A condition on the place among siblings: `a`·n + `b` for an n of 0 or more.
struct NthTest: Hashable, Sendable {
    var a: Int
    var b: Int
    var fromEnd = false
    var ofType = false
    /// Only siblings that match one of these are counted; `nil` for all.
    var filter: [ComplexSelector]?

    func accepts(_ position: Int) -> Bool {
        let distance = position - b
        if a == 0 { return distance == 0 }
        return distance % a == 0 && distance / a >= 0
    }
}

/// A condition on the state of an element.
enum StateTest: Hashable, Sendable {
    case root
    case scope
    case empty
    case link
    case checked
    case disabled
    case enabled
    case required
    case optional
    case readOnly
    case readWrite
    case placeholderShown
    case focus
    case focusWithin
    case defined
    case indeterminate
}
