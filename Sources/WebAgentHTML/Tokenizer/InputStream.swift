/// The parser's input: UTF-8 with newlines made equal, and the places where a script may insert more.
///
/// The bytes already read are the room into which an insertion is written, so that a script that writes a million times moves
/// what follows only when that room is full, and then makes as much room again.
struct InputStream {
    private(set) var bytes: [UInt8] = []
    /// The next byte to read.
    var position = 0
    /// How many bytes follow each insertion point, the innermost script's last.
    private var insertionPoints: [Int] = []
    /// Whether what was last written at each of them ends in a return: a line feed written next belongs to it.
    private var writtenReturns: [Bool] = []
    private var endsInReturn = false
    private var incomplete: [UInt8] = []

    /// Whether no more will be appended.
    private(set) var isComplete = false

    /// Where reading stops for now: the insertion point of the running script, or else the end.
    var limit: Int { bytes.count - (insertionPoints.last ?? 0) }

    /// Whether everything there will ever be was read, and no script is running.
    var isAtEnd: Bool { isComplete && insertionPoints.isEmpty && position == bytes.count }

    /// Whether what stands before the limit is all there will be.
    var isLast: Bool { isComplete && insertionPoints.isEmpty }

    var hasInsertionPoint: Bool { !insertionPoints.isEmpty }

    mutating func append(_ more: some Collection<UInt8>) {
        var chunk = incomplete
        chunk.append(contentsOf: more)
        let whole = Self.completePrefix(of: chunk)
        incomplete = whole == chunk.count ? [] : Array(chunk[whole...])
        chunk.removeLast(incomplete.count)
        let added = normalized(chunk, afterReturn: endsInReturn)
        for index in insertionPoints.indices { insertionPoints[index] += added.count }
        if bytes.isEmpty { bytes = added } else { bytes.append(contentsOf: added) }
        if let last = chunk.last { endsInReturn = last == 0x0D }
    }

    mutating func finish() {
        bytes.append(contentsOf: incomplete)
        for index in insertionPoints.indices { insertionPoints[index] += incomplete.count }
        incomplete = []
        isComplete = true
    }

    /// Puts an insertion point at the next byte.
    mutating func openInsertionPoint() {
        insertionPoints.append(bytes.count - position)
        writtenReturns.append(false)
    }

    /// Goes back to the insertion point before the last one.
    mutating func closeInsertionPoint() {
        _ = insertionPoints.popLast()
        _ = writtenReturns.popLast()
    }

    /// Inserts a text before the insertion point.
    mutating func insert(_ text: String) {
        guard let last = text.utf8.last else { return }
        let added = normalized(Array(text.utf8), afterReturn: writtenReturns.last ?? false)
        if !writtenReturns.isEmpty { writtenReturns[writtenReturns.count - 1] = last == 0x0D }
        if added.isEmpty { return }
        makeRoom(added.count)
        let target = limit
        let pending = target - position
        for offset in 0..<pending { bytes[position - added.count + offset] = bytes[position + offset] }
        position -= added.count
        bytes.replaceSubrange((target - added.count)..<target, with: added)
    }

    /// Makes sure that so many bytes before the position have been read.
    private mutating func makeRoom(_ count: Int) {
        guard position < count else { return }
        let room = count + bytes.count - position + 1024
        var larger: [UInt8] = []
        larger.reserveCapacity(room + bytes.count - position)
        larger.append(contentsOf: repeatElement(0, count: room))
        larger.append(contentsOf: bytes[position...])
        bytes = larger
        position = room
    }

    private func normalized(_ bytes: [UInt8], afterReturn: Bool) -> [UInt8] {
        guard afterReturn || bytes.contains(0x0D) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var afterReturn = afterReturn
        for byte in bytes {
            if byte == 0x0D {
                result.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                result.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return result
    }

    /// How many bytes there are before a UTF-8 sequence that the end cuts off.
    private static func completePrefix(of bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte < 0x80 { return bytes.count }
            if byte >= 0xC0 {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                return length > back ? bytes.count - back : bytes.count
            }
        }
        return bytes.count
    }
}
