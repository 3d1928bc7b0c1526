/// A scheme, the special ones told apart.
///
/// Source: WHATWG URL (2025) §4.2, https://url.spec.whatwg.org/#special-scheme
enum Scheme: Hashable, Sendable {
    case http
    case https
    case ws
    case wss
    case ftp
    case file
    case other([UInt8])

    /// - Parameter bytes: the scheme in lower case, without colon.
    init(lowercased bytes: [UInt8]) {
        // FAST PATH: the length and the first byte leave at most one candidate pair.
        guard (2...5).contains(bytes.count), let first = bytes.first else {
            self = .other(bytes)
            return
        }
        switch first {
        case UInt8(ascii: "h") where bytes == Self.https.bytes: self = .https
        case UInt8(ascii: "h") where bytes == Self.http.bytes: self = .http
        case UInt8(ascii: "w") where bytes == Self.wss.bytes: self = .wss
        case UInt8(ascii: "w") where bytes == Self.ws.bytes: self = .ws
        case UInt8(ascii: "f") where bytes == Self.ftp.bytes: self = .ftp
        case UInt8(ascii: "f") where bytes == Self.file.bytes: self = .file
        default: self = .other(bytes)
        }
    }

    var bytes: [UInt8] {
        switch self {
        case .http: Self.httpBytes
        case .https: Self.httpsBytes
        case .ws: Self.wsBytes
        case .wss: Self.wssBytes
        case .ftp: Self.ftpBytes
        case .file: Self.fileBytes
        case .other(let bytes): bytes
        }
    }

    var isSpecial: Bool {
        if case .other = self { false } else { true }
    }

    var defaultPort: UInt16? {
        switch self {
        case .http, .ws: 80
        case .https, .wss: 443
        case .ftp: 21
        case .file, .other: nil
        }
    }

    private static let httpBytes = Array("http".utf8)
    private static let httpsBytes = Array("https".utf8)
    private static let wsBytes = Array("ws".utf8)
    private static let wssBytes = Array("wss".utf8)
    private static let ftpBytes = Array("ftp".utf8)
    private static let fileBytes = Array("file".utf8)
}
