// Unsafe code, and what keeps it true: this file is the only one that calls CPublicSuffix. The list is loaded once, never
// freed and never changed; libpsl documents reading it from several threads as safe. The pointer that a call returns
// points into the string passed in and is read before that string ends.

import CPublicSuffix

/// The public suffixes of this machine: the system's list where it is newer, else the one compiled into libpsl.
@safe
public struct LibPSLPublicSuffixes: PublicSuffixes, @unchecked Sendable {
    // @unchecked: see the head of this file.
    private let list: OpaquePointer?

    // nonisolated(unsafe): never changed after it was loaded.
    nonisolated(unsafe) private static let latest = unsafe cpublicsuffix_latest() ?? cpublicsuffix_builtin()

    // What the list, which never changes, said.
    private static let registrableDomains = HostMemory<String?>()
    private static let publicSuffixes = HostMemory<Bool>()

    /// Uses the newest list there is; it is loaded once for the whole program.
    public init() {
        unsafe list = unsafe Self.latest
    }

    /// The registrable domain of a host.
    ///
    /// - Parameter host: a domain, in any case, in Unicode or `xn--` form.
    /// - Returns: see ``PublicSuffixes/registrableDomain(of:)``.
    public func registrableDomain(of host: String) -> String? {
        Self.registrableDomains.answer(for: host) { findRegistrableDomain(of: host) }
    }

    private func findRegistrableDomain(of host: String) -> String? {
        guard let list = unsafe list, let labels = SuffixLabels(host) else { return nil }
        let count = unsafe labels.asciiName.withCString { name -> Int? in
            guard let found = unsafe cpublicsuffix_registrable_domain(list, name) else { return nil }
            return unsafe String(cString: found).utf8.count { $0 == UInt8(ascii: ".") } + 1
        }
        return count.map(labels.suffix)
    }

    /// Whether a host is a public suffix.
    ///
    /// - Parameter host: a domain, in any case, in Unicode or `xn--` form.
    /// - Returns: see ``PublicSuffixes/isPublicSuffix(_:)``.
    public func isPublicSuffix(_ host: String) -> Bool {
        Self.publicSuffixes.answer(for: host) { findPublicSuffix(host) }
    }

    private func findPublicSuffix(_ host: String) -> Bool {
        guard let list = unsafe list, let labels = SuffixLabels(host) else { return false }
        return unsafe labels.asciiName.withCString { unsafe cpublicsuffix_is_public_suffix(list, $0) }
    }
}
