/// What a frame is for whoever only passes it on, told from its head.
///
/// The fields behind the head are not looked at, and may be malformed.
public enum PageFrameRole: Sendable, Hashable {
    /// An order to open a page.
    case opening
    /// Another order.
    case order
    /// The message that an order is done.
    case report
    /// Anything else.
    case other

    private static let orderKind = PageFrame.Kind.order.rawValue
    private static let messageKind = PageFrame.Kind.message.rawValue
    /// The case of ``PageOrder/open(_:)`` and of ``PageMessage/done(_:)`` in their byte forms.
    private static let openTag: UInt8 = 0
    private static let doneTag: UInt8 = 2

    /// Looks at the head of a frame.
    ///
    /// - Parameter frame: the whole frame.
    public init(of frame: [UInt8]) {
        guard frame.count > PageFrame.headLength + 2 else {
            self = .other
            return
        }
        let tag = frame[PageFrame.headLength + 2]
        switch frame[PageFrame.headLength + 1] {
        case Self.orderKind: self = tag == Self.openTag ? .opening : .order
        case Self.messageKind where tag == Self.doneTag: self = .report
        default: self = .other
        }
    }
}
