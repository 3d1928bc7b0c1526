/// The states of path, query and fragment.
extension URLParser {
    mutating func pathStart(_ c: UInt8?) -> Step {
        // 1. A special URL has a path, written or not.
        if url.isSpecial {
            return url.isPathSeparator(c) ? proceed(to: .path) : reconsider(in: .path)
        }

        // 2–3.
        if stateOverride == nil, c == UInt8(ascii: "?") { return beginQuery() }
        if stateOverride == nil, c == UInt8(ascii: "#") { return beginFragment() }

        // 4. A path follows.
        if c != nil { return c == UInt8(ascii: "/") ? proceed(to: .path) : reconsider(in: .path) }

        // 5. A setter's empty path needs a segment where there is no host.
        if stateOverride != nil, url.host == nil { url.appendSegment([]) }
        return .next
    }

    mutating func path() -> Step {
        // 2. One segment.
        let isSpecial = url.isSpecial
        let isWhole = stateOverride == nil
        let end = end { byte in
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") && isSpecial
                || isWhole && (byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#"))
        }
        let segment = take(until: end)
        let isFollowed = url.isPathSeparator(current)

        switch PathSegment(segment) {
        // 1.2. Up.
        case .doubleDot:
            url.shortenPath()
            if !isFollowed { url.appendSegment([]) }

        // 1.3. Here.
        case .singleDot:
            if !isFollowed { url.appendSegment([]) }

        // 1.4. A file's first segment that is a drive letter is written with a colon.
        case .ordinary:
            if url.scheme == .file, url.path.isEmpty, DriveLetter.isDriveLetter(segment), let letter = segment.first {
                url.appendSegment([letter, UInt8(ascii: ":")])
            } else {
                url.path.append(UInt8(ascii: "/"))
                PercentEncoding.append(segment, to: &url.path, set: .path)
            }
        }

        // 1.6–1.7.
        if current == UInt8(ascii: "?"), stateOverride == nil { return beginQuery() }
        if current == UInt8(ascii: "#"), stateOverride == nil { return beginFragment() }
        return .next
    }

    mutating func opaquePath() -> Step {
        let end = end { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        let text = take(until: end)
        PercentEncoding.append(text, to: &url.path, set: .c0Control)

        // 3. A space right before a query or fragment is escaped, so that it survives their removal.
        if current != nil, url.path.last == 0x20 {
            url.path.removeLast()
            url.path += "%20".utf8
        }

        // 1–2.
        switch current {
        case UInt8(ascii: "?"): return beginQuery()
        case UInt8(ascii: "#"): return beginFragment()
        default: return .next
        }
    }

    mutating func query() -> Step {
        // 3. All of it; only a setter's may hold "#".
        let end = end { $0 == UInt8(ascii: "#") && stateOverride == nil }
        let text = take(until: end)

        // 1–2. In the document's encoding, except for schemes that never had one.
        let set: PercentEncodeSet = url.isSpecial ? .specialQuery : .query
        var query = url.query ?? []
        if encoding == .utf8 || !url.isSpecial || url.scheme == .ws || url.scheme == .wss {
            PercentEncoding.append(text, to: &query, set: set)
        } else {
            query += PercentEncoding.encode(String(decoding: text, as: UTF8.self), encoding: encoding, set: set).utf8
        }
        url.query = query
        return current == nil ? .next : beginFragment()
    }

    mutating func fragment() -> Step {
        let text = take(until: input.count)
        var fragment = url.fragment ?? []
        PercentEncoding.append(text, to: &fragment, set: .fragment)
        url.fragment = fragment
        return .next
    }
}

/// The two segments with a meaning, in any of their spellings.
enum PathSegment {
    case singleDot
    case doubleDot
    case ordinary

    /// Source: WHATWG URL (2025) §4.1, "single-dot" and "double-dot URL path segment".
    init(_ segment: ArraySlice<UInt8>) {
        // FAST PATH: few segments begin so.
        guard let first = segment.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%") else {
            self = .ordinary
            return
        }
        var dots = 0
        var index = segment.startIndex
        while index < segment.endIndex, dots < 3 {
            if segment[index] == UInt8(ascii: ".") {
                index += 1
            } else if segment[index...].prefix(3).equalsIgnoringASCIICase("%2e") {
                index += 3
            } else {
                dots = 3
            }
            dots += 1
        }
        switch dots {
        case 1: self = .singleDot
        case 2: self = .doubleDot
        default: self = .ordinary
        }
    }
}
