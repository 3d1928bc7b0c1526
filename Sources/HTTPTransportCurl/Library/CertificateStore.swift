// UNSAFE: this folder is the only one of the target with unsafe code. What keeps it true:
// - A C object is made in an `init`, released in the `deinit` of the one class that owns it, and its pointer never leaves
//   this folder. Whoever uses the pointer keeps the class alive for the call.
// - Trust, identities and certificate lists are not changed after their `init`, and OpenSSL counts references to what is
//   inside them atomically: so they may be used and released on any thread.
// - The loop and its exchanges are touched by the loop's own thread only; others send it commands and call `cc_loop_wake`
//   under the lock that the thread takes before it destroys the loop (CurlLoop.swift).
// - Pointers read from C are copied into Swift values before the call that gave them returns to the caller.

internal import CCurl

/// The certificates that a chain may end in.
///
/// Safe to send: see the head of the file; not changed after init.
@safe final class CertificateStore: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Creates a store; `nil` when memory is out.
    ///
    /// `unreadable` is told the place of a PEM text that cannot be read.
    init?(roots: SystemRoots, certificates: [String], unreadable: inout Int?) {
        guard unsafe cc_library_defect() == nil, let pointer = unsafe cc_trust_create(roots == .library) else {
            return nil
        }
        unsafe self.pointer = pointer
        if case .places(let file, let folder) = roots { unsafe cc_trust_add_roots(pointer, file, folder) }
        for (place, pem) in certificates.enumerated() {
            let bytes = Array(pem.utf8)
            if unsafe !cc_trust_add(pointer, bytes, bytes.count) {
                unreadable = place
                return
            }
        }
    }

    deinit {
        unsafe cc_trust_release(pointer)
    }
}

/// A client certificate with its key, read and checked.
///
/// Safe to send: see the head of the file; not changed after init.
@safe final class LoadedIdentity: @unchecked Sendable {
    enum Problem: Error {
        case certificate
        case key
        case mismatch
        case memory
    }

    let pointer: OpaquePointer

    init(_ identity: ClientIdentity) throws(Problem) {
        let certificate = Array(identity.certificate.utf8)
        let key = Array(identity.key.utf8)
        let passphrase = identity.passphrase.map { Array($0.utf8) }
        var problem = CC_IDENTITY_OUT_OF_MEMORY
        let loaded = unsafe cc_identity_create(
            certificate,
            certificate.count,
            key,
            key.count,
            passphrase,
            passphrase?.count ?? 0,
            &problem
        )
        if let loaded = unsafe loaded {
            unsafe pointer = loaded
            return
        }
        switch problem {
        case CC_IDENTITY_CERTIFICATE_UNREADABLE: throw .certificate
        case CC_IDENTITY_KEY_UNREADABLE: throw .key
        case CC_IDENTITY_KEY_OF_ANOTHER_CERTIFICATE: throw .mismatch
        default: throw .memory
        }
    }

    deinit {
        unsafe cc_identity_release(pointer)
    }
}
