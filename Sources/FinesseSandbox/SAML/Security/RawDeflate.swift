internal import CXMLSec

/// DEFLATE without a header, as the redirect binding uses it.
///
/// Source: RFC 1951; SAML 2.0 bindings, section 3.4.4.1.
package enum RawDeflate {
    /// Compresses bytes.
    ///
    /// - Parameter bytes: The bytes.
    /// - Returns: The compressed bytes, or nil when there is no memory for them.
    package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        let (code, deflated) = unsafe withBytes(bytes) { base, count in
            unsafe takeBuffer { unsafe cxs_deflate(base, count, $0) }
        }
        return code == CXS_OK ? deflated : nil
    }

    /// Decompresses bytes.
    ///
    /// - Parameters:
    ///   - bytes: The compressed bytes, complete and followed by nothing.
    ///   - limit: The most bytes that may come out.
    /// - Returns: The bytes, or nil when they are broken or too many.
    package static func decompress(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        let (code, inflated) = unsafe withBytes(bytes) { base, count in
            unsafe takeBuffer { unsafe cxs_inflate(base, count, limit, $0) }
        }
        return code == CXS_OK ? inflated : nil
    }
}
