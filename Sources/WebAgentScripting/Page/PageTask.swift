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
}
