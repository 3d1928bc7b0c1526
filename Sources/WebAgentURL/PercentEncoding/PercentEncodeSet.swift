/// A set of bytes that a part of a URL may not hold literally.
///
/// Every set holds the C0 controls, DEL and all bytes from 0x80 on; a set is therefore told by its printable ASCII members.
///
/// Source: WHATWG URL (2025) §1.3, https://url.spec.whatwg.org/#percent-encoded-bytes
public struct PercentEncodeSet: Hashable, Sendable {
    // Bits 0x00–0x3F and 0x40–0x7F.
    private let low: UInt64
    private let high: UInt64

    /// Whether a byte is written as `%XX`.
    ///
    /// - Parameter byte: any byte.
    /// - Returns: true for the members of the set and for every byte outside ASCII.
    @inline(__always)
    public func contains(_ byte: UInt8) -> Bool {
        if byte < 0x40 { return low >> UInt64(byte) & 1 == 1 }
        return byte >= 0x80 || high >> UInt64(byte &- 0x40) & 1 == 1
    }

    /// A larger set.
    ///
    /// - Parameter members: ASCII characters to add.
    /// - Returns: this set and those characters.
    public func union(_ members: StaticString) -> PercentEncodeSet {
        var low = low
        var high = high
        for byte in members.description.utf8 where byte < 0x80 {
            if byte < 0x40 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 0x40) }
        }
        return PercentEncodeSet(low: low, high: high)
    }

    /// Controls and everything outside ASCII: opaque hosts and opaque paths.
    public static let c0Control = PercentEncodeSet(low: 0xFFFF_FFFF, high: 1 << 63)

    /// The set of fragments.
    public static let fragment = c0Control.union(" \"<>`")

    /// The set of queries of schemes that are not special.
    public static let query = c0Control.union(" \"#<>")

    /// The set of queries of special schemes.
    public static let specialQuery = query.union("'")

    /// The set of path segments.
    public static let path = query.union("?^`{}")

    /// The set of user names and passwords.
    public static let userinfo = path.union("/:;=@[\\]|")

    /// The set of `encodeURIComponent`.
    public static let component = userinfo.union("$%&+,")

    /// The set of `application/x-www-form-urlencoded`.
    public static let form = component.union("!'()~")
}
