// Unsafe code, and what keeps it true: the files of this folder are the only ones that call CCryptography. Every pointer
// belongs to an array that lives for the whole call, and goes with that array's own length; the C side keeps none.

import CCryptography

/// Computes the authentication code of a message.
///
///     hmac(.sha256, key: secret, message: Array("text".utf8))  // 32 bytes
///
/// - Parameters:
///   - function: The hash function.
///   - key: The secret; of any length up to 2 GiB.
///   - message: What the code is for.
/// - Returns: As many bytes as the function's ``HashFunction/length``.
///
/// - Warning: The program ends where the system's OpenSSL has been built without the function.
///
/// Source: RFC 2104.
public func hmac(_ function: HashFunction, key: [UInt8], message: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: function.length)
    let isComputed = unsafe ccryptography_hmac(
        function.wrapped,
        key,
        key.count,
        message,
        message.count,
        &code,
        code.count
    )
    precondition(isComputed, "OpenSSL on this system computes no HMAC with \(function)")
    return code
}

/// Compares two secrets in a time that does not tell where they differ; that their lengths differ is no secret.
///
/// - Parameters:
///   - left: One of them.
///   - right: The other one.
/// - Returns: True when they are the same bytes.
public func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe ccryptography_equal(left, right, left.count)
}

extension HashFunction {
    fileprivate var wrapped: ccryptography_hash {
        switch self {
        case .sha1: CCRYPTOGRAPHY_SHA1
        case .sha256: CCRYPTOGRAPHY_SHA256
        case .sha512: CCRYPTOGRAPHY_SHA512
        }
    }
}
