import Cryptography

/// A directory whose files a loss of power leaves either as they were or as they were to be.
///
/// A file is written under another name, synced, renamed over the old one, and the directory is synced. What a loss of
/// power leaves of such a file under the other name is removed by the next program that writes the same file.
struct DurableDirectory: Sendable {
    /// The directory.
    let path: String
    let files: any StoreFileSystem
    /// Names this start of the machine: what has another name in it cannot be in use any more.
    let boot: String
    /// Whether the way to the directory is known to survive a loss of power.
    private var isSafe = false

    private static let ending = ".new"

    init(_ path: String, files: any StoreFileSystem, boot: String?) {
        self.path = path
        self.files = files
        self.boot = boot.map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } } ?? "unknown"
    }

    func path(of name: String) -> String { "\(path)/\(name)" }

    /// Reads a file; nil when there is none.
    func read(_ name: String) throws(FileFault) -> [UInt8]? { try files.read(path(of: name)) }

    /// Writes a file in place of the one there may be; after a failure that one is still there.
    mutating func replace(_ name: String, with bytes: [UInt8]) throws(FileFault) {
        if !isSafe {
            try makeDirectory()
            try removeLeftovers(of: name) { !$0.hasPrefix("\(boot)-") }
            isSafe = true
        }
        let target = path(of: name)
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        let temporary = "\(target).\(boot)-\(number)\(Self.ending)"
        do throws(FileFault) {
            try files.create(temporary, bytes)
            try files.sync(temporary)
            try files.rename(temporary, to: target)
        } catch {
            // What failed first is the one to tell of; the next program that writes this file removes what is left.
            try? files.remove(temporary)
            throw error
        }
        try files.sync(path)
    }

    /// Removes a file, and what interrupted programs have left of it; one that is not there is no error.
    func remove(_ name: String) throws(FileFault) {
        let names = try files.list(path)
        guard !names.isEmpty else { return }
        if names.contains(name) { try files.remove(path(of: name)) }
        try removeLeftovers(of: name) { _ in true }
        try files.sync(path)
    }

    /// Moves a file aside under a name that is free.
    ///
    /// - Returns: Its new path.
    func setAside(_ name: String) throws(FileFault) -> String {
        var number = 1
        while try read("\(name).damaged-\(number)") != nil { number += 1 }
        let target = path(of: "\(name).damaged-\(number)")
        try files.rename(path(of: name), to: target)
        try files.sync(path)
        return target
    }

    private func removeLeftovers(of name: String, where isLeft: (Substring) -> Bool) throws(FileFault) {
        for other in try files.list(path) where other.hasPrefix("\(name).") && other.hasSuffix(Self.ending) {
            let rest = other.dropFirst(name.count + 1).dropLast(Self.ending.count)
            // A further "." makes it a file of another name that begins with this one.
            if !rest.contains("."), isLeft(rest) { try files.remove(path(of: other)) }
        }
    }

    /// Makes the directory, and syncs each one above it: another program may have made them, and have been ended before
    /// it could sync them.
    private func makeDirectory() throws(FileFault) {
        let made = try files.makeDirectory(path)
        var child = path
        while let parent = Self.parent(of: child) {
            do throws(FileFault) {
                try files.sync(parent)
            } catch {
                // Who may not read a directory did not make anything in it: others saw to its durability.
                if made.contains(child) { throw error }
            }
            child = parent
        }
    }

    private static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension DurableDirectory {
    /// Makes a name for a file out of any text, short enough for every file system.
    ///
    /// - Parameter text: A text of characters that a name may have.
    /// - Returns: The text; a long one is cut, and its hash keeps it apart from others.
    static func fileName(_ text: String) -> String {
        guard text.utf8.count > 120 else { return text }
        let hash = hmac(.sha256, key: [], message: Array(text.utf8)).prefix(16)
        let digits = hash.map { byte in byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16) }
        return "\(text.prefix(80))~\(digits.joined())"
    }
}
