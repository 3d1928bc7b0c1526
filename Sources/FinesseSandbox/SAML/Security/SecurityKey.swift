// The files of this folder are the module's only unsafe code for CXMLSec.
//
// What keeps it true: pointers to Swift arrays and strings are used only inside the C call and for exactly their length;
// every buffer a call fills is copied once and released on every path; a key is freed once, when its only owner goes.
// Threads: see CXMLSec.h: no state is shared between calls but keys, which are only read.

internal import CXMLSec

/// An RSA key of at least 2,048 bits, private or public.
///
/// `@unchecked Sendable`: the pointer is set once and only read by C functions that may run at once with the same key.
@safe package final class SecurityKey: @unchecked Sendable {
    private let pointer: OpaquePointer

    private init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe cxs_key_free(pointer)
    }

    /// Reads a private key.
    ///
    /// - Parameter pem: The key in PEM, without a passphrase.
    /// - Returns: The key, or nil when the text is no such key.
    package static func privateKey(pem: String) -> SecurityKey? {
        let bytes = Array(pem.utf8)
        var made: OpaquePointer?
        let code = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return Int32(CXS_BAD_KEY) }
            return unsafe cxs_key_private(base, buffer.count, &made)
        }
        guard Int(code) == CXS_OK, let pointer = unsafe made else { return nil }
        return unsafe SecurityKey(pointer)
    }

    /// Reads the public key of a certificate; nothing else of the certificate is looked at.
    ///
    /// - Parameter der: The certificate in DER.
    /// - Returns: The key, or nil when the bytes are no certificate with such a key.
    package static func publicKey(ofCertificate der: [UInt8]) -> SecurityKey? {
        var made: OpaquePointer?
        let code = unsafe der.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return Int32(CXS_BAD_KEY) }
            return unsafe cxs_key_certificate(base, buffer.count, &made)
        }
        guard Int(code) == CXS_OK, let pointer = unsafe made else { return nil }
        return unsafe SecurityKey(pointer)
    }

    /// Says whether both hold the same public key.
    ///
    /// - Parameter other: The key to compare with.
    /// - Returns: True when they do.
    package func matches(_ other: SecurityKey) -> Bool {
        unsafe cxs_key_matches(pointer, other.pointer) == 1
    }

    /// Lends the C pointer for one call.
    func withPointer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        unsafe body(pointer)
    }
}

/// How an RSA signature is made.
package enum SignatureAlgorithm: String, CaseIterable, Hashable, Sendable {
    /// RSA with SHA-256.
    case rsaSHA256
    /// RSA with SHA-1, for old releases only.
    case rsaSHA1

    /// The identifier of the algorithm in XML and in `SigAlg`.
    ///
    /// Source: RFC 9231, sections 2.3.1 and 2.3.2.
    package var identifier: String {
        switch self {
        case .rsaSHA256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
        case .rsaSHA1: "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
        }
    }

    var code: Int32 {
        switch self {
        case .rsaSHA256: Int32(CXS_RSA_SHA256)
        case .rsaSHA1: Int32(CXS_RSA_SHA1)
        }
    }
}

/// Runs a C call that fills a buffer, and copies what it filled.
func takeBuffer(_ fill: (UnsafeMutablePointer<cxs_buffer>) -> Int32) -> (code: Int, bytes: [UInt8]) {
    var buffer = unsafe cxs_buffer()
    let code = unsafe withUnsafeMutablePointer(to: &buffer) { unsafe fill($0) }
    defer { unsafe cxs_release(&buffer) }
    guard Int(code) == CXS_OK else { return (Int(code), []) }
    return unsafe (Int(code), Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.length)))
}

/// Lends an array to a C call; an empty array is lent as a pointer that must not be read.
func withBytes<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
    unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else {
            var nothing: UInt8 = 0
            return unsafe body(&nothing, 0)
        }
        return unsafe body(base, buffer.count)
    }
}
