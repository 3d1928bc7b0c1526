/// Reads the lines of one conversation, none longer than its bound.
struct LineReader {
    private let socket: LocalSocket
    private let limit: Int
    private var buffer: [UInt8] = []

    /// Why there is no further line.
    enum Ending: Error {
        /// The other side has ended the conversation, or it broke.
        case over
        /// The line did not come in time.
        case late
        /// The line is longer than its bound.
        case tooLong
    }

    init(_ socket: LocalSocket, limit: Int) {
        self.socket = socket
        self.limit = limit
    }

    /// Waits for the next line.
    ///
    /// - Parameter time: how long the whole line may take.
    /// - Returns: the line without its end.
    /// - Throws: ``Ending``.
    mutating func next(within time: Duration) throws(Ending) -> [UInt8] {
        let clock = ContinuousClock()
        let end = clock.now + time
        while true {
            if let newline = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(buffer[..<newline])
                buffer.removeFirst(newline + 1)
                guard line.count <= limit else { throw .tooLong }
                return line
            }
            guard buffer.count <= limit else { throw .tooLong }
            guard let bytes = socket.read(upTo: 4096, within: clock.now.duration(to: end)) else { throw .late }
            guard !bytes.isEmpty else { throw .over }
            buffer += bytes
        }
    }
}
