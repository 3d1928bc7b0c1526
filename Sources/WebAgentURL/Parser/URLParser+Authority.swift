/// The states of credentials, host and port.
extension URLParser {
    /// Whether a byte ends the authority.
    private func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
            || byte == UInt8(ascii: "\\") && url.isSpecial
    }

    mutating func authority() -> Step {
        // 3. Look at all of it at once.
        let start = pointer
        let end = end(where: endsAuthority)
        let authority = take(until: end)

        // 1. What stands before the last "@" are credentials; each "@" before that one is part of them.
        var hostStart = start
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            let credentials = authority[..<at]
            let colon = credentials.firstIndex(of: UInt8(ascii: ":"))
            PercentEncoding.append(credentials[..<(colon ?? at)], to: &url.username, set: .userinfo)
            if let colon { PercentEncoding.append(credentials[(colon + 1)...], to: &url.password, set: .userinfo) }
            hostStart = at + 1

            // 2.1. Credentials need a host.
            guard hostStart < authority.endIndex else { return .failure }
        }

        // 2.2. Back to where the host begins.
        pointer = hostStart
        return reconsider(in: .host)
    }

    mutating func host() -> Step {
        // 1. A file's host has rules of its own.
        if stateOverride != nil, url.scheme == .file { return reconsider(in: .fileHost) }

        // 4. Everything up to the end or a colon outside brackets.
        var isInsideBrackets = false
        let end = end { byte in
            if byte == UInt8(ascii: "[") { isInsideBrackets = true }
            if byte == UInt8(ascii: "]") { isInsideBrackets = false }
            return byte == UInt8(ascii: ":") && !isInsideBrackets || endsAuthority(byte)
        }
        let name = take(until: end)

        // 2. A colon: a port follows, so there must be a host.
        if current == UInt8(ascii: ":") {
            guard !name.isEmpty, stateOverride != .hostname,
                let host = HostParser.parse(Array(name), isOpaque: !url.isSpecial)
            else { return .failure }
            url.host = host
            return proceed(to: .port)
        }

        // 3.1–3.2. An empty host only without special scheme, and by a setter only where nothing needs one.
        if name.isEmpty {
            if url.isSpecial { return .failure }
            if stateOverride != nil, url.includesCredentials || url.port != nil { return .failure }
        }

        // 3.3–3.6.
        guard let host = HostParser.parse(Array(name), isOpaque: !url.isSpecial) else { return .failure }
        url.host = host
        return stateOverride == nil ? reconsider(in: .pathStart) : .done
    }

    mutating func port(_ c: UInt8?) -> Step {
        // 1. Digits.
        if let c, c.isASCIIDigit {
            buffer.append(c)
            return .next
        }

        // 3. Anything else but an end is an error, unless a setter looks no further.
        guard stateOverride != nil || c.map(endsAuthority) ?? true else { return .failure }

        // 2.1. A number up to 65535; the default one is not kept.
        if !buffer.isEmpty {
            guard let port = Self.portNumber(buffer) else { return .failure }
            url.port = port == url.scheme.defaultPort ? nil : port
            buffer = []
            if stateOverride != nil { return .done }
        }

        // 2.2–2.3.
        return stateOverride == nil ? reconsider(in: .pathStart) : .failure
    }

    private static func portNumber(_ digits: [UInt8]) -> UInt16? {
        var value: UInt32 = 0
        for digit in digits {
            value = value * 10 + UInt32(digit - 0x30)
            if value > UInt32(UInt16.max) { return nil }
        }
        return UInt16(value)
    }
}
