extension Proxy {
    /// Reads a proxy as `HTTPS_PROXY` and command lines write it.
    ///
    /// `[http[s]://][user[:password]@]host[:port][/]`. The scheme is http unless written; the port 80 or 443 by scheme; `%XX` in
    /// name and password stands for a byte.
    ///
    /// - Parameters:
    ///   - text: The text; it never shows up in an error, since it may hold a password.
    ///   - source: Where it comes from, for the error: `HTTPS_PROXY`, `--proxy`.
    /// - Throws: ``CurlConfigurationError/invalidProxy(source:)`` or
    ///   ``CurlConfigurationError/unsupportedProxyScheme(_:source:)``.
    public init(_ text: String, source: String) throws(CurlConfigurationError) {
        var rest = Substring(text)
        var scheme = Scheme.http
        if let end = Self.firstRange(of: "://", in: rest) {
            let written = rest[..<end.lowerBound].lowercased()
            guard let known = Scheme(rawValue: written) else {
                let isWord =
                    !written.isEmpty && written.utf8.count <= 16
                    && written.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                throw isWord ? .unsupportedProxyScheme(written, source: source) : .invalidProxy(source: source)
            }
            scheme = known
            rest = rest[end.upperBound...]
        }
        if rest.last == "/" { rest.removeLast() }

        var credentials: (name: String, password: String?)?
        if let at = rest.lastIndex(of: "@") {
            credentials = Self.credentials(rest[..<at])
            if credentials == nil { throw .invalidProxy(source: source) }
            rest = rest[rest.index(after: at)...]
        }
        guard let address = Self.hostAndPort(rest) else { throw .invalidProxy(source: source) }
        self.init(
            scheme: scheme,
            host: address.host,
            port: address.port ?? (scheme == .http ? 80 : 443),
            userName: credentials?.name,
            password: credentials?.password
        )
    }

    private static func firstRange(of mark: String, in text: Substring) -> Range<Substring.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            let rest = text[start...]
            if rest.hasPrefix(mark) { return start..<text.index(start, offsetBy: mark.count) }
            start = text.index(after: start)
        }
        return nil
    }

    private static func credentials(_ text: Substring) -> (name: String, password: String?)? {
        let colon = text.firstIndex(of: ":")
        guard let name = decoded(text[..<(colon ?? text.endIndex)]) else { return nil }
        guard let colon else { return (name, nil) }
        return decoded(text[text.index(after: colon)...]).map { (name, $0) }
    }

    /// `%XX` undone; `nil` when a `%` stands alone or a control character would come out.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? String(validating: bytes, as: UTF8.self) : nil
    }

    private static func hostAndPort(_ text: Substring) -> (host: String, port: UInt16?)? {
        var host = text
        var port: UInt16?
        if let bracket = text.firstIndex(of: "]"), text.first == "[" {
            host = text[text.index(after: text.startIndex)..<bracket]
            let after = text[text.index(after: bracket)...]
            if !after.isEmpty {
                guard after.first == ":", let read = UInt16(digits: after.dropFirst()) else { return nil }
                port = read
            }
        } else if let colon = text.firstIndex(of: ":") {
            guard let read = UInt16(digits: text[text.index(after: colon)...]) else { return nil }
            host = text[..<colon]
            port = read
        }
        guard !host.isEmpty, port != 0, host.utf8.allSatisfy(\.isOfHost) else { return nil }
        return (host.lowercased(), port)
    }
}
