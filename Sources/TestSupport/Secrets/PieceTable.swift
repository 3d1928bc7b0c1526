/// A table from pieces of bytes to numbers, made to be asked millions of times.
///
/// A piece is told by a fingerprint of 64 bits: two pieces with the same one are not to be expected.
struct PieceTable: Sendable {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private var mask: Int
    private var count = 0

    init() {
        keys = [UInt64](repeating: 0, count: 1024)
        numbers = [Int32](repeating: 0, count: 1024)
        mask = 1023
    }

    /// The number of a piece.
    subscript(piece: UInt64) -> Int? {
        var place = Int(truncatingIfNeeded: piece) & mask
        while keys[place] != 0 {
            if keys[place] == piece { return Int(numbers[place]) }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Gives a piece a number, unless it has one.
    mutating func insert(_ piece: UInt64, _ number: Int) {
        if count * 2 > mask { grow() }
        var place = Int(truncatingIfNeeded: piece) & mask
        while keys[place] != 0 {
            if keys[place] == piece { return }
            place = (place + 1) & mask
        }
        keys[place] = piece
        numbers[place] = Int32(truncatingIfNeeded: number)
        count += 1
    }

    private mutating func grow() {
        let old = (keys, numbers)
        let size = (mask + 1) * 4
        keys = [UInt64](repeating: 0, count: size)
        numbers = [Int32](repeating: 0, count: size)
        mask = size - 1
        count = 0
        for place in old.0.indices where old.0[place] != 0 { insert(old.0[place], Int(old.1[place])) }
    }

    /// Goes over every piece of some bytes.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - length: The length of a piece, up to 16.
    ///   - body: Is given the piece's fingerprint, which is never 0, and its place.
    static func forEachPiece(of bytes: [UInt8], length: Int, _ body: (UInt64, Int) -> Void) {
        let highMask: UInt64 = length >= 16 ? .max : length > 8 ? (1 << UInt64((length - 8) * 8)) - 1 : 0
        let lowMask: UInt64 = length >= 8 ? .max : (1 << UInt64(length * 8)) - 1
        var high: UInt64 = 0
        var low: UInt64 = 0
        var index = 0
        while index < bytes.count {
            high = (high << 8 | low >> 56) & highMask
            low = (low << 8 | UInt64(bytes[index])) & lowMask
            index += 1
            if index >= length { body(fingerprint(high, low), index - length) }
        }
    }

    /// Spreads a piece over 64 bits.
    private static func fingerprint(_ high: UInt64, _ low: UInt64) -> UInt64 {
        var mixed = low &* 0x9E37_79B9_7F4A_7C15 ^ (high &+ 0x632B_E59B_D9B4_E019) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 29
        return mixed == 0 ? 1 : mixed
    }
}
