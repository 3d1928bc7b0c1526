/// What to do on a page that the general rules do not get along with: data, not code.
///
/// A rule holds on a page whose address its pattern matches, on which everything in ``when`` is visible and nothing in
/// ``unless`` is.
public struct SignInRule: Hashable, Sendable {
    /// What is filled into a control.
    public enum Filling: Hashable, Sendable {
        /// The user's name, as the identity provider wants it.
        case userName
        /// The password; only where the password rule lets it go.
        case password
        /// A one-time code; only where the password rule would let the password go.
        case oneTimeCode
        /// The realm that was configured.
        case realm
        /// This text.
        case text(String)
    }

    /// One thing that is done.
    public enum Step: Hashable, Sendable {
        /// Fill in the control that the selector finds.
        case fill(String, Filling)
        /// Choose, of the list or group that the selector finds, what has this text or value.
        case choose(String, Filling)
        /// Click what the selector finds.
        case click(String)
        /// End the sign-in with these words.
        case stop(String)
    }

    /// Its name, for people.
    public var name: String
    /// Where it holds.
    public var url: AddressPattern
    /// The selectors of what must be visible.
    public var when: [String]
    /// The selectors of what must not be visible.
    public var unless: [String]
    /// Whether it goes before the general rules; otherwise it is looked at where they would stop.
    public var overrides: Bool
    /// What is done, in order.
    public var steps: [Step]

    /// Makes a rule from its parts.
    ///
    /// - Parameters:
    ///   - name: Its name, for people.
    ///   - url: Where it holds.
    ///   - when: The selectors of what must be visible.
    ///   - unless: The selectors of what must not be visible.
    ///   - overrides: Whether it goes before the general rules.
    ///   - steps: What is done, in order.
    public init(
        _ name: String,
        url: AddressPattern,
        when: [String] = [],
        unless: [String] = [],
        overrides: Bool = false,
        steps: [Step]
    ) {
        self.name = name
        self.url = url
        self.when = when
        self.unless = unless
        self.overrides = overrides
        self.steps = steps
    }

    /// Every selector in it.
    public var selectors: [String] {
        when + unless
            + steps.compactMap { step in
                switch step {
                case .fill(let selector, _), .choose(let selector, _), .click(let selector): selector
                case .stop: nil
                }
            }
    }

    /// Whether a step fills this in.
    func fills(_ filling: Filling) -> Bool {
        steps.contains { step in
            switch step {
            case .fill(_, let own), .choose(_, let own): own == filling
            case .click, .stop: false
            }
        }
    }

    /// Whether it holds on a page.
    func holds(on page: PageFacts) -> Bool {
        url.matches(page.url) && when.allSatisfy { page.elements[$0]?.isShown == true }
            && unless.allSatisfy { page.elements[$0]?.isShown != true }
    }
}

/// Rules, in the order in which they are looked at.
public struct SignInRules: Hashable, Sendable {
    /// The rules.
    public var rules: [SignInRule]

    /// Makes a list of rules.
    ///
    /// - Parameter rules: The rules, the first that holds decides.
    public init(_ rules: [SignInRule]) {
        self.rules = rules
    }

    /// The selectors that have to be looked for on the page of an address.
    ///
    /// - Parameter url: The address.
    /// - Returns: Those of the rules whose pattern matches.
    public func selectors(for url: String) -> Set<String> {
        Set(rules.filter { $0.url.matches(url) }.flatMap(\.selectors))
    }
}
