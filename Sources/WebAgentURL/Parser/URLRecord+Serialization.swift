/// The way back from a record to text.
extension URLRecord {
    /// Serialises the record and notes where each part lies.
    ///
    /// - Returns: the bytes and their layout; nil when they are too many to be counted in 32 bits.
    ///
    /// Source: WHATWG URL (2025) §4.5, "URL serializer".
    func serialized() -> (href: [UInt8], layout: WebURL.Layout)? {
        var output: [UInt8] = []
        let scheme = scheme.bytes
        output.reserveCapacity(
            scheme.count + username.count + password.count + path.count + (query?.count ?? 0) + (fragment?.count ?? 0)
                + 64
        )
        var layout = WebURL.Layout()

        // 1. Scheme.
        output += scheme
        layout.schemeEnd = output.mark
        output.append(UInt8(ascii: ":"))

        // 2. Authority.
        if let host {
            output += "//".utf8
            layout.username = appending(username, to: &output)
            if !password.isEmpty { output.append(UInt8(ascii: ":")) }
            layout.password = appending(password, to: &output)
            if includesCredentials { output.append(UInt8(ascii: "@")) }
            layout.host = appending(host.bytes, to: &output)
            layout.hostKind = .init(host)
            if let port {
                output.append(UInt8(ascii: ":"))
                output += String(port).utf8
                layout.port = port
            }
        } else {
            let here = output.mark..<output.mark
            layout.username = here
            layout.password = here
            layout.host = here
            // 3. "/." keeps a path that begins with an empty segment from being read as an authority.
            if !hasOpaquePath, path.starts(with: "//".utf8) { output += "/.".utf8 }
        }

        // 4–6. Path, query, fragment.
        layout.hasOpaquePath = hasOpaquePath
        layout.path = appending(path, to: &output)
        if let query {
            output.append(UInt8(ascii: "?"))
            layout.query = appending(query, to: &output)
        }
        if let fragment {
            output.append(UInt8(ascii: "#"))
            layout.fragment = appending(fragment, to: &output)
        }
        return output.count <= Int(UInt32.max) ? (output, layout) : nil
    }

    private func appending(_ bytes: [UInt8], to output: inout [UInt8]) -> Range<UInt32> {
        let start = output.mark
        output += bytes
        return start..<output.mark
    }
}

extension [UInt8] {
    fileprivate var mark: UInt32 { UInt32(truncatingIfNeeded: count) }
}

extension Host {
    fileprivate var bytes: [UInt8] { Array(description.utf8) }
}
