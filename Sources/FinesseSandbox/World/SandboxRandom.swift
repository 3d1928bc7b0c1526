/// The source of every identifier, code and cookie value that the sandbox makes up.
struct SandboxRandom: Sendable {
    /// Returns a number of fresh bytes.
    var bytes: @Sendable (Int) -> [UInt8]

    /// The system's cryptographic source.
    static let system = SandboxRandom { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
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
        let digits = Array("0123456789abcdef".utf8)
        return flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
