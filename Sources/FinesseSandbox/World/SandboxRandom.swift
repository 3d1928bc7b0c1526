/// The source of every identifier, code and cookie value that the sandbox makes up.
struct SandboxRandom: Sendable {
    /// Returns a number of fresh bytes.
    var bytes: @Sendable (Int) -> [UInt8]

    /// The system's cryptographic source.
    static let system = SandboxRandom { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            // Eight at a time: each number costs a call of the system.
            var number: UInt64 = generator.next()
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: number))
                number >>= 8
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// Returns lower-case hex digits, as token and client ids have them.
    func hex(_ digits: Int) -> String {
        String(decoding: bytes((digits + 1) / 2).hexDigits.prefix(digits), as: UTF8.self)
    }

    /// Returns a GUID in the form `8-4-4-4-12`.
    func guid() -> String {
        [8, 4, 4, 4, 12].map { hex($0) }.joined(separator: "-")
    }
}

extension Sequence<UInt8> {
    /// The bytes as lower-case hex digits.
    var hexDigits: [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * underestimatedCount)
        for byte in self {
            for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
        }
        return digits
    }
}
