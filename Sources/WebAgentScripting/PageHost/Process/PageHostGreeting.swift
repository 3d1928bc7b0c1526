/// The first frame of a host in a process of its own: that it is ready, and between which walls.
///
/// It has the form of every other frame (see ``PageFrame``), a kind of its own, and the walls as four bytes.
public struct PageHostGreeting: Sendable, Hashable {
    /// The walls that stand.
    public var walls: PageHostWalls

    private static let kind: UInt8 = 4
    private static let bodyLength = 6

    /// Creates a greeting.
    ///
    /// - Parameter walls: The walls that stand.
    public init(walls: PageHostWalls) {
        self.walls = walls
    }

    /// The frame of the greeting.
    public var frame: [UInt8] {
        let bits = walls.rawValue
        return [UInt8(Self.bodyLength), 0, 0, 0, PageFrame.version, Self.kind]
            + (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt32($0))) }
    }

    /// Reads a greeting.
    ///
    /// - Parameter frame: The whole frame.
    /// - Throws: ``PageCodecError`` that says what is wrong with the bytes.
    public init(frame: [UInt8]) throws(PageCodecError) {
        let length = try PageFrame.bodyLength(frame)
        guard frame.count >= PageFrame.headLength + 2 else { throw .truncated }
        let version = frame[PageFrame.headLength]
        guard version == PageFrame.version else { throw .unknownVersion(version) }
        let kind = frame[PageFrame.headLength + 1]
        guard kind == Self.kind else { throw .unexpectedKind(kind) }
        guard length >= Self.bodyLength, frame.count >= PageFrame.headLength + Self.bodyLength else { throw .truncated }
        guard length == Self.bodyLength, frame.count == PageFrame.headLength + Self.bodyLength else {
            throw .trailingBytes(max(length, frame.count - PageFrame.headLength) - Self.bodyLength)
        }
        var bits: UInt32 = 0
        for (index, byte) in frame.suffix(4).enumerated() { bits |= UInt32(byte) << (8 * UInt32(index)) }
        walls = PageHostWalls(rawValue: bits)
    }
}
