/// A form of a page, described for people and for recordings: no values of fields that may be secret.
public struct PageForm: Sendable, Hashable {
    /// The `id`, or empty.
    public var id: String
    /// The `name`, or empty.
    public var name: String
    /// `get`, `post` or `dialog`.
    public var method: String
    /// The address it submits to, absolute.
    public var action: String
    /// The content type it submits with.
    public var enctype: String
    /// Its controls, in tree order.
    public var controls: [PageControl]
    /// The address of the frame that it sits in; empty for one of the page itself.
    public var frame: String

    /// Creates the description of a form.
    ///
    /// - Parameters:
    ///   - id: The `id`.
    ///   - name: The `name`.
    ///   - method: The method.
    ///   - action: The address it submits to.
    ///   - enctype: The content type it submits with.
    ///   - controls: Its controls.
    ///   - frame: The address of the frame that it sits in.
    public init(
        id: String,
        name: String,
        method: String,
        action: String,
        enctype: String,
        controls: [PageControl],
        frame: String = ""
    ) {
        self.id = id
        self.name = name
        self.method = method
        self.action = action
        self.enctype = enctype
        self.controls = controls
        self.frame = frame
    }
}

/// A control of a form.
public struct PageControl: Sendable, Hashable {
    /// The `name`, or empty.
    public var name: String
    /// The `id`, or empty.
    public var id: String
    /// The type as a script sees it, such as `text`, `password`, `submit`, `select-one` or `textarea`.
    public var type: String
    /// The text of its label, or its placeholder; empty when it has none.
    public var label: String
    /// Its part in a sign-in, if it has one.
    public var role: PageControlRole?
    /// Whether it has a value that is not empty.
    public var isFilled: Bool
    /// Whether it is disabled.
    public var isDisabled: Bool

    /// Creates the description of a control.
    ///
    /// - Parameters:
    ///   - name: The `name`.
    ///   - id: The `id`.
    ///   - type: The type.
    ///   - label: The text of its label.
    ///   - role: Its part in a sign-in.
    ///   - isFilled: Whether it has a value.
    ///   - isDisabled: Whether it is disabled.
    public init(
        name: String,
        id: String,
        type: String,
        label: String,
        role: PageControlRole?,
        isFilled: Bool,
        isDisabled: Bool
    ) {
        self.name = name
        self.id = id
        self.type = type
        self.label = label
        self.role = role
        self.isFilled = isFilled
        self.isDisabled = isDisabled
    }
}
