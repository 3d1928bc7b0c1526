/// How far an exchange had come when its deadline passed.
public enum ExchangePhase: String, Sendable, Hashable, CaseIterable {
    /// Looking up the name, connecting, passing a proxy or agreeing on TLS.
    case connecting
    /// The request was on its way or sent, the head of the response not complete.
    case waitingForHead
    /// The head was there, the body not complete.
    case receivingBody
}

/// A part of a response.
public enum MessagePart: String, Sendable, Hashable, CaseIterable {
    /// Status line and header fields.
    case head
    /// The body.
    case body
}
