/// Cookie records as bytes, with a version in front.
///
/// The bytes hold the cookies' values: whoever keeps them keeps secrets.
public enum CookieArchive {
    /// The version this code writes, and the only one it reads.
    public static let version: UInt8 = 1

    private static let mark = Array("cookies".utf8)

    /// Writes records.
    ///
    /// - Parameter records: the records, whose order is kept.
    /// - Returns: the bytes.
    public static func encode(_ records: [CookieRecord]) -> [UInt8] {
        var writer = ArchiveWriter(storage: mark + [version])
        writer.number(UInt64(records.count))
        for record in records { record.write(to: &writer) }
        return writer.storage
    }

    /// Reads records.
    ///
    /// - Parameter bytes: what ``encode(_:)`` wrote.
    /// - Returns: the records.
    /// - Throws: ``CookieArchiveError``.
    public static func decode(_ bytes: [UInt8]) throws(CookieArchiveError) -> [CookieRecord] {
        guard bytes.starts(with: mark) else { throw .malformed }
        var reader = ArchiveReader(rest: bytes[mark.count...])
        let found = try reader.byte()
        guard found == version else { throw .unknownVersion(found) }
        var records: [CookieRecord] = []
        for _ in 0..<(try reader.number()) { records.append(try CookieRecord(reading: &reader)) }
        guard reader.rest.isEmpty else { throw .malformed }
        return records
    }
}

/// Why bytes are no cookie archive that this code can read.
public enum CookieArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another version wrote it.
    case unknownVersion(UInt8)

    /// It is no archive, or part of one.
    case malformed

    /// What is wrong and what to do, in a sentence.
    public var description: String {
        switch self {
        case .unknownVersion(let version):
            "The kept cookies have version \(version), this program reads \(CookieArchive.version): sign in again."
        case .malformed: "The kept cookies are damaged: sign in again."
        }
    }
}

/// Writes numbers big-endian in eight bytes, and byte strings with their length in front.
struct ArchiveWriter {
    var storage: [UInt8]

    mutating func byte(_ value: UInt8) { storage.append(value) }

    mutating func number(_ value: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { storage.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func bytes(_ value: [UInt8]) {
        number(UInt64(value.count))
        storage += value
    }

    mutating func time(_ value: CookieTime) { number(UInt64(bitPattern: value.milliseconds)) }
}

/// Reads what ``ArchiveWriter`` wrote; never beyond the end.
struct ArchiveReader {
    var rest: ArraySlice<UInt8>

    mutating func byte() throws(CookieArchiveError) -> UInt8 {
        guard let first = rest.popFirst() else { throw .malformed }
        return first
    }

    mutating func number() throws(CookieArchiveError) -> UInt64 {
        var value: UInt64 = 0
        for _ in 0..<8 { value = value << 8 | UInt64(try byte()) }
        return value
    }

    mutating func bytes() throws(CookieArchiveError) -> [UInt8] {
        let count = try number()
        guard count <= UInt64(rest.count) else { throw .malformed }
        defer { rest = rest.dropFirst(Int(count)) }
        return Array(rest.prefix(Int(count)))
    }

    mutating func time() throws(CookieArchiveError) -> CookieTime {
        CookieTime(milliseconds: Int64(bitPattern: try number()))
    }
}
