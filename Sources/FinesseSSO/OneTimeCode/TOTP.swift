public import Cryptography

/// Codes that a secret and the time make together, as authenticator apps show them.
///
/// Source: RFC 6238; the code of one step is that of RFC 4226 §5.3. Departures: none.
public struct TOTP: Hashable, Sendable {
    private let secret: [UInt8]
    /// The hash function; SHA-1 unless the provider says otherwise.
    public let function: HashFunction
    /// How many digits a code has: 6 to 8.
    public let digits: Int
    /// How long a code holds, in seconds.
    public let period: Int64

    /// Makes a generator from its parts.
    ///
    /// - Parameters:
    ///   - secret: The shared secret.
    ///   - function: The hash function.
    ///   - digits: How many digits a code has, 6 to 8.
    ///   - period: How long a code holds, in seconds, 1 to 3600.
    /// - Throws: ``OneTimeCodeError/unusableSecret(reason:)`` for a number out of these bounds or an empty secret.
    public init(
        secret: [UInt8],
        function: HashFunction = .sha1,
        digits: Int = 6,
        period: Int64 = 30
    ) throws(OneTimeCodeError) {
        guard !secret.isEmpty else { throw .unusableSecret(reason: "it is empty") }
        guard (6...8).contains(digits) else { throw .unusableSecret(reason: "it says a code has \(digits) digits") }
        guard (1...3600).contains(period) else { throw .unusableSecret(reason: "it says a code holds \(period) s") }
        self.secret = secret
        self.function = function
        self.digits = digits
        self.period = period
    }

    /// Reads a secret as providers give it: Base32, or the address that their QR code holds.
    ///
    /// `otpauth://totp/Example:ann?secret=…&algorithm=SHA256&digits=8&period=30`
    ///
    /// - Parameter text: The secret, with or without a line break behind it.
    /// - Throws: ``OneTimeCodeError/unusableSecret(reason:)``.
    ///
    /// Source: the "Key URI Format" of Google Authenticator, which all apps follow.
    public init(parsing text: String) throws(OneTimeCodeError) {
        let text = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard text.lowercased().hasPrefix("otpauth:") else {
            try self.init(secret: Self.bytes(text))
            return
        }
        guard text.lowercased().hasPrefix("otpauth://totp/") else {
            throw .unusableSecret(reason: "it is for codes that a counter makes, not the time")
        }
        let fields = Self.fields(text.split(separator: "?", maxSplits: 1).dropFirst().first ?? "")
        guard let secret = fields["secret"] else { throw .unusableSecret(reason: "the address has no secret in it") }
        var function = HashFunction.sha1
        if let name = fields["algorithm"] {
            guard let known = HashFunction(rawValue: name.lowercased().filter { $0 != "-" }) else {
                throw .unusableSecret(reason: "its algorithm is none of SHA1, SHA256 and SHA512")
            }
            function = known
        }
        try self.init(
            secret: Self.bytes(secret),
            function: function,
            digits: Self.number(fields["digits"], else: 6, "number of digits"),
            period: Int64(Self.number(fields["period"], else: 30, "period"))
        )
    }

    /// The number of the step that a time lies in.
    ///
    /// - Parameter time: The time.
    /// - Returns: The whole periods since 1970.
    public func counter(at time: WallTime) -> Int64 {
        let seconds = time.milliseconds / 1000 - (time.milliseconds % 1000 < 0 ? 1 : 0)
        return seconds / period - (seconds % period < 0 ? 1 : 0)
    }

    /// What tells this generator from others, and nothing of its secret.
    var mark: String {
        let hash = hmac(.sha256, key: secret, message: Array("the mark of a secret of one-time codes".utf8))
        return hash.prefix(8).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// The code of a step.
    ///
    /// - Parameter counter: The number of the step.
    /// - Returns: The code.
    public func code(counter: Int64) -> OneTimeCode {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> Int64(56 - 8 * $0)) }
        let hash = hmac(function, key: secret, message: message)
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return OneTimeCode(String(repeating: "0", count: digits - text.count) + text)
    }

    private static func bytes(_ base32: String) throws(OneTimeCodeError) -> [UInt8] {
        guard let bytes = Base32.decode(base32) else { throw .unusableSecret(reason: "it is no Base32") }
        return bytes
    }

    private static func fields(_ query: Substring) -> [String: String] {
        let pairs = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        let named = pairs.filter { $0.count == 2 }.map { pair in
            (pair[0].lowercased(), String(pair[1].replacing("%3D", with: "=")))
        }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    private static func number(_ text: String?, else usual: Int, _ what: String) throws(OneTimeCodeError) -> Int {
        guard let text else { return usual }
        guard let number = Int(text) else { throw .unusableSecret(reason: "its \(what) is no number") }
        return number
    }
}

extension TOTP: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The form of the codes, never the secret.
    public var description: String { "\(digits) digits every \(period) s, HMAC-\(function.rawValue)" }

    /// The form of the codes, never the secret.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
