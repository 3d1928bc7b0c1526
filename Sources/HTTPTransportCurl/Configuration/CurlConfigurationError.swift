public import HTTPTransport

/// Why a transport cannot be made from a configuration.
public enum CurlConfigurationError: Error, Sendable, Hashable {
    /// A text of certificates to trust holds none, or one that cannot be read; counted from 0.
    case unreadableTrustedCertificates(index: Int)
    /// The pins of an origin hold no certificate, or one that cannot be read.
    case unreadablePins(HTTPOrigin)
    /// A text has no certificate, or one that cannot be read.
    case unreadableCertificates
    /// Pins or a client certificate are given for an origin without TLS.
    case originWithoutTLS(HTTPOrigin)
    /// The client certificate for an origin cannot be read.
    case unreadableClientCertificate(HTTPOrigin)
    /// The client key for an origin cannot be read, or its passphrase is missing or wrong.
    case unreadableClientKey(HTTPOrigin)
    /// The client key for an origin does not belong to the certificate.
    case clientKeyOfAnotherCertificate(HTTPOrigin)
    /// The proxy is not written as `http[s]://[user:password@]host[:port]`; the text is left out since it may hold a password.
    case invalidProxy(source: String)
    /// The proxy speaks a protocol that is not supported, such as SOCKS.
    case unsupportedProxyScheme(String, source: String)
    /// An override is not `HOST:PORT:CONNECT-TO-HOST:CONNECT-TO-PORT`.
    case invalidAddressOverride(String)
    /// The system's libcurl cannot be used.
    case unusableLibrary(detail: String)
}

extension CurlConfigurationError: CustomStringConvertible {
    /// A sentence for people: what cannot be used and what to do next.
    public var description: String {
        switch self {
        case .unreadableTrustedCertificates(let index):
            "Number \(index + 1) of the certificates to trust cannot be read. Give certificates in PEM form."
        case .unreadablePins(let origin):
            "The certificates pinned for \(origin) cannot be read. Pin it again."
        case .unreadableCertificates:
            "No certificate can be read here. Give certificates in PEM form."
        case .originWithoutTLS(let origin):
            "\(origin) is not an https address, so that no certificate counts for it. Give the https address."
        case .unreadableClientCertificate(let origin):
            "The client certificate for \(origin) cannot be read. Give it in PEM form."
        case .unreadableClientKey(let origin):
            "The client key for \(origin) cannot be read. Give it in PEM form, and its passphrase if it is encrypted."
        case .clientKeyOfAnotherCertificate(let origin):
            "The client key for \(origin) belongs to another certificate. Give the two that belong together."
        case .invalidProxy(let source):
            "The proxy given by \(source) cannot be read. Write it as http://user:password@host:port."
        case .unsupportedProxyScheme(let scheme, let source):
            "The proxy given by \(source) is of the kind \(scheme), which is not supported. Give an http or https proxy."
        case .invalidAddressOverride(let text):
            "\(text) is not an address override. Write it as HOST:PORT:CONNECT-TO-HOST:CONNECT-TO-PORT."
        case .unusableLibrary(let detail):
            "The system's libcurl cannot be used: \(detail). Install libcurl 7.87 or later built with OpenSSL 3."
        }
    }
}
