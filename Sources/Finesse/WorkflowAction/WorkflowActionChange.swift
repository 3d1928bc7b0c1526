public import XMLTree

/// What an action shall be.
///
/// Source: Finesse REST guide, "WorkflowAction: Create" and "Update".
public struct WorkflowActionChange: FinesseChange {
    /// The action's name: at most 64 characters.
    public var name: String?
    /// What it does.
    public var type: WorkflowActionType?
    /// Who does it.
    public var handledBy: WorkflowActionHandler?
    /// How it is done; nil leaves it as it is.
    public var parameters: [WorkflowAction.Parameter]?
    /// The values that go into it: at most five; nil leaves them as they are.
    public var variables: [WorkflowAction.Variable]?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - name: The action's name.
    ///   - type: What it does.
    ///   - handledBy: Who does it.
    ///   - parameters: How it is done.
    ///   - variables: The values that go into it.
    ///   - further: Further elements, written as they are.
    public init(
        name: String? = nil,
        type: WorkflowActionType? = nil,
        handledBy: WorkflowActionHandler? = nil,
        parameters: [WorkflowAction.Parameter]? = nil,
        variables: [WorkflowAction.Variable]? = nil,
        further: [XMLElement] = []
    ) {
        self.name = name
        self.type = type
        self.handledBy = handledBy
        self.parameters = parameters
        self.variables = variables
        self.further = further
    }

    /// Makes the change that writes an action back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter action: The action as it was read.
    public init(_ action: WorkflowAction) {
        self.init(
            name: action.name,
            type: action.type,
            handledBy: action.handledBy,
            parameters: action.parameters,
            variables: action.variables,
            further: action.element.elements(besides: [
                "uri", "id", "name", "type", "handledBy", "params", "actionVariables",
            ])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(WorkflowAction.elementName)
        builder.add("name", name)
        builder.add("type", type)
        builder.add("handledBy", handledBy)
        builder.add("params", parameters)
        builder.add("actionVariables", variables)
        builder.add(further)
        return builder.element
    }
}
