/// A URL in its parts, as the parser and the setters work on it.
///
/// The path of a URL that is not opaque is kept as it is serialised: every segment of the standard's list after a "/".
///
/// Source: WHATWG URL (2025) §4.1, https://url.spec.whatwg.org/#url-representation
struct URLRecord {
    var scheme: Scheme = .other([])
    var username: [UInt8] = []
    var password: [UInt8] = []
    var host: Host?
    var port: UInt16?
    var path: [UInt8] = []
    var hasOpaquePath = false
    var query: [UInt8]?
    var fragment: [UInt8]?

    var isSpecial: Bool { scheme.isSpecial }

    var includesCredentials: Bool { !username.isEmpty || !password.isEmpty }

    /// Source: "cannot have a username/password/port".
    var cannotHaveCredentialsOrPort: Bool { host == nil || host == .empty || scheme == .file }

    /// Whether a byte ends a path segment: "/", and "\" where the scheme is special.
    func isPathSeparator(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") && isSpecial
    }

    /// Removes the last segment, but never the drive letter of a file.
    ///
    /// Source: "shorten a URL's path".
    mutating func shortenPath() {
        // 3. A file's only segment that is a normalised drive letter stays.
        if scheme == .file, path.count == 3, hasNormalizedDriveLetterFirst { return }

        // 4.
        if let slash = path.lastIndex(of: UInt8(ascii: "/")) { path.removeSubrange(slash...) }
    }

    /// Whether the first segment is a letter and a colon.
    var hasNormalizedDriveLetterFirst: Bool {
        path.count >= 3 && path[1].isASCIIAlpha && path[2] == UInt8(ascii: ":")
            && (path.count == 3 || path[3] == UInt8(ascii: "/"))
    }

    mutating func appendSegment(_ segment: some Collection<UInt8>) {
        path.append(UInt8(ascii: "/"))
        path.append(contentsOf: segment)
    }
}

/// Windows drive letters, which `file:` URLs treat apart.
enum DriveLetter {
    /// Whether the bytes are exactly a letter and ":" or "|".
    static func isDriveLetter(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        bytes.count == 2 && startsWithDriveLetter(bytes)
    }

    /// Source: "starts with a Windows drive letter".
    static func startsWithDriveLetter(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        let head = Array(bytes.prefix(3))
        guard head.count >= 2, head[0].isASCIIAlpha, head[1] == UInt8(ascii: ":") || head[1] == UInt8(ascii: "|") else {
            return false
        }
        guard head.count == 3 else { return true }
        return switch head[2] {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
        default: false
        }
    }
}
