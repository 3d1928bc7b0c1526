/// The hash functions that message authentication codes are built on here.
///
/// SHA-1 is there for one-time codes, which most authenticators still make with it.
///
/// Source: FIPS 180-4.
public enum HashFunction: String, CaseIterable, Hashable, Sendable {
    /// SHA-1, of 20 bytes.
    case sha1
    /// SHA-256, of 32 bytes.
    case sha256
    /// SHA-512, of 64 bytes.
    case sha512

    /// The length of a hash, in bytes.
    public var length: Int {
        switch self {
        case .sha1: 20
        case .sha256: 32
        case .sha512: 64
        }
    }
}
