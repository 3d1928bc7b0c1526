/// The states of `file:` URLs.
extension URLParser {
    /// The base, where it is a file.
    private var fileBase: URLRecord? { base.flatMap { $0.scheme == .file ? $0 : nil } }

    /// The input from the pointer on.
    private var fromPointer: ArraySlice<UInt8> { input[min(pointer, input.count)...] }

    mutating func file(_ c: UInt8?) -> Step {
        // 1–2.
        url.scheme = .file
        url.host = .empty

        // 3.
        if url.isPathSeparator(c) { return proceed(to: .fileSlash) }

        // 5. Nothing to be relative to.
        guard let base = fileBase else { return reconsider(in: .path) }

        // 4. Everything is the base's up to what c begins.
        url.host = base.host
        url.path = base.path
        url.query = base.query
        switch c {
        case UInt8(ascii: "?"): return beginQuery()
        case UInt8(ascii: "#"): return beginFragment()
        case nil: return .next
        default:
            url.query = nil
            // A drive letter makes the path absolute.
            if DriveLetter.startsWithDriveLetter(fromPointer) { url.path = [] } else { url.shortenPath() }
            return reconsider(in: .path)
        }
    }

    mutating func fileSlash(_ c: UInt8?) -> Step {
        // 1.
        if url.isPathSeparator(c) { return proceed(to: .fileHost) }

        // 2. An absolute path stays on the base's host and drive.
        if let base = fileBase {
            url.host = base.host
            if !DriveLetter.startsWithDriveLetter(fromPointer), base.hasNormalizedDriveLetterFirst {
                url.path += base.path.prefix(3)
            }
        }
        return reconsider(in: .path)
    }

    mutating func fileHost() -> Step {
        // 2. Everything up to the end of the host.
        let start = pointer
        let end = end { byte in
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "?")
                || byte == UInt8(ascii: "#")
        }
        let name = take(until: end)

        // 1.1. A drive letter was no host: it begins the path.
        if stateOverride == nil, DriveLetter.isDriveLetter(name) {
            pointer = start
            return reconsider(in: .path)
        }

        // 1.2. No host.
        if name.isEmpty {
            url.host = .empty
            return stateOverride == nil ? reconsider(in: .pathStart) : .done
        }

        // 1.3. A host; `localhost` is none.
        guard let host = HostParser.parse(Array(name), isOpaque: !url.isSpecial) else { return .failure }
        url.host = host == .domain("localhost") ? .empty : host
        return stateOverride == nil ? reconsider(in: .pathStart) : .done
    }
}
