/// Authority and path.
extension PlainURLReader {
    /// Host, port and path of a URL that has them.
    mutating func readAuthority() -> Bool {
        guard readHost(), readPort() else { return false }
        return readPath()
    }

    /// What is relative to a base, but for its query and fragment.
    mutating func readRelative(to base: WebURL) -> Bool {
        let parts = base.layout
        switch current {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"):
            // A second slash begins an authority.
            if position + 1 < input.count, input[position + 1] == UInt8(ascii: "/") || input[position + 1] == 0x5C {
                position += 2
                writeScheme(isSecure: parts.schemeEnd == 5)
                return readAuthority()
            }
            begin(with: base, upTo: parts.path.lowerBound)
            return readPath()
        case UInt8(ascii: "?"):
            begin(with: base, upTo: parts.path.upperBound)
        case UInt8(ascii: "#"), nil:
            begin(with: base, upTo: (parts.query ?? parts.path).upperBound)
            layout.query = parts.query
        default:
            begin(with: base, upTo: parts.path.upperBound)
            shortenPath()
            return readSegments()
        }
        layout.path = parts.path
        return true
    }

    private mutating func begin(with base: WebURL, upTo end: UInt32) {
        output = Array(base.href.utf8)
        output.removeLast(output.count - Int(end))
        output.reserveCapacity(output.count + input.count + 16)
        layout = base.layout
        layout.query = nil
        layout.fragment = nil
    }

    /// A plain domain in any case; see ``DomainName/isCanonical(_:)``.
    private mutating func readHost() -> Bool {
        layout.username = mark..<mark
        layout.password = layout.username
        let start = output.count
        let nameStart = position
        while position < input.count {
            let byte = input[position]
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
                || isSeparator(byte)
            {
                break
            }
            position += 1
        }
        output += input[nameStart..<position]
        for index in start..<output.count { output[index] = output[index].asciiLowercased }
        layout.host = UInt32(truncatingIfNeeded: start)..<mark
        layout.hostKind = .domain
        return DomainName.isCanonical(output[start...])
    }

    /// Nothing, or a colon and a number; the default one is not kept.
    private mutating func readPort() -> Bool {
        guard current == UInt8(ascii: ":") else { return true }
        position += 1
        var port: UInt32 = 0
        var hasDigit = false
        while let byte = current, byte.isASCIIDigit {
            port = port * 10 + UInt32(byte - 0x30)
            guard port <= UInt32(UInt16.max) else { return false }
            hasDigit = true
            position += 1
        }
        if let byte = current, !isSeparator(byte), byte != UInt8(ascii: "?"), byte != UInt8(ascii: "#") { return false }
        if hasDigit, port != (layout.schemeEnd == 5 ? 443 : 80) {
            layout.port = UInt16(port)
            output.append(UInt8(ascii: ":"))
            output += String(port).utf8
        }
        return true
    }

    /// The path after an authority, written or not.
    private mutating func readPath() -> Bool {
        layout.path = mark..<mark
        if let byte = current, isSeparator(byte) { position += 1 }
        return readSegments()
    }

    /// One segment after the other.
    private mutating func readSegments() -> Bool {
        let stops = Self.segmentStops
        var isFollowed = true
        while isFollowed {
            let start = output.count
            output.append(UInt8(ascii: "/"))
            var runStart = position
            isFollowed = false
            while position < input.count {
                let byte = input[position]
                if stops.contains(byte) {
                    if isSeparator(byte) {
                        isFollowed = true
                        break
                    }
                    if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
                    if byte.isTabOrNewline { return false }
                    output += input[runStart..<position]
                    PercentEncoding.append(byte, to: &output, set: .path)
                    runStart = position + 1
                }
                position += 1
            }
            output += input[runStart..<position]
            endSegment(from: start, isFollowed: isFollowed)
            if isFollowed { position += 1 }
        }
        layout.path = layout.path.lowerBound..<mark
        return true
    }

    /// Takes back what was written of a segment that only says where to go.
    private mutating func endSegment(from start: Int, isFollowed: Bool) {
        // FAST PATH: few segments begin so.
        guard output.count > start + 1, output[start + 1] == UInt8(ascii: ".") || output[start + 1] == UInt8(ascii: "%")
        else { return }
        let segment = PathSegment(output[(start + 1)...])
        if segment == .ordinary { return }
        output.removeSubrange(start...)
        if segment == .doubleDot { shortenPath() }
        if !isFollowed { output.append(UInt8(ascii: "/")) }
    }

    /// Removes the last segment.
    private mutating func shortenPath() {
        let floor = Int(layout.path.lowerBound)
        if let slash = output[floor...].lastIndex(of: UInt8(ascii: "/")) { output.removeSubrange(slash...) }
    }

    private func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    /// What ends a run of a segment: another segment, another part, or what is escaped.
    private static let segmentStops = PercentEncodeSet.path.union("/\\")
}
