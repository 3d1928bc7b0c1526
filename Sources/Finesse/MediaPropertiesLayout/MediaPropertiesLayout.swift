public import XMLTree

/// Which call variables a desktop shows, and where.
///
/// Source: Finesse REST guide, "MediaPropertiesLayout".
public struct MediaPropertiesLayout: FinesseObject {
    /// `MediaPropertiesLayout`.
    public static let elementName = "MediaPropertiesLayout"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `MediaPropertiesLayout` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The layout's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// What the layout is for (wire name `description`).
    public var details: String? { element.field("description") }
    /// Whether it is the default (wire name `type`).
    public var type: LayoutType? { element.word("type") }
    /// What stands above all: one entry as documented, nil when absent (wire name `header/entry`).
    public var header: Entry? { element.first("header")?.first(Entry.elementName).map(Entry.init(element:)) }
    /// The columns, the left one first, each with its entries from top to bottom (wire name `column/entry`).
    public var columns: [[Entry]] {
        element.all("column").map { column in column.all(Entry.elementName).map(Entry.init(element:)) }
    }
}

extension MediaPropertiesLayout {
    /// One call variable of a layout.
    public struct Entry: FinesseObject {
        /// `entry`.
        public static let elementName = "entry"
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: An `entry` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// Makes an entry.
        ///
        /// - Parameters:
        ///   - displayName: What people read; may be empty, at most 50 characters.
        ///   - mediaProperty: The variable, such as `callVariable1`.
        ///   - showInPopOver: Whether a ringing call shows it; at most five entries of a layout may.
        ///   - uiEditable: Whether the agent may change it.
        public init(
            displayName: String,
            mediaProperty: String,
            showInPopOver: Bool? = nil,
            uiEditable: Bool? = nil
        ) {
            var builder = ElementBuilder(Self.elementName)
            builder.add("displayName", displayName)
            builder.add("mediaProperty", mediaProperty)
            builder.add("showInPopOver", showInPopOver)
            builder.add("uiEditable", uiEditable)
            self.init(element: builder.element)
        }

        /// What people read; nil when absent, which occurs (wire name `displayName`).
        public var displayName: String? { element.field("displayName") }
        /// The variable, such as `callVariable1` or `user.account` (wire name `mediaProperty`).
        public var mediaProperty: String? { element.field("mediaProperty") }
        /// Whether a ringing call shows it (wire name `showInPopOver`).
        public var showInPopOver: Bool? { element.flag("showInPopOver") }
        /// Whether the agent may change it (wire name `uiEditable`).
        public var uiEditable: Bool? { element.flag("uiEditable") }
    }

    /// Whether a layout is the default.
    ///
    /// Source: Finesse REST guide, "MediaPropertiesLayout", `type`.
    public struct LayoutType: ServerWord {
        /// The server's word, such as `DEFAULT`.
        public var rawValue: String

        /// Takes the server's word.
        ///
        /// - Parameter rawValue: The word as it stands in the answer.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Used where no other is assigned.
        public static let `default` = Self(rawValue: "DEFAULT")
        /// Made by an administrator.
        public static let custom = Self(rawValue: "CUSTOM")
    }
}
