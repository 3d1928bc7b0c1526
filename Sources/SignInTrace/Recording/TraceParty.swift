import HTTPTransport

/// Who takes part in a sign-in.
package enum TraceParty: String, Codable, Hashable, Sendable, CaseIterable {
    case client
    case finesse = "Finesse"
    case identityService = "IdS"
    case identityProvider = "IdP"
    /// Whoever else a page asks, for scripts for instance.
    case other
}

/// Tells the parties apart, from what is asked of them.
///
/// Source: "Client Integration", steps 3 and 4: Finesse leads to the Identity Service, and that to the identity provider.
package struct PartyDirectory: Hashable, Sendable {
    private var parties: [String: TraceParty]

    /// Makes a directory.
    ///
    /// - Parameter finesse: The hosts of Finesse that are known, in lower case, with or without a port.
    package init(finesse: [String] = []) {
        parties = Dictionary(finesse.map { ($0.lowercased(), .finesse) }, uniquingKeysWith: { first, _ in first })
    }

    /// Finds the party of a request, and remembers its host.
    ///
    /// - Parameters:
    ///   - authority: The host, with its port unless that is the scheme's own.
    ///   - path: The path.
    ///   - hasSAMLRequest: Whether the request carries a `SAMLRequest`, which only an identity provider gets.
    ///   - isPage: Whether it is for a page; unknown hosts of which parts of pages are asked are no party.
    /// - Returns: The party.
    package mutating func party(
        of authority: String,
        path: String,
        hasSAMLRequest: Bool = false,
        isPage: Bool = true
    ) -> TraceParty {
        let authority = authority.lowercased()
        if let known = parties[authority] { return known }
        let host = authority.split(separator: ":").first.map(String.init) ?? authority
        let found: TraceParty? =
            if hasSAMLRequest {
                .identityProvider
            } else if path.hasPrefix("/ids/") {
                .identityService
            } else if path.hasPrefix("/desktop/") || path.hasPrefix("/finesse/") {
                .finesse
            } else if parties[host] == .finesse {
                .finesse
            } else {
                isPage ? .identityProvider : nil
            }
        guard let found else { return .other }
        parties[authority] = found
        return found
    }
}
