import WebAgentHTML

/// Work that a page has put off until the script that is running has ended.
enum PageTask {
    /// Fetch and run a script element's source.
    case script(NodeID, url: String)
    /// Make a request of a script and deliver the answer.
    case request(id: Int, PageRequest)
    /// Run the script of a `javascript:` address.
    case scriptAddress(String)
    /// Tell the window that the fragment has changed.
    case hashChange(from: String, to: String)
    /// Fire a simple event at a node.
    case event(String, NodeID)
    /// Show in a frame what it is to show next.
    case frame(ChildFrame)
    /// Deliver what another window posted.
    case message(WindowMessage)
}

/// What one window posts to another, as plain text that the receiver makes values of its own from.
struct WindowMessage {
    var data: String
    /// The origin of the sender.
    var origin: String
    /// The frame that the sender's document is in; 0 for the page itself.
    var source: Int
    /// The origin that the receiver must have; nil for any.
    var target: FrameOrigin?
}
