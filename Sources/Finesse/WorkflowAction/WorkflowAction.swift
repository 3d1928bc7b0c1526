public import XMLTree

/// One thing that a workflow does: it opens a page or sends a request.
///
/// Source: Finesse REST guide, "WorkflowAction".
public struct WorkflowAction: FinesseObject {
    /// `WorkflowAction`.
    public static let elementName = "WorkflowAction"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `WorkflowAction` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The action's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// What it does (wire name `type`).
    public var type: WorkflowActionType? { element.word("type") }
    /// Who does it (wire name `handledBy`).
    public var handledBy: WorkflowActionHandler? { element.word("handledBy") }
    /// How it is done, such as the `path` to open (wire name `params/Param`).
    public var parameters: [Parameter] { element.items(in: "params") }
    /// The values that go into it (wire name `actionVariables/ActionVariable`).
    public var variables: [Variable] { element.items(in: "actionVariables") }
}

extension WorkflowAction {
    /// One parameter of an action: a name and a value.
    public struct Parameter: FinesseObject {
        /// `Param`.
        public static let elementName = "Param"
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `Param` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// Makes a parameter.
        ///
        /// - Parameters:
        ///   - name: `windowName` or `path` of a page; `method`, `location`, `contentType`, `path` or `body` of a request.
        ///   - value: Its value.
        public init(name: String, value: String) {
            var builder = ElementBuilder(Self.elementName)
            builder.add("name", name)
            builder.add("value", value)
            self.init(element: builder.element)
        }

        /// The parameter's name (wire name `name`).
        public var name: String? { element.field("name") }
        /// Its value (wire name `value`).
        public var value: String? { element.field("value") }
    }

    /// One value that goes into an action.
    public struct Variable: FinesseObject {
        /// `ActionVariable`.
        public static let elementName = "ActionVariable"
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: An `ActionVariable` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// Makes a variable; an action has at most five.
        ///
        /// - Parameters:
        ///   - name: Its name: at most 32 characters.
        ///   - type: Where its value comes from.
        ///   - node: For custom ones the path into the dialog's XML: at most 500 characters.
        ///   - testValue: A value to try the action with: at most 128 characters.
        public init(name: String, type: VariableType, node: String? = nil, testValue: String? = nil) {
            var builder = ElementBuilder(Self.elementName)
            builder.add("name", name)
            builder.add("type", type)
            builder.add("node", node)
            builder.add("testValue", testValue)
            self.init(element: builder.element)
        }

        /// The variable's name (wire name `name`).
        public var name: String? { element.field("name") }
        /// Where its value comes from (wire name `type`).
        public var type: VariableType? { element.word("type") }
        /// The path into the dialog's XML (wire name `node`).
        public var node: String? { element.field("node") }
        /// A value to try the action with (wire name `testValue`).
        public var testValue: String? { element.field("testValue") }
    }
}
