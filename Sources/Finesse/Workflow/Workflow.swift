public import XMLTree

/// What the desktop does by itself when something happens to a call.
///
/// The inner shape of triggers and conditions is not documented, so they stay elements.
///
/// Source: Finesse REST guide, "Workflow".
public struct Workflow: FinesseObject {
    /// `Workflow`.
    public static let elementName = "Workflow"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `Workflow` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The workflow's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// What the workflow is for (wire name `description`).
    public var details: String? { element.field("description") }
    /// The id of the channel it is for (wire name `media`).
    public var media: String? { element.field("media") }
    /// What sets it off (wire name `TriggerSet`).
    public var triggerSet: XMLElement? { element.first("TriggerSet") }
    /// What must be so for it to run (wire name `ConditionSet`).
    public var conditionSet: XMLElement? { element.first("ConditionSet") }
    /// What it does, in order: name, type and path of each (wire name `workflowActions/WorkflowAction`).
    public var actions: [WorkflowAction] { element.items(in: "workflowActions") }
}
