internal import CXMLSec

/// Plain RSA signatures over octets, as the redirect binding uses them.
///
/// Source: RFC 8017, section 8.2 (PKCS #1 v1.5).
package enum RSASignature {
    /// Signs octets.
    ///
    /// - Parameters:
    ///   - octets: What to sign.
    ///   - key: The private key.
    ///   - algorithm: How to sign.
    /// - Returns: The signature, or nil when the key cannot sign.
    package static func sign(_ octets: [UInt8], key: SecurityKey, algorithm: SignatureAlgorithm) -> [UInt8]? {
        let (code, signature) = unsafe key.withPointer { pointer in
            unsafe withBytes(octets) { base, count in
                unsafe takeBuffer { unsafe cxs_rsa_sign(base, count, pointer, algorithm.code, $0) }
            }
        }
        return code == CXS_OK ? signature : nil
    }

    /// Verifies a signature over octets.
    ///
    /// - Parameters:
    ///   - signature: The signature.
    ///   - octets: What was signed.
    ///   - key: The key it must hold under.
    ///   - algorithm: How it was made.
    /// - Returns: True when it holds.
    package static func verify(
        _ signature: [UInt8],
        over octets: [UInt8],
        key: SecurityKey,
        algorithm: SignatureAlgorithm
    ) -> Bool {
        unsafe key.withPointer { pointer in
            unsafe withBytes(octets) { base, count in
                unsafe withBytes(signature) { signatureBase, signatureCount in
                    let code = unsafe cxs_rsa_verify(
                        base,
                        count,
                        signatureBase,
                        signatureCount,
                        pointer,
                        algorithm.code
                    )
                    return Int(code) == CXS_OK
                }
            }
        }
    }
}
