/// The type of an `input` element.
///
/// Source: HTML standard, section 4.10.5, attribute `type`.
public enum InputType: String, Sendable, CaseIterable {
    /// Not shown.
    case hidden
    /// One line of text; also every unknown type.
    case text
    /// A search text.
    case search
    /// A telephone number.
    case tel
    /// An absolute address.
    case url
    /// One or more mail addresses.
    case email
    /// A secret.
    case password
    /// A day.
    case date
    /// A month.
    case month
    /// A week.
    case week
    /// A time of day.
    case time
    /// A day and a time without zone.
    case datetimeLocal = "datetime-local"
    /// A number.
    case number
    /// A number on a slider.
    case range
    /// A colour.
    case color
    /// Yes or no.
    case checkbox
    /// One of several.
    case radio
    /// Files.
    case file
    /// A button that submits.
    case submit
    /// An image that submits, with the place of the click.
    case image
    /// A button that resets.
    case reset
    /// A button without effect of its own.
    case button

    /// How the `value` member relates to the attribute.
    var valueMode: ValueMode {
        switch self {
        case .hidden, .submit, .image, .reset, .button: .default
        case .checkbox, .radio: .defaultOn
        case .file: .filename
        case .text, .search, .tel, .url, .email, .password, .date, .month, .week, .time, .datetimeLocal, .number,
            .range,
            .color:
            .value
        }
    }

    /// Whether the control is a button.
    var isButton: Bool {
        switch self {
        case .submit, .image, .reset, .button: true
        case .hidden, .text, .search, .tel, .url, .email, .password, .date, .month, .week, .time, .datetimeLocal,
            .number,
            .range, .color, .checkbox, .radio, .file:
            false
        }
    }

    enum ValueMode {
        case value
        case `default`
        case defaultOn
        case filename
    }
}

extension Document {
    /// The type of an `input` element.
    ///
    /// - Parameter input: an HTML `input` element.
    /// - Returns: the type its attribute names, ``InputType/text`` if it names none; `nil` for another element.
    public func inputType(of input: NodeID) -> InputType? {
        guard isHTML(input, .input) else { return nil }
        return Self.inputType(named: attribute("type", of: input))
    }

    static func inputType(named name: String?) -> InputType {
        guard let name else { return .text }
        return InputType(rawValue: ASCII.lowercased(name)) ?? .text
    }
}
