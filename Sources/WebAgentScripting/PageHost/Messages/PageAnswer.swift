/// The parent's answer to a ``PageAsk``.
public enum PageAnswer: Sendable, Hashable {
    /// Done; there is nothing to tell.
    case acknowledged
    /// A text: cookies, or a stored value.
    case text(String)
    /// There is no such value.
    case absent
    /// The keys of a storage, in order.
    case keys([String])
    /// Random bytes, exactly as many as asked for.
    case bytes([UInt8])
    /// What a server answered.
    case response(PageResponse)
    /// What a frame shows.
    case frame(FrameDocument)
    /// It could not be done, or was not allowed; the text is for the recording, the page sees a plain network error.
    case failed(String)
}

extension PageAnswer: CustomStringConvertible, CustomDebugStringConvertible {
    /// A bounded name of the answer, without what it carries.
    public var label: String {
        switch self {
        case .acknowledged: "acknowledged"
        case .text: "text"
        case .absent: "absent"
        case .keys: "keys"
        case .bytes: "bytes"
        case .response: "response"
        case .frame: "frame"
        case .failed: "failed"
        }
    }

    /// The same as ``label``.
    public var description: String { label }

    /// The same as ``label``.
    public var debugDescription: String { label }
}
