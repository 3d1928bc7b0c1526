/// A point in time on the sandbox's clock, in milliseconds since 1970-01-01T00:00:00Z.
public struct SandboxInstant: Hashable, Comparable, Codable, Sendable {
    /// Milliseconds since the epoch.
    public var milliseconds: Int64

    /// Creates an instant from milliseconds since the epoch.
    ///
    /// - Parameter milliseconds: The milliseconds; negative before 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads an instant from its milliseconds, a single number.
    ///
    /// - Parameter decoder: Where the number is.
    /// - Throws: `DecodingError` when there is no whole number.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the instant as its milliseconds, a single number.
    ///
    /// - Parameter encoder: Where the number goes.
    /// - Throws: `EncodingError` when the encoder takes no number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Whole seconds since the epoch, rounded down, as JWT and cookies count them.
    public var seconds: Int64 { Self.floorDivide(milliseconds, 1000).quotient }

    /// Returns the instant that lies a span later.
    ///
    /// - Parameter duration: The span; parts below a millisecond are dropped.
    /// - Returns: The later instant.
    public func advanced(by duration: Duration) -> SandboxInstant {
        SandboxInstant(milliseconds: milliseconds + duration.wholeMilliseconds)
    }

    /// Returns the span from this instant to another one.
    ///
    /// - Parameter other: The instant to measure to.
    /// - Returns: The span, negative when `other` is earlier.
    public func duration(to other: SandboxInstant) -> Duration {
        .milliseconds(other.milliseconds - milliseconds)
    }

    /// Tells whether one instant lies before another.
    ///
    /// - Parameters:
    ///   - left: The first instant.
    ///   - right: The second instant.
    /// - Returns: Whether the first is earlier.
    public static func < (left: SandboxInstant, right: SandboxInstant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    static func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension Duration {
    /// The span in milliseconds, smaller parts dropped.
    package var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    /// The span in seconds, smaller parts dropped.
    package var wholeSeconds: Int64 { components.seconds }
}
