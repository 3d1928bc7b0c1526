/// The states up to the authority or the path.
extension URLParser {
    mutating func schemeStart(_ c: UInt8?) -> Step {
        // 1. A letter begins a scheme.
        if let c, c.isASCIIAlpha {
            buffer.append(c.asciiLowercased)
            return proceed(to: .scheme)
        }

        // 2–3.
        return stateOverride == nil ? reconsider(in: .noScheme) : .failure
    }

    mutating func scheme(_ c: UInt8?) -> Step {
        // 1. More of the scheme.
        if let c, c.isASCIIAlpha || c.isASCIIDigit || c == UInt8(ascii: "+") || c == UInt8(ascii: "-") || c == 0x2E {
            buffer.append(c.asciiLowercased)
            return .next
        }

        // 2. Its end.
        if c == UInt8(ascii: ":") {
            let scheme = Scheme(lowercased: buffer)
            buffer = []
            return stateOverride == nil ? endScheme(scheme) : replaceScheme(by: scheme)
        }

        // 3–4. It was none: from the start again, or failure.
        guard stateOverride == nil else { return .failure }
        buffer = []
        pointer = -1
        return proceed(to: .noScheme)
    }

    /// Steps 2.1–2.3 of the scheme state: the setter.
    private mutating func replaceScheme(by scheme: Scheme) -> Step {
        // 2.1. Changes between special and not, and to or from `file` where parts would be lost, are refused.
        guard url.isSpecial == scheme.isSpecial,
            !(scheme == .file && (url.includesCredentials || url.port != nil)),
            !(url.scheme == .file && (url.host == nil || url.host == .empty))
        else { return .done }

        // 2.2–2.3.
        url.scheme = scheme
        if url.port == scheme.defaultPort { url.port = nil }
        return .done
    }

    /// Steps 2.5–2.9 of the scheme state.
    private mutating func endScheme(_ scheme: Scheme) -> Step {
        url.scheme = scheme
        if scheme == .file { return proceed(to: .file) }
        if scheme.isSpecial {
            return proceed(to: base?.scheme == scheme ? .specialRelativeOrAuthority : .specialAuthoritySlashes)
        }
        if remaining.first == UInt8(ascii: "/") {
            pointer += 1
            return proceed(to: .pathOrAuthority)
        }
        url.hasOpaquePath = true
        return proceed(to: .opaquePath)
    }

    mutating func noScheme(_ c: UInt8?) -> Step {
        // 1. Without base, or with an opaque one and no fragment only, there is nothing to be relative to.
        guard let base, !base.hasOpaquePath || c == UInt8(ascii: "#") else { return .failure }

        // 2. A new fragment on an opaque path.
        if base.hasOpaquePath {
            url.scheme = base.scheme
            url.path = base.path
            url.hasOpaquePath = true
            url.query = base.query
            url.fragment = []
            return proceed(to: .fragment)
        }

        // 3–4.
        return reconsider(in: base.scheme == .file ? .file : .relative)
    }

    mutating func specialRelativeOrAuthority(_ c: UInt8?) -> Step {
        // 1. "//" begins an authority.
        if c == UInt8(ascii: "/"), remaining.first == UInt8(ascii: "/") {
            pointer += 1
            return proceed(to: .specialAuthorityIgnoreSlashes)
        }

        // 2.
        return reconsider(in: .relative)
    }

    mutating func pathOrAuthority(_ c: UInt8?) -> Step {
        c == UInt8(ascii: "/") ? proceed(to: .authority) : reconsider(in: .path)
    }

    mutating func relative(_ c: UInt8?) -> Step {
        // 1–2.
        guard let base else { return .failure }
        url.scheme = base.scheme

        // 3–4. A slash: the path is absolute, or an authority follows.
        if url.isPathSeparator(c) { return proceed(to: .relativeSlash) }

        // 5. Everything is the base's up to what c begins.
        copyAuthority(of: base)
        url.path = base.path
        url.query = base.query
        switch c {
        case UInt8(ascii: "?"): return beginQuery()
        case UInt8(ascii: "#"): return beginFragment()
        case nil: return .next
        default:
            url.query = nil
            url.shortenPath()
            return reconsider(in: .path)
        }
    }

    mutating func relativeSlash(_ c: UInt8?) -> Step {
        // 1–2. A second slash begins an authority.
        if url.isPathSeparator(c) { return proceed(to: url.isSpecial ? .specialAuthorityIgnoreSlashes : .authority) }

        // 3.
        if let base { copyAuthority(of: base) }
        return reconsider(in: .path)
    }

    mutating func specialAuthoritySlashes(_ c: UInt8?) -> Step {
        // 1. The two slashes that belong there.
        if c == UInt8(ascii: "/"), remaining.first == UInt8(ascii: "/") {
            pointer += 1
            return proceed(to: .specialAuthorityIgnoreSlashes)
        }

        // 2. They are missing, which is forgiven.
        return reconsider(in: .specialAuthorityIgnoreSlashes)
    }

    mutating func specialAuthorityIgnoreSlashes(_ c: UInt8?) -> Step {
        // 1–2. Any more of them are forgiven too.
        c == UInt8(ascii: "/") || c == UInt8(ascii: "\\") ? .next : reconsider(in: .authority)
    }

    private mutating func copyAuthority(of base: URLRecord) {
        url.username = base.username
        url.password = base.password
        url.host = base.host
        url.port = base.port
    }

    mutating func beginQuery() -> Step {
        url.query = []
        return proceed(to: .query)
    }

    mutating func beginFragment() -> Step {
        url.fragment = []
        return proceed(to: .fragment)
    }
}
