/// A CSS selector, parsed.
///
///     let selector = try Selector("form:not([hidden]) > input[type=password i]")
///     let field = document.query(selector, below: document.root)
///
/// Source: Selectors level 4 (2022), as far as `querySelector` uses it: no namespaces but `*|` and `|`, and of the pseudo-classes those
/// listed at ``SelectorError/unsupported(_:)``.
public struct Selector: Hashable, Sendable {
    let list: [ComplexSelector]

    /// Parses a selector list.
    ///
    /// - Parameter text: the selectors, separated by commas.
    /// - Throws: ``SelectorError/malformed(selector:position:reason:)`` where the text follows no rule,
    ///   ``SelectorError/unsupported(_:)`` where it names a pseudo-class that is not known here.
    public init(_ text: String) throws(SelectorError) {
        var parser = SelectorParser(text)
        list = try parser.parseWhole()
    }
}

/// Why a text is no selector.
public enum SelectorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text follows no rule; the position counts Unicode scalars from 0.
    case malformed(selector: String, position: Int, reason: String)

    /// A pseudo-class that is not known here.
    ///
    /// Known are: `any-link`, `active`, `autofill`, `checked`, `defined`, `disabled`, `empty`, `enabled`, `first-child`,
    /// `first-of-type`, `focus`, `focus-visible`, `focus-within`, `has`, `hover`, `indeterminate`, `is`, `last-child`,
    /// `last-of-type`, `link`, `not`, `nth-child`, `nth-last-child`, `nth-last-of-type`, `nth-of-type`, `only-child`,
    /// `only-of-type`, `optional`, `placeholder-shown`, `read-only`, `read-write`, `required`, `root`, `scope`, `target`,
    /// `visited`, `where`, and every pseudo-element (which matches no element).
    case unsupported(String)

    /// A sentence for people.
    public var description: String {
        switch self {
        case .malformed(let selector, let position, let reason):
            "The selector \"\(selector)\" is not valid at character \(position + 1): \(reason)."
        case .unsupported(let name):
            "The pseudo-class \":\(name)\" is not supported; select by an attribute or a class instead."
        }
    }
}
