/// Reads DEFLATE, as far as it goes: what is cut or broken gives what came before.
///
/// Source: RFC 1951; the frames are those of RFC 1950 and RFC 1952.
struct Inflate {
    private var input: ArraySlice<UInt8>
    private var bits: UInt32 = 0
    private var bitCount: UInt32 = 0
    private var output: [UInt8] = []
    private let limit: Int

    private struct End: Error {}

    /// Inflates bare DEFLATE.
    ///
    /// - Parameters:
    ///   - bytes: The compressed bytes.
    ///   - limit: The most bytes that come out.
    /// - Returns: What came out before the end, or before the first mistake.
    static func read(_ bytes: some Collection<UInt8>, limit: Int = 1 << 20) -> [UInt8] {
        var inflate = Inflate(input: ArraySlice(bytes), limit: limit)
        do throws(End) {
            try inflate.run()
        } catch {
            // The end is where it is.
        }
        return inflate.output
    }

    /// Inflates bytes as bare DEFLATE, and as zlib and gzip when they begin so.
    static func readings(of bytes: [UInt8]) -> [[UInt8]] {
        var readings = [read(bytes)]
        if bytes.count > 2, bytes[0] & 15 == 8, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 {
            readings.append(read(bytes.dropFirst(2)))
        }
        // A gzip header without optional fields, as encoders write it.
        if bytes.starts(with: [0x1F, 0x8B, 8]), bytes.count > 10 { readings.append(read(bytes.dropFirst(10))) }
        return readings.filter { !$0.isEmpty }
    }

    private init(input: ArraySlice<UInt8>, limit: Int) {
        self.input = input
        self.limit = limit
    }

    private mutating func run() throws(End) {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try stored()
            case 1: try block(Self.fixedLengths, Self.fixedDistances)
            case 2:
                let (lengths, distances) = try tables()
                try block(lengths, distances)
            default: throw End()
            }
        }
    }

    // MARK: Bits

    private mutating func take(_ count: UInt32) throws(End) -> Int {
        while bitCount < count {
            guard let byte = input.popFirst() else { throw End() }
            bits |= UInt32(byte) << bitCount
            bitCount += 8
        }
        let value = bits & ((1 << count) - 1)
        bits >>= count
        bitCount -= count
        return Int(value)
    }

    private mutating func emit(_ byte: UInt8) throws(End) {
        guard output.count < limit else { throw End() }
        output.append(byte)
    }

    // MARK: Blocks

    private mutating func stored() throws(End) {
        bits = 0
        bitCount = 0
        let length = try take(16)
        guard try take(16) == ~length & 0xFFFF else { throw End() }
        for _ in 0..<length { try emit(UInt8(try take(8))) }
    }

    private mutating func block(_ lengths: Huffman, _ distances: Huffman) throws(End) {
        while true {
            let symbol = try next(lengths)
            if symbol < 256 {
                try emit(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol < 286 else { throw End() }
            let length = Self.lengthBase[symbol - 257] + (try take(Self.lengthExtra[symbol - 257]))
            let code = try next(distances)
            guard code < 30 else { throw End() }
            let distance = Self.distanceBase[code] + (try take(Self.distanceExtra[code]))
            guard distance <= output.count else { throw End() }
            for _ in 0..<length { try emit(output[output.count - distance]) }
        }
    }

    private mutating func tables() throws(End) -> (Huffman, Huffman) {
        let lengthCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let codeCount = try take(4) + 4
        var codeLengths = [Int](repeating: 0, count: 19)
        for place in Self.codeOrder.prefix(codeCount) { codeLengths[place] = try take(3) }
        let codes = Huffman(codeLengths)
        var lengths: [Int] = []
        while lengths.count < lengthCount + distanceCount {
            switch try next(codes) {
            case let symbol where symbol < 16: lengths.append(symbol)
            case 16:
                guard let last = lengths.last else { throw End() }
                lengths += [Int](repeating: last, count: 3 + (try take(2)))
            case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
            default: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
            }
        }
        guard lengths.count == lengthCount + distanceCount else { throw End() }
        return (Huffman(Array(lengths[..<lengthCount])), Huffman(Array(lengths[lengthCount...])))
    }

    private mutating func next(_ table: Huffman) throws(End) -> Int {
        var code = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            code |= try take(1)
            let count = table.counts[length]
            if code - count < first { return table.symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw End()
    }

    // MARK: Tables

    /// Canonical codes: how many there are of each length, and their symbols in order.
    private struct Huffman {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int]

        init(_ lengths: [Int]) {
            for length in lengths where length > 0 { counts[length] += 1 }
            symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        }
    }

    private static let fixedLengths = Huffman(
        [(144, 8), (112, 9), (24, 7), (8, 8)].flatMap { [Int](repeating: $0.1, count: $0.0) }
    )
    private static let fixedDistances = Huffman([Int](repeating: 5, count: 30))
    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthExtra: [UInt32] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let distanceExtra: [UInt32] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
}
