// UNSAFE: see the head of CertificateStore.swift.

internal import CCurl
public import HTTPTransport

extension CertificateFacts {
    /// Reads every certificate of a PEM text.
    ///
    /// - Parameter pem: A text with at least one certificate.
    /// - Returns: Their facts in the order of the text.
    /// - Throws: ``CurlConfigurationError/unreadableCertificates`` when there is none or one cannot be read.
    public static func all(inPEM pem: String) throws(CurlConfigurationError) -> [CertificateFacts] {
        let bytes = Array(pem.utf8)
        guard let list = unsafe cc_certificate_list_read(bytes, bytes.count) else { throw .unreadableCertificates }
        defer { unsafe cc_certificate_list_release(list) }
        return unsafe all(in: list)
    }

    static func all(in list: OpaquePointer?) -> [CertificateFacts] {
        unsafe (0..<cc_certificate_list_count(list)).compactMap { place in
            unsafe cc_certificate_list_at(list, place).map { unsafe CertificateFacts($0.pointee) }
        }
    }

    init(_ certificate: cc_certificate) {
        self.init(
            subject: unsafe String(cString: certificate.subject),
            issuer: unsafe String(cString: certificate.issuer),
            sha256: unsafe String(cString: certificate.sha256),
            notBefore: CertificateTime(secondsSinceEpoch: unsafe certificate.not_before),
            notAfter: CertificateTime(secondsSinceEpoch: unsafe certificate.not_after),
            names: unsafe (0..<certificate.name_count).compactMap { place in
                unsafe certificate.names[place].map { unsafe String(cString: $0) }
            },
            pem: unsafe String(cString: certificate.pem)
        )
    }
}
