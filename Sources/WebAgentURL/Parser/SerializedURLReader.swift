/// FAST PATH: recognises text that is a serialised `http` or `https` URL already, as most URLs are.
///
/// Such text needs no parsing but only to know where its parts lie. The reader says no to whatever it is not sure of (and so to
/// many URLs that are serialised, too); what it takes, ``URLParser`` would return unchanged. A test compares the two.
struct SerializedURLReader {
    private let input: [UInt8]
    private var position = 0
    private var layout = WebURL.Layout()

    /// Finds the parts of a serialised URL.
    ///
    /// - Parameter input: any bytes.
    /// - Returns: where the parts lie; nil where the text has to be parsed.
    static func layout(of input: [UInt8]) -> WebURL.Layout? {
        guard input.count <= Int(UInt32.max) else { return nil }
        var reader = SerializedURLReader(input: input)
        return reader.read() ? reader.layout : nil
    }

    private init(input: [UInt8]) {
        self.input = input
    }

    private mutating func read() -> Bool {
        guard let defaultPort = readScheme(), readHost(), readPort(except: defaultPort), readPath() else {
            return false
        }
        return readQuery() && readFragment() && position == input.count
    }

    private var current: UInt8? { position < input.count ? input[position] : nil }

    private func range(from start: Int) -> Range<UInt32> {
        UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: position)
    }

    /// `http://` or `https://` in lower case.
    private mutating func readScheme() -> UInt16? {
        guard input.count > 8, input[0] == 0x68, input[1] == 0x74, input[2] == 0x74, input[3] == 0x70 else {
            return nil
        }
        let isSecure = input[4] == 0x73
        let colon = isSecure ? 5 : 4
        guard input[colon] == UInt8(ascii: ":"), input[colon + 1] == UInt8(ascii: "/"),
            input[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        layout.schemeEnd = UInt32(colon)
        position = colon + 3
        layout.username = range(from: position)
        layout.password = layout.username
        return isSecure ? 443 : 80
    }

    /// A plain domain; see ``DomainName/isCanonical(_:)``.
    private mutating func readHost() -> Bool {
        let start = position
        while position < input.count, input[position] != UInt8(ascii: "/"), input[position] != UInt8(ascii: ":") {
            position += 1
        }
        layout.host = range(from: start)
        layout.hostKind = .domain
        return DomainName.isCanonical(input[start..<position])
    }

    /// Nothing, or a colon and a port without leading zero that is not the default one.
    private mutating func readPort(except defaultPort: UInt16) -> Bool {
        guard current == UInt8(ascii: ":") else { return true }
        position += 1
        guard current != UInt8(ascii: "0") else { return false }
        var port: UInt32 = 0
        while let digit = current, digit.isASCIIDigit, port <= UInt32(UInt16.max) {
            port = port * 10 + UInt32(digit - 0x30)
            position += 1
        }
        guard port > 0, let value = UInt16(exactly: port), value != defaultPort else { return false }
        layout.port = value
        return true
    }

    /// A path of which no segment begins as a dot segment does.
    private mutating func readPath() -> Bool {
        guard current == UInt8(ascii: "/") else { return false }
        let start = position
        while let byte = current, byte != UInt8(ascii: "?"), byte != UInt8(ascii: "#") {
            if PercentEncodeSet.path.contains(byte) || byte == UInt8(ascii: "\\") { return false }
            position += 1
            if byte == UInt8(ascii: "/"), current == UInt8(ascii: ".") || current == UInt8(ascii: "%") { return false }
        }
        layout.path = range(from: start)
        return true
    }

    private mutating func readQuery() -> Bool {
        guard current == UInt8(ascii: "?") else { return true }
        position += 1
        let start = position
        while let byte = current, byte != UInt8(ascii: "#") {
            if PercentEncodeSet.specialQuery.contains(byte) { return false }
            position += 1
        }
        layout.query = range(from: start)
        return true
    }

    private mutating func readFragment() -> Bool {
        guard current == UInt8(ascii: "#") else { return true }
        position += 1
        let start = position
        while let byte = current {
            if PercentEncodeSet.fragment.contains(byte) { return false }
            position += 1
        }
        layout.fragment = range(from: start)
        return true
    }
}
