/// A domain in labels, each beside its ASCII form: the question is asked in ASCII, the answer given as it was written.
struct SuffixLabels {
    /// The labels in lower case, as they were written.
    let written: [String]

    /// The same labels in ASCII.
    let ascii: [String]

    /// The trailing dot, if there was one.
    let trailingDot: String

    /// Fails for a name with an empty label, for an IP address and for what is no domain.
    init?(_ host: String) {
        guard let name = DomainName.isCanonical(host.utf8) ? host : Self.canonicalName(host) else { return nil }
        trailingDot = name.utf8.last == UInt8(ascii: ".") ? "." : ""
        ascii = Self.labels(of: name.utf8.dropLast(trailingDot.utf8.count)) { $0 == UInt8(ascii: ".") }
        guard !ascii.contains("") else { return nil }
        written = name == host ? ascii : Self.writtenLabels(of: host, besides: ascii, trailingDot: trailingDot)
    }

    private static func canonicalName(_ host: String) -> String? {
        if case .domain(let name)? = Host(host) { name } else { nil }
    }

    private static func labels(
        of name: Substring.UTF8View,
        separatedBy isSeparator: (UInt8) -> Bool
    ) -> [String] {
        name.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map { String(Substring($0)) }
    }

    /// The labels as they were written, in lower case.
    ///
    /// The dots of other scripts separate labels too. Where the labels do not pair up, ASCII is the answer's form.
    private static func writtenLabels(of host: String, besides ascii: [String], trailingDot: String) -> [String] {
        let dots: [Unicode.Scalar] = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        let labels = host.lowercased().unicodeScalars.split(omittingEmptySubsequences: false) { dots.contains($0) }
        let pairs = trailingDot.isEmpty ? labels[...] : labels.dropLast()
        return pairs.count == ascii.count ? pairs.map { String(Substring($0)) } : ascii
    }

    /// The whole name in ASCII, without trailing dot.
    var asciiName: String { ascii.joined(separator: ".") }

    /// The last labels, as they were written.
    func suffix(_ count: Int) -> String { written.suffix(count).joined(separator: ".") + trailingDot }
}
