/// A form as it is told to whoever decides what to do with a page.
public struct FormDescription: Hashable, Sendable {
    /// The place among the page's forms, from 0; -1 for controls outside of every form.
    public var index: Int
    /// The `id` attribute.
    public var id: String?
    /// The `name` attribute.
    public var name: String?
    /// The address it is submitted to; `nil` if it can't be parsed.
    public var action: String?
    /// The method in lower case.
    public var method: String
    /// The encoding type.
    public var encodingType: String
    /// The frame or window that shows the answer; empty for the page itself.
    public var target: String
    /// The controls in tree order.
    public var controls: [ControlDescription]

    /// Whether it asks for a password.
    public var hasPassword: Bool { controls.contains { $0.type == "password" } }

    /// Makes a description.
    ///
    /// - Parameters:
    ///   - index: the place among the page's forms.
    ///   - id: the `id` attribute.
    ///   - name: the `name` attribute.
    ///   - action: the address it is submitted to.
    ///   - method: the method in lower case.
    ///   - encodingType: the encoding type.
    ///   - target: the frame or window that shows the answer.
    ///   - controls: the controls in tree order.
    public init(
        index: Int,
        id: String?,
        name: String?,
        action: String?,
        method: String,
        encodingType: String,
        target: String,
        controls: [ControlDescription]
    ) {
        self.index = index
        self.id = id
        self.name = name
        self.action = action
        self.method = method
        self.encodingType = encodingType
        self.target = target
        self.controls = controls
    }
}

/// A control as it is told to whoever decides what to do with a page.
public struct ControlDescription: Hashable, Sendable {
    /// The element's name, such as `input`.
    public var element: String
    /// The type, such as `password`; of a `select` `select-one` or `select-multiple`.
    public var type: String
    /// The `name` attribute.
    public var name: String?
    /// The `id` attribute.
    public var id: String?
    /// What names it to people; empty if nothing does.
    public var label: String
    /// What it is for, where that is known.
    public var role: ControlRole?
    /// The current value; `nil` where it is secret: of passwords and one-time codes.
    public var value: String?
    /// Whether a checkbox or radio button is checked.
    public var isChecked: Bool
    /// Whether it is disabled.
    public var isDisabled: Bool
    /// Whether it must be filled.
    public var isRequired: Bool
    /// The values of a select's options.
    public var options: [String]

    /// Makes a description.
    ///
    /// - Parameters:
    ///   - element: the element's name.
    ///   - type: the type.
    ///   - name: the `name` attribute.
    ///   - id: the `id` attribute.
    ///   - label: what names it to people.
    ///   - role: what it is for.
    ///   - value: the current value, `nil` where it is secret.
    ///   - isChecked: whether it is checked.
    ///   - isDisabled: whether it is disabled.
    ///   - isRequired: whether it must be filled.
    ///   - options: the values of a select's options.
    public init(
        element: String,
        type: String,
        name: String?,
        id: String?,
        label: String,
        role: ControlRole?,
        value: String?,
        isChecked: Bool,
        isDisabled: Bool,
        isRequired: Bool,
        options: [String]
    ) {
        self.element = element
        self.type = type
        self.name = name
        self.id = id
        self.label = label
        self.role = role
        self.value = value
        self.isChecked = isChecked
        self.isDisabled = isDisabled
        self.isRequired = isRequired
        self.options = options
    }
}
