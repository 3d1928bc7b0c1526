/// The mark of a request that changes something: the server copies it into the notification of the change, best effort.
///
/// Source: Finesse REST guide, "Notifications and requestId".
public struct RequestID: RawRepresentable, Hashable, Sendable {
    /// The text, opaque to the server.
    public var rawValue: String

    /// Takes the text as it is.
    ///
    /// - Parameter rawValue: An opaque text; unique, or it marks nothing.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a new one: 128 random bits as hex digits.
    ///
    /// - Returns: A mark that no other request has.
    public static func random() -> RequestID {
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<2).map { _ in
            let text = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return RequestID(rawValue: digits.joined())
    }
}

extension RequestID: CustomStringConvertible {
    /// The text itself.
    public var description: String { rawValue }
}

/// A change that the server has taken in: 202, and the change itself comes later, as an event.
public struct Acceptance: Hashable, Sendable {
    /// The mark that the event will carry.
    public var requestID: RequestID

    /// Makes an acceptance.
    ///
    /// - Parameter requestID: The mark of the request.
    public init(requestID: RequestID) {
        self.requestID = requestID
    }
}

/// An object that the server has made.
public struct Creation: Hashable, Sendable {
    /// Where it is: the path of the `Location` field, without scheme and host; nil when the server gave none.
    public var path: String?
    /// True when it is stored and the other node was not told (207).
    public var isPartial: Bool
    /// The mark of the request.
    public var requestID: RequestID

    /// Makes a creation from its parts.
    ///
    /// - Parameters:
    ///   - path: The path of the `Location` field.
    ///   - isPartial: Whether the other node was not told.
    ///   - requestID: The mark of the request.
    public init(path: String?, isPartial: Bool, requestID: RequestID) {
        self.path = path
        self.isPartial = isPartial
        self.requestID = requestID
    }

    /// The last part of the path, which is the object's id.
    public var id: String? { path?.split(separator: "/").last.flatMap { PathSegment.decode($0) } }
}
