/// What a user agent sees of a form.
public struct FormFacts: Hashable, Sendable {
    /// Its `id`, else its `name`; empty when it has neither.
    public var name: String
    /// Whether it has a visible control for a user name.
    public var hasUserName: Bool
    /// Whether it has a visible control for a password.
    public var hasPassword: Bool
    /// How many passwords it asks for at once, whether it is new ones, and whether it hides one.
    public var passwords: PasswordFacts
    /// Whether it has a visible control for a one-time code.
    public var hasOneTimeCode: Bool
    /// The names of the controls for these, as far as they have any; for people.
    public var controlNames: [ControlKind: String]
    /// The names of the other visible controls that a person would fill in.
    public var otherControls: [String]
    /// Selectors for these, each for one alone; may be fewer.
    public var otherControlSelectors: [String]
    /// The texts of the buttons that submit it, in order.
    public var buttons: [String]
    /// The visible box that keeps the person signed in.
    public var keepSignedInBox: BoxFacts?
    /// The origin that it is submitted to.
    public var actionOrigin: String

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - name: Its `id`, else its `name`.
    ///   - hasUserName: Whether it has a control for a user name.
    ///   - hasPassword: Whether it has a control for a password.
    ///   - passwords: How many passwords it asks for; one where it has a control for one, unless told.
    ///   - hasOneTimeCode: Whether it has a control for a one-time code.
    ///   - controlNames: The names of the controls for these.
    ///   - otherControls: The names of the other visible controls.
    ///   - otherControlSelectors: Selectors for these.
    ///   - buttons: The texts of the buttons that submit it.
    ///   - keepSignedInBox: The visible box that keeps the person signed in.
    ///   - actionOrigin: The origin that it is submitted to.
    public init(
        name: String = "",
        hasUserName: Bool = false,
        hasPassword: Bool = false,
        passwords: PasswordFacts? = nil,
        hasOneTimeCode: Bool = false,
        controlNames: [ControlKind: String] = [:],
        otherControls: [String] = [],
        otherControlSelectors: [String] = [],
        buttons: [String] = [],
        keepSignedInBox: BoxFacts? = nil,
        actionOrigin: String
    ) {
        self.name = name
        self.hasUserName = hasUserName
        self.hasPassword = hasPassword
        self.passwords = passwords ?? PasswordFacts(shown: hasPassword ? 1 : 0)
        self.hasOneTimeCode = hasOneTimeCode
        self.controlNames = controlNames
        self.otherControls = otherControls
        self.otherControlSelectors = otherControlSelectors
        self.buttons = buttons
        self.keepSignedInBox = keepSignedInBox
        self.actionOrigin = actionOrigin
    }

    /// Whether it is for a new password: two are asked for at once, or one that is said to be new.
    var changesPassword: Bool { passwords.shown >= 2 || passwords.shown == 1 && passwords.isNew }
}

/// What a control of a sign-in form takes.
public enum ControlKind: String, Hashable, Sendable, CaseIterable {
    /// The user's name.
    case userName = "user name"
    /// The password.
    case password
    /// The one-time code.
    case oneTimeCode = "one-time code"
}

/// What a user agent sees of the passwords that a form asks for.
public struct PasswordFacts: Hashable, Sendable {
    /// How many visible controls take one.
    public var shown: Int
    /// Whether one of them is said to take a new password.
    public var isNew: Bool
    /// Whether there is one that the page hides, to show it later or never.
    public var hasHidden: Bool

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - shown: How many visible controls take one.
    ///   - isNew: Whether one of them is said to take a new password.
    ///   - hasHidden: Whether there is one that the page hides.
    public init(shown: Int = 0, isNew: Bool = false, hasHidden: Bool = false) {
        self.shown = shown
        self.isNew = isNew
        self.hasHidden = hasHidden
    }
}

/// What a user agent sees of a box that can be ticked.
public struct BoxFacts: Hashable, Sendable {
    /// A selector for it alone.
    public var selector: String
    /// Whether it is ticked.
    public var isTicked: Bool

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - selector: A selector for it alone.
    ///   - isTicked: Whether it is ticked.
    public init(selector: String, isTicked: Bool) {
        self.selector = selector
        self.isTicked = isTicked
    }
}
