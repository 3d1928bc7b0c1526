public import XMLTree

/// What a workflow shall be.
///
/// Source: Finesse REST guide, "Workflow: Create" and "Update": of each action the path alone is sent.
public struct WorkflowChange: FinesseChange {
    /// The workflow's name: at most 40 characters.
    public var name: String?
    /// What the workflow is for: at most 128 characters.
    public var details: String?
    /// The id of the channel it is for.
    public var media: String?
    /// What sets it off; its inner shape is not documented.
    public var triggerSet: XMLElement?
    /// What must be so for it to run; its inner shape is not documented.
    public var conditionSet: XMLElement?
    /// The actions, in order; nil leaves them as they are.
    public var actions: [ObjectID<WorkflowAction>]?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - name: The workflow's name.
    ///   - details: What the workflow is for.
    ///   - media: The id of the channel it is for.
    ///   - triggerSet: What sets it off.
    ///   - conditionSet: What must be so for it to run.
    ///   - actions: The actions, in order.
    ///   - further: Further elements, written as they are.
    public init(
        name: String? = nil,
        details: String? = nil,
        media: String? = nil,
        triggerSet: XMLElement? = nil,
        conditionSet: XMLElement? = nil,
        actions: [ObjectID<WorkflowAction>]? = nil,
        further: [XMLElement] = []
    ) {
        self.name = name
        self.details = details
        self.media = media
        self.triggerSet = triggerSet
        self.conditionSet = conditionSet
        self.actions = actions
        self.further = further
    }

    /// Makes the change that writes a workflow back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter workflow: The workflow as it was read.
    public init(_ workflow: Workflow) {
        self.init(
            name: workflow.name,
            details: workflow.details,
            media: workflow.media,
            triggerSet: workflow.triggerSet,
            conditionSet: workflow.conditionSet,
            actions: workflow.actions.compactMap(\.id),
            further: workflow.element.elements(besides: [
                "uri", "id", "name", "description", "media", "TriggerSet", "ConditionSet", "workflowActions",
            ])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(Workflow.elementName)
        builder.add("name", name)
        builder.add("description", details)
        builder.add("media", media)
        builder.add(triggerSet)
        builder.add(conditionSet)
        builder.add("workflowActions", actions?.map { ObjectReference<WorkflowAction>(to: $0) })
        builder.add(further)
        return builder.element
    }
}
