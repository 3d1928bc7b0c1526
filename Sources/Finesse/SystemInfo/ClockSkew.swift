/// How far a server's clock is from this machine's, as one exchange shows it.
///
/// The server wrote its time somewhere between the request and the answer, so half the round trip is the bound of the error. The
/// life of a token is counted from its arrival and does not depend on it; cookies with an end, certificates, one-time codes and
/// whoever verifies a token do.
public struct ClockSkew: Hashable, Sendable {
    /// Where the server's time was read.
    public enum Source: String, Hashable, Sendable {
        /// `currentTimestamp` of SystemInfo, to the millisecond.
        case timestamp = "currentTimestamp"
        /// The `Date` field of an answer, to the second; a proxy may have written it.
        case dateField = "Date"
    }

    /// What a skew means.
    public enum Verdict: Hashable, Sendable {
        /// Nothing depends on it.
        case harmless
        /// More than the 30 s that a one-time code is good for.
        case noticeable
        /// More than the five minutes that an assertion, or a Kerberos ticket, allows.
        case harmful
    }

    /// The server's time less this machine's: positive where the server is ahead.
    public var offset: Duration
    /// The offset may be wrong by so much in either direction.
    public var uncertainty: Duration
    /// Where the server's time was read.
    public var source: Source

    /// Makes a skew from its parts.
    ///
    /// - Parameters:
    ///   - offset: The server's time less this machine's.
    ///   - uncertainty: The bound of the error.
    ///   - source: Where the server's time was read.
    public init(offset: Duration, uncertainty: Duration, source: Source) {
        self.offset = offset
        self.uncertainty = uncertainty
        self.source = source
    }

    /// Measures by a `Date` field.
    ///
    /// - Parameters:
    ///   - text: The field's value; nil is returned for what is no date.
    ///   - sent: When the request was sent, by this machine's clock in milliseconds since 1970.
    ///   - received: When the answer was there.
    public init?(dateField text: String, sent: Int64, received: Int64) {
        guard let server = ServerTime.milliseconds(httpDate: text) else { return nil }
        // A second is written without its fraction: the middle of it is the best guess.
        self.init(server + 500, slack: 500, sent, received, .dateField)
    }

    /// Measures by the `currentTimestamp` of SystemInfo.
    ///
    /// - Parameters:
    ///   - text: The element's text; nil is returned for what is no timestamp.
    ///   - sent: When the request was sent, by this machine's clock in milliseconds since 1970.
    ///   - received: When the answer was there.
    public init?(timestamp text: String, sent: Int64, received: Int64) {
        guard let server = ServerTime.milliseconds(iso8601: text) else { return nil }
        self.init(server, slack: 0, sent, received, .timestamp)
    }

    private init(_ server: Int64, slack: Int64, _ sent: Int64, _ received: Int64, _ source: Source) {
        let roundTrip = max(0, received - sent)
        self.init(
            offset: .milliseconds(server - sent - roundTrip / 2),
            uncertainty: .milliseconds((roundTrip + 1) / 2 + slack),
            source: source
        )
    }

    /// How far apart the clocks are at least: zero while they may agree.
    public var least: Duration { max(.zero, max(offset, .zero - offset) - uncertainty) }

    /// What it means; where the error's bound leaves doubt, the better.
    public var verdict: Verdict {
        if least > .seconds(300) { return .harmful }
        return least > .seconds(30) ? .noticeable : .harmless
    }
}

extension ClockSkew: CustomStringConvertible {
    /// The skew in words, such as `the server is 42.0 s ahead (±0.1 s, currentTimestamp)`.
    public var description: String {
        guard least > .zero else { return "the clocks agree (\(bound), \(source.rawValue))" }
        let side = offset > .zero ? "ahead" : "behind"
        let distance = Self.seconds(max(offset, .zero - offset))
        return "the server is \(distance) s \(side) (\(bound), \(source.rawValue))"
    }

    /// The bound of the error, such as `±0.5 s`.
    public var bound: String { "±\(Self.seconds(uncertainty)) s" }

    /// Seconds with one digit after the point.
    private static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10 + (attoseconds / 10_000_000_000_000_000 + 5) / 10
        return "\(tenths / 10).\(tenths % 10)"
    }
}
