import FinesseSSO
import FinesseTypes
import HTTPTransport

extension CommandContext {
    /// The variable that names a keeper's socket.
    static let keeperVariable = "FINESSE_KEEPER_SOCK"

    /// Where the keeper of a user listens unless told: in `$XDG_RUNTIME_DIR/finessekit`, or with the tokens.
    ///
    /// The name tells a person whose it is, and its end makes it the only one for this server and user; it is short, since
    /// the system takes no long path for a socket.
    func keeperSocket(of key: SessionKey) throws -> String {
        let folder =
            if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") { "\(runtime)/finessekit" } else {
                try stateDirectory()
            }
        let name = key.user.rawValue.prefix { $0 != "@" && $0 != "\\" }.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_")
        }
        return "\(folder)/\(String(String.UnicodeScalarView(name)).prefix(16))-\(Self.fingerprint(key)).sock"
    }

    /// Where a keeper may be for a user: the one the environment names, then the usual one.
    func keeperSockets(of key: SessionKey) throws -> [String] {
        let named = environment[Self.keeperVariable].map { [$0] } ?? []
        return named + [try keeperSocket(of: key)].filter { !named.contains($0) }
    }

    /// Sixteen hexadecimal digits of server and user (FNV-1a).
    private static func fingerprint(_ key: SessionKey) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(key)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
