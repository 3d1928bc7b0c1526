/// The basic URL parser: a state machine over UTF-8 bytes.
///
/// Where the standard looks at one code point at a time, a state here may take the whole run up to the next byte that
/// means something to it; nothing outside ASCII ever does. Each state is a method with the standard's steps.
///
/// Source: WHATWG URL (2025) §4.4, https://url.spec.whatwg.org/#concept-basic-url-parser. Departures: none.
struct URLParser {
    enum State {
        case schemeStart
        case scheme
        case noScheme
        case specialRelativeOrAuthority
        case pathOrAuthority
        case relative
        case relativeSlash
        case specialAuthoritySlashes
        case specialAuthorityIgnoreSlashes
        case authority
        case host
        case hostname
        case port
        case file
        case fileSlash
        case fileHost
        case pathStart
        case path
        case opaquePath
        case query
        case fragment
    }

    /// What a state says of the byte it looked at.
    enum Step {
        /// Go on with the byte after it.
        case next
        /// The parser returns; the record holds.
        case done
        /// The parser returns failure.
        case failure
    }

    let input: [UInt8]
    let base: URLRecord?
    let encoding: CharacterEncoding
    let stateOverride: State?
    var url: URLRecord
    var state: State
    var pointer = 0
    var buffer: [UInt8] = []

    /// Parses a whole URL.
    ///
    /// - Parameters:
    ///   - input: UTF-8.
    ///   - base: what a relative URL is relative to.
    ///   - encoding: the encoding of the query.
    /// - Returns: the record; nil on failure.
    static func parse(_ input: [UInt8], base: URLRecord?, encoding: CharacterEncoding = .utf8) -> URLRecord? {
        // 1. Controls and spaces around it do not count.
        var lower = 0
        var upper = input.count
        while lower < upper, input[lower] <= 0x20 { lower += 1 }
        while lower < upper, input[upper - 1] <= 0x20 { upper -= 1 }
        let trimmed = upper - lower == input.count ? input : Array(input[lower..<upper])
        var parser = URLParser(trimmed, base: base, encoding: encoding, url: URLRecord(), stateOverride: nil)
        return parser.run() ? parser.url : nil
    }

    /// Parses a part into a record that exists, as the setters do.
    ///
    /// On failure the record may have changed, as the standard has it.
    static func parse(_ input: [UInt8], into url: inout URLRecord, from state: State) {
        var parser = URLParser(input, base: nil, encoding: .utf8, url: url, stateOverride: state)
        _ = parser.run()
        url = parser.url
    }

    private init(
        _ input: [UInt8],
        base: URLRecord?,
        encoding: CharacterEncoding,
        url: URLRecord,
        stateOverride: State?
    ) {
        // 2. Tabs and line ends do not count anywhere.
        self.input = input.contains(where: \.isTabOrNewline) ? input.filter { !$0.isTabOrNewline } : input
        self.base = base
        self.encoding = encoding.outputEncoding
        self.url = url
        self.stateOverride = stateOverride
        state = stateOverride ?? .schemeStart
    }

    private mutating func run() -> Bool {
        while true {
            switch step(current) {
            case .next: break
            case .done: return true
            case .failure: return false
            }
            // A state that looked at the end, and did not step back from it, was the last.
            if pointer >= input.count { return true }
            pointer += 1
        }
    }

    /// The byte at the pointer; nil at the end.
    var current: UInt8? { pointer < input.count ? input[pointer] : nil }

    /// What follows the byte at the pointer.
    var remaining: ArraySlice<UInt8> { input[min(pointer + 1, input.count)...] }

    private mutating func step(_ c: UInt8?) -> Step {
        switch state {
        case .schemeStart: schemeStart(c)
        case .scheme: scheme(c)
        case .noScheme: noScheme(c)
        case .specialRelativeOrAuthority: specialRelativeOrAuthority(c)
        case .pathOrAuthority: pathOrAuthority(c)
        case .relative: relative(c)
        case .relativeSlash: relativeSlash(c)
        case .specialAuthoritySlashes: specialAuthoritySlashes(c)
        case .specialAuthorityIgnoreSlashes: specialAuthorityIgnoreSlashes(c)
        case .authority: authority()
        case .host, .hostname: host()
        case .port: port(c)
        case .file: file(c)
        case .fileSlash: fileSlash(c)
        case .fileHost: fileHost()
        case .pathStart: pathStart(c)
        case .path: path()
        case .opaquePath: opaquePath()
        case .query: query()
        case .fragment: fragment()
        }
    }

    /// Looks at the same byte again in another state (the standard's "decrease pointer by 1").
    mutating func reconsider(in state: State) -> Step {
        self.state = state
        pointer -= 1
        return .next
    }

    mutating func proceed(to state: State) -> Step {
        self.state = state
        return .next
    }

    /// Moves the pointer.
    ///
    /// - Returns: the bytes passed over.
    mutating func take(until end: Int) -> ArraySlice<UInt8> {
        defer { pointer = end }
        return input[pointer..<end]
    }

    /// The index of the first byte from the pointer on for which the predicate holds, or the end.
    @inline(__always)
    func end(where isEnd: (UInt8) -> Bool) -> Int {
        var index = pointer
        while index < input.count, !isEnd(input[index]) { index += 1 }
        return index
    }
}
