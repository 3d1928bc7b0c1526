// Unsafe code, and what keeps it true: this folder is the only one that calls CZlib. Pointers to Swift arrays are used only
// inside the call they are made for; the counts passed are those of the same arrays.

import CZlib

/// DEFLATE without a header, as SAML's redirect binding uses it.
///
/// Source: RFC 1951; SAML 2.0 bindings, section 3.4.4.1.
enum RawInflate {
    /// Inflates bytes; nil when they are broken, cut short or too many come out.
    static func inflate(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var room = [UInt8](repeating: 0, count: limit)
        let count = unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let first = bytes.baseAddress else { return -1 }
            return unsafe room.withUnsafeMutableBufferPointer { room in
                guard let target = room.baseAddress else { return -1 }
                return unsafe czlib_inflate(first, bytes.count, target, room.count)
            }
        }
        return count >= 0 ? Array(room.prefix(count)) : nil
    }
}
