/// Public suffixes from rules held in memory.
///
/// Source: https://github.com/publicsuffix/list/wiki/Format
public struct PublicSuffixList: PublicSuffixes {
    private let rules: Set<String>
    private let wildcards: Set<String>
    private let exceptions: Set<String>

    /// Makes a list.
    ///
    /// - Parameter rules: rules such as `co.uk`, `*.ck` and `!www.ck`, in any case, in Unicode or `xn--` form.
    public init(rules: some Sequence<String>) {
        var plain: Set<String> = []
        var wildcards: Set<String> = []
        var exceptions: Set<String> = []
        for rule in rules {
            if rule.hasPrefix("!") {
                exceptions.insert(Self.canonical(rule.dropFirst()))
            } else if rule.hasPrefix("*.") {
                wildcards.insert(Self.canonical(rule.dropFirst(2)))
            } else {
                plain.insert(Self.canonical(rule[...]))
            }
        }
        self.rules = plain
        self.wildcards = wildcards
        self.exceptions = exceptions
    }

    private static func canonical(_ name: Substring) -> String { DomainName.toASCII(String(name)) ?? String(name) }

    /// The registrable domain of a host.
    ///
    /// - Parameter host: a domain, in any case, in Unicode or `xn--` form.
    /// - Returns: see ``PublicSuffixes/registrableDomain(of:)``.
    public func registrableDomain(of host: String) -> String? {
        guard let labels = SuffixLabels(host) else { return nil }
        let count = suffixLength(of: labels.ascii) + 1
        return count <= labels.ascii.count ? labels.suffix(count) : nil
    }

    /// Whether a host is a public suffix.
    ///
    /// - Parameter host: a domain, in any case, in Unicode or `xn--` form.
    /// - Returns: see ``PublicSuffixes/isPublicSuffix(_:)``.
    public func isPublicSuffix(_ host: String) -> Bool {
        guard let labels = SuffixLabels(host) else { return false }
        return suffixLength(of: labels.ascii) == labels.ascii.count
    }

    /// How many labels the prevailing rule covers: an exception, else the longest match, else the last label.
    private func suffixLength(of labels: [String]) -> Int {
        var longest = 1
        for count in 1...labels.count {
            let name = labels.suffix(count).joined(separator: ".")
            if exceptions.contains(name) { return count - 1 }
            if rules.contains(name) { longest = max(longest, count) }
            if wildcards.contains(name), count < labels.count { longest = max(longest, count + 1) }
        }
        return longest
    }
}
