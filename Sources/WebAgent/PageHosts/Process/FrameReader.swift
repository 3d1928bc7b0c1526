import WebAgentScripting

/// Puts the pieces of a stream together to whole frames.
///
/// It never takes more memory than has arrived, whatever length a frame announces.
struct FrameReader {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Whether the stream stands in the middle of a frame.
    var isInside: Bool { start < bytes.count }

    /// Takes the next piece.
    mutating func append(_ piece: ArraySlice<UInt8>) {
        bytes.append(contentsOf: piece)
    }

    /// The next whole frame; nil when it has not arrived.
    ///
    /// - Throws: ``PageCodecError/tooLong(_:)`` for a frame that announces too much.
    mutating func next() throws(PageCodecError) -> [UInt8]? {
        let there = bytes.count - start
        guard there >= PageFrame.headLength else { return nil }
        let length = PageFrame.headLength + (try PageFrame.bodyLength(bytes[start..<start + PageFrame.headLength]))
        guard there >= length else { return nil }
        let frame = Array(bytes[start..<start + length])
        start += length
        if start == bytes.count || start > 1 << 20 {
            bytes.removeFirst(start)
            start = 0
        }
        return frame
    }
}
