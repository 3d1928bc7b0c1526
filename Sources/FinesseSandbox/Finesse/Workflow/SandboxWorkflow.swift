/// What the desktop does by itself when a call or a task changes.
public struct SandboxWorkflow: CatalogueRecord, Hashable, Sendable {
    /// The number by which addresses name it.
    public var id: Int
    /// The name.
    public var name: String
    /// What it is for.
    public var description: String
    /// The id of the channel that it belongs to, if any.
    public var media: String?
    /// The element `TriggerSet` as text: what sets it off.
    public var triggerSet: String
    /// The element `ConditionSet` as text: when it is done.
    public var conditionSet: String
    /// The numbers of its actions, in order.
    public var actions: [Int]
    /// The ids of the teams that have it.
    public var teams: [String]

    /// Creates a workflow.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses name it.
    ///   - name: The name.
    ///   - description: What it is for.
    ///   - media: The id of the channel that it belongs to, if any.
    ///   - triggerSet: The element `TriggerSet` as text.
    ///   - conditionSet: The element `ConditionSet` as text.
    ///   - actions: The numbers of its actions, in order.
    ///   - teams: The ids of the teams that have it.
    public init(
        id: Int,
        name: String,
        description: String = "",
        media: String? = nil,
        triggerSet: String = "<TriggerSet></TriggerSet>",
        conditionSet: String = "<ConditionSet></ConditionSet>",
        actions: [Int] = [],
        teams: [String] = []
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.media = media
        self.triggerSet = triggerSet
        self.conditionSet = conditionSet
        self.actions = actions
        self.teams = teams
    }
}

/// One thing that a workflow does.
public struct SandboxWorkflowAction: CatalogueRecord, Hashable, Sendable {
    /// A name with a value.
    public struct Parameter: Codable, Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// Creates a parameter.
        ///
        /// - Parameters:
        ///   - name: The name.
        ///   - value: The value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A variable that stands in the parameters.
    public struct Variable: Codable, Hashable, Sendable {
        /// The name.
        public var name: String
        /// `SYSTEM` or `CUSTOM`.
        public var type: String
        /// Where a custom one is found in the dialog.
        public var node: String
        /// The value that a test uses.
        public var testValue: String

        /// Creates a variable.
        ///
        /// - Parameters:
        ///   - name: The name.
        ///   - type: `SYSTEM` or `CUSTOM`.
        ///   - node: Where a custom one is found in the dialog.
        ///   - testValue: The value that a test uses.
        public init(_ name: String, type: String = "SYSTEM", node: String = "", testValue: String = "") {
            self.name = name
            self.type = type
            self.node = node
            self.testValue = testValue
        }
    }

    /// The number by which addresses name it.
    public var id: Int
    /// The name.
    public var name: String
    /// `BROWSER_POP` or `HTTP_REQUEST`.
    public var type: String
    /// `FINESSE_DESKTOP` or `OTHER`.
    public var handledBy: String
    /// The parameters, in order.
    public var params: [Parameter]
    /// The variables, in order.
    public var variables: [Variable]

    /// Creates an action.
    ///
    /// - Parameters:
    ///   - id: The number by which addresses name it.
    ///   - name: The name.
    ///   - type: `BROWSER_POP` or `HTTP_REQUEST`.
    ///   - handledBy: `FINESSE_DESKTOP` or `OTHER`.
    ///   - params: The parameters, in order.
    ///   - variables: The variables, in order.
    public init(
        id: Int,
        name: String,
        type: String = "BROWSER_POP",
        handledBy: String = "FINESSE_DESKTOP",
        params: [Parameter] = [],
        variables: [Variable] = []
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.handledBy = handledBy
        self.params = params
        self.variables = variables
    }
}

extension SandboxWorkflow {
    /// The workflows that a sandbox has without configuration.
    public static let builtIn: [SandboxWorkflow] = [
        SandboxWorkflow(
            id: 1,
            name: "Customer page",
            description: "Opens the customer's page as a call arrives",
            triggerSet: "<TriggerSet><type>SYSTEM</type><name>CALL_ARRIVES</name></TriggerSet>",
            conditionSet: "<ConditionSet><applyMethod>ALL</applyMethod></ConditionSet>",
            actions: [1],
            teams: ["5000"]
        )
    ]
}

extension SandboxWorkflowAction {
    /// The actions that a sandbox has without configuration.
    public static let builtIn: [SandboxWorkflowAction] = [
        SandboxWorkflowAction(
            id: 1,
            name: "Open the customer's page",
            params: [
                Parameter("windowName", "customer"),
                Parameter("path", "https://crm.xyz.com/customer?account=${callVariable2}"),
            ],
            variables: [Variable("callVariable2", testValue: "4711")]
        ),
        SandboxWorkflowAction(
            id: 2,
            name: "Tell the ticket system",
            type: "HTTP_REQUEST",
            handledBy: "OTHER",
            params: [
                Parameter("method", "POST"), Parameter("location", "OTHER"),
                Parameter("contentType", "application/json"), Parameter("path", "https://tickets.xyz.com/calls"),
                Parameter("body", "{\"number\": \"${fromAddress}\"}"),
            ],
            variables: [Variable("fromAddress", testValue: "5551234")]
        ),
    ]
}
