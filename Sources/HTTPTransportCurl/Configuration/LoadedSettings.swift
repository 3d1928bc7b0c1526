import HTTPTransport

/// A configuration with every certificate read and every text understood; it does not change any more.
struct LoadedSettings: Sendable {
    let commonStore: CertificateStore
    let proxyRules: ProxyRules
    let addressOverrides: [AddressOverride]
    let allowsHTTP2: Bool
    // libcurl shares a connection among exchanges to one host and port, whatever was asked of TLS. Both of these are therefore
    // a function of nothing but the origin, and written in one way for all the names that libcurl takes for one host.
    private let pinnedStores: [HTTPOrigin: CertificateStore]
    private let identities: [HTTPOrigin: LoadedIdentity]

    init(_ configuration: CurlConfiguration) throws(CurlConfigurationError) {
        var unreadable: Int?
        let common = CertificateStore(
            roots: configuration.trustsSystemRoots ? configuration.systemRoots : .none,
            certificates: configuration.trustedCertificates,
            unreadable: &unreadable
        )
        if let unreadable { throw .unreadableTrustedCertificates(index: unreadable) }
        guard let common else { throw .unusableLibrary(detail: "no memory for certificates") }
        commonStore = common

        var pinned: [HTTPOrigin: CertificateStore] = [:]
        for (origin, certificates) in configuration.pins {
            guard origin.scheme == .https else { throw .originWithoutTLS(origin) }
            let store = CertificateStore(roots: .none, certificates: certificates, unreadable: &unreadable)
            guard let store, unreadable == nil, !certificates.isEmpty else { throw .unreadablePins(origin) }
            pinned[origin.withoutFinalDot] = store
        }
        pinnedStores = pinned

        var loaded: [HTTPOrigin: LoadedIdentity] = [:]
        for (origin, identity) in configuration.clientIdentities {
            guard origin.scheme == .https else { throw .originWithoutTLS(origin) }
            do throws(LoadedIdentity.Problem) {
                loaded[origin.withoutFinalDot] = try LoadedIdentity(identity)
            } catch {
                throw CurlConfigurationError(error, for: origin)
            }
        }
        identities = loaded
        proxyRules = try ProxyRules(configuration.proxy)
        addressOverrides = configuration.addressOverrides
        allowsHTTP2 = configuration.allowsHTTP2
    }

    /// The certificates that the chain of an origin may end in.
    func store(for origin: HTTPOrigin) -> CertificateStore { pinnedStores[origin.withoutFinalDot] ?? commonStore }

    /// Whom to be at an origin.
    func identity(for origin: HTTPOrigin) -> LoadedIdentity? { identities[origin.withoutFinalDot] }

    /// Whether the chain of an origin must end in a pin.
    func isPinned(_ origin: HTTPOrigin) -> Bool { pinnedStores[origin.withoutFinalDot] != nil }
}

extension CurlConfigurationError {
    fileprivate init(_ problem: LoadedIdentity.Problem, for origin: HTTPOrigin) {
        switch problem {
        case .certificate: self = .unreadableClientCertificate(origin)
        case .key: self = .unreadableClientKey(origin)
        case .mismatch: self = .clientKeyOfAnotherCertificate(origin)
        case .memory: self = .unusableLibrary(detail: "no memory for a client certificate")
        }
    }
}
