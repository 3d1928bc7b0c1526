internal import Crypto

/// The identity provider's side of one-time codes: six digits every 30 seconds.
///
/// Source: RFC 6238 with HMAC-SHA-1; the truncation is that of RFC 4226, section 5.3.
package enum ProviderCode {
    /// The code of one step; empty where the secret cannot be read.
    package static func code(secret: String, step: Int64) -> String {
        guard let key = bytes(secret) else { return "" }
        let message = message(of: step)
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        let start = Int(hash[19] & 15)
        let number = hash[start...].prefix(4).reduce(0) { $0 * 256 + Int($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The number of a step as eight bytes, the highest first.
    private static func message(of step: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: step >> $0) }
    }

    /// A secret in Base32; nil where it is none.
    static func bytes(_ text: String) -> [UInt8]? {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits: [Bool] = []
        for character in text.uppercased() where character != " " && character != "=" {
            guard let value = letters.firstIndex(of: character) else { return nil }
            bits += stride(from: 4, through: 0, by: -1).map { value >> $0 & 1 == 1 }
        }
        let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        return bytes.isEmpty ? nil : bytes
    }
}
