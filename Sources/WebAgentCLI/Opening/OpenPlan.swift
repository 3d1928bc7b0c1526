import WebAgent
import WebAgentScripting
import WebAgentURL

/// What is to be done, in this order: open, fill, click, wait, evaluate.
struct OpenPlan: Sendable {
    /// A control and what goes into it.
    struct Fill: Sendable {
        var target: ControlTarget
        var value: String
    }

    var url: WebURL
    var configuration: WebAgentConfiguration
    var fills: [Fill]
    var clicks: [String]
    var wait: String?
    var evaluation: String?

    /// How long all of it may take.
    var limit: Duration
}
