/// FAST PATH: reads `http` and `https` URLs, absolute and relative, whose parts hold nothing unusual, as nearly all do.
///
/// It writes the serialisation as it goes. It says no to whatever it is not sure of, such as credentials, addresses and names outside
/// ASCII; what it takes, ``URLParser`` would read in the same way. A test compares the two.
struct PlainURLReader {
    let input: [UInt8]
    var position = 0
    var output: [UInt8] = []
    var layout = WebURL.Layout()

    /// Reads a URL.
    ///
    /// - Parameters:
    ///   - input: UTF-8.
    ///   - base: what a relative URL is relative to.
    /// - Returns: the serialisation and where its parts lie; nil where the text has to be parsed.
    static func read(_ input: [UInt8], base: WebURL?) -> (href: [UInt8], layout: WebURL.Layout)? {
        guard input.count < Int(UInt32.max) / 4 else { return nil }
        // White space around a URL, which does not count, is left to the parser; so are tabs and line ends in it.
        if let first = input.first, let last = input.last, first <= 0x20 || last <= 0x20 { return nil }
        var reader = PlainURLReader(input: input)
        guard reader.readUpToPath(base), reader.readQuery(), reader.readFragment(),
            reader.output.count <= Int(UInt32.max)
        else { return nil }
        return (reader.output, reader.layout)
    }

    private init(input: [UInt8]) {
        self.input = input
    }

    var current: UInt8? { position < input.count ? input[position] : nil }

    var mark: UInt32 { UInt32(truncatingIfNeeded: output.count) }

    /// Everything before the query.
    private mutating func readUpToPath(_ base: WebURL?) -> Bool {
        if let length = schemeLength {
            guard beginScheme(length) else { return false }
            output.reserveCapacity(input.count + 16)
            return readAuthority()
        }
        guard let base, base.isPlainBase else { return false }
        return readRelative(to: base)
    }

    /// How long the scheme is, if there is one.
    private var schemeLength: Int? {
        guard let first = input.first, first.isASCIIAlpha else { return nil }
        var index = 1
        while index < input.count {
            let byte = input[index]
            if byte == UInt8(ascii: ":") { return index }
            guard
                byte.isASCIIAlpha || byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: ".")
            else { return nil }
            index += 1
        }
        return nil
    }

    /// `http://` or `https://`, in any case.
    private mutating func beginScheme(_ length: Int) -> Bool {
        let isSecure = length == 5
        guard length == 4 || isSecure, input.count > length + 2,
            input[0].asciiLowercased == UInt8(ascii: "h"), input[1].asciiLowercased == UInt8(ascii: "t"),
            input[2].asciiLowercased == UInt8(ascii: "t"), input[3].asciiLowercased == UInt8(ascii: "p"),
            !isSecure || input[4].asciiLowercased == UInt8(ascii: "s"),
            input[length + 1] == UInt8(ascii: "/"), input[length + 2] == UInt8(ascii: "/")
        else { return false }
        position = length + 3
        writeScheme(isSecure: isSecure)
        return true
    }

    mutating func writeScheme(isSecure: Bool) {
        output += isSecure ? Self.https : Self.http
        layout.schemeEnd = isSecure ? 5 : 4
    }

    private static let http = Array("http://".utf8)
    private static let https = Array("https://".utf8)

    /// What ends a query, or is escaped in it.
    private static let queryStops = PercentEncodeSet.specialQuery.union("#")

    /// A query in UTF-8.
    private mutating func readQuery() -> Bool {
        guard current == UInt8(ascii: "?") else { return true }
        position += 1
        output.append(UInt8(ascii: "?"))
        let start = mark
        if isPlainToTheEnd {
            output += input[position...]
            position = input.count
        } else {
            guard copy(escaping: .specialQuery, upToNumberSign: true) else { return false }
        }
        layout.query = start..<mark
        return true
    }

    private mutating func readFragment() -> Bool {
        guard current == UInt8(ascii: "#") else { return true }
        position += 1
        output.append(UInt8(ascii: "#"))
        let start = mark
        guard copy(escaping: .fragment, upToNumberSign: false) else { return false }
        layout.fragment = start..<mark
        return true
    }

    /// Whether what is left is a query of which nothing is escaped.
    private var isPlainToTheEnd: Bool {
        let stops = Self.queryStops
        let bytes = input.span
        var index = position
        while index < bytes.count, !stops.contains(bytes[index]) { index += 1 }
        return index == bytes.count
    }

    /// Copies up to the end or `#`; false at a byte that does not count.
    private mutating func copy(escaping set: PercentEncodeSet, upToNumberSign: Bool) -> Bool {
        let start = position
        while position < input.count {
            let byte = input[position]
            if byte.isTabOrNewline { return false }
            if upToNumberSign, byte == UInt8(ascii: "#") { break }
            position += 1
        }
        PercentEncoding.append(input[start..<position], to: &output, set: set)
        return true
    }
}

extension WebURL {
    /// Whether ``PlainURLReader`` can make a relative URL absolute by this one.
    fileprivate var isPlainBase: Bool {
        switch layout.schemeEnd {
        case 4: href.utf8.starts(with: "http:".utf8)
        case 5: href.utf8.starts(with: "https:".utf8)
        default: false
        }
    }
}
