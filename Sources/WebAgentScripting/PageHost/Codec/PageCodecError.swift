/// Why bytes that came over the page-host wall are no message.
public enum PageCodecError: Error, Sendable, Hashable {
    /// The bytes end inside a message.
    case truncated
    /// A message announces more than ``PageFrame/maximumLength``, or one to send is longer.
    case tooLong(Int)
    /// The version is another one.
    case unknownVersion(UInt8)
    /// The message is of another kind than expected here, or of none.
    case unexpectedKind(UInt8)
    /// An enumeration has no such case.
    case unknownCase(UInt8)
    /// A text is not UTF-8.
    case invalidText
    /// A number is outside of what it may be.
    case invalidNumber
    /// Bytes follow the message.
    case trailingBytes(Int)

    /// A bounded name of the error.
    public var label: String {
        switch self {
        case .truncated: "truncated"
        case .tooLong: "tooLong"
        case .unknownVersion: "unknownVersion"
        case .unexpectedKind: "unexpectedKind"
        case .unknownCase: "unknownCase"
        case .invalidText: "invalidText"
        case .invalidNumber: "invalidNumber"
        case .trailingBytes: "trailingBytes"
        }
    }
}

extension PageCodecError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .truncated: "The message ends too early."
        case .tooLong(let length): "The message has \(length) bytes, more than the \(PageFrame.maximumLength) allowed."
        case .unknownVersion(let version): "The message has version \(version); this end speaks \(PageFrame.version)."
        case .unexpectedKind(let kind): "A message of kind \(kind) was not expected here."
        case .unknownCase(let tag): "The message holds the unknown case \(tag)."
        case .invalidText: "The message holds a text that is not UTF-8."
        case .invalidNumber: "The message holds a number out of range."
        case .trailingBytes(let count): "The message is followed by \(count) bytes that belong to nothing."
        }
    }
}
