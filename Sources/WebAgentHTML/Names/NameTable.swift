/// The identity of an interned element name within one ``Document``.
struct NameID: Hashable {
    var index: UInt32

    /// The known name this is, or ``Tag/unknown``.
    var tag: Tag {
        index <= UInt32(Tag.last.rawValue) ? Tag(rawValue: UInt8(truncatingIfNeeded: index)) ?? .unknown : .unknown
    }

    init(index: UInt32) {
        self.index = index
    }

    init(_ tag: Tag) {
        index = UInt32(tag.rawValue)
    }
}

/// The hash of a name, made byte by byte.
struct NameHash: Equatable {
    private(set) var value: UInt32 = 2_166_136_261

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt32(byte)) &* 16_777_619
    }
}

/// Interned names: equal names have equal identities, and the known ones have the number of their ``Tag``.
///
/// An open-addressing hash table over the names' UTF-8 bytes; a look-up allocates nothing.
struct NameTable {
    private struct Entry {
        var hash: NameHash
        var start: Int
        var count: Int
    }

    private static let prototype = NameTable(known: Tag.names)

    private var names: [String] = []
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var buckets: [UInt32] = Array(repeating: 0, count: 512)

    /// A table that holds the known names.
    init() {
        self = Self.prototype
    }

    private init(known: [String]) {
        for name in known { _ = intern(name) }
    }

    /// The text of a name.
    subscript(_ id: NameID) -> String {
        names[Int(id.index)]
    }

    /// The identity of a name.
    mutating func intern(_ name: String) -> NameID {
        intern(Array(name.utf8))
    }

    /// The identity of a name given as UTF-8 bytes.
    mutating func intern(_ utf8: [UInt8]) -> NameID {
        var hash = NameHash()
        for byte in utf8 { hash.add(byte) }
        return find(utf8, utf8.indices, hash) { $0 } ?? add(utf8, hash)
    }

    /// The identity that part of the input has in lower case.
    ///
    /// - Parameters:
    ///   - input: bytes in any case.
    ///   - range: where the name stands in them.
    ///   - hash: the hash of the name in lower case.
    /// - Returns: the identity of the name in lower case.
    mutating func internLowercased(_ input: [UInt8], _ range: Range<Int>, _ hash: NameHash) -> NameID {
        find(input, range, hash, ASCII.lowercased) ?? add(input[range].map(ASCII.lowercased), hash)
    }

    @inline(__always)
    private func find(
        _ input: [UInt8],
        _ range: Range<Int>,
        _ hash: NameHash,
        _ transform: (UInt8) -> UInt8
    ) -> NameID? {
        let mask = buckets.count - 1
        var slot = Int(hash.value) & mask
        while buckets[slot] != 0 {
            let index = Int(buckets[slot] - 1)
            let entry = entries[index]
            if entry.hash == hash, entry.count == range.count {
                var offset = 0
                while offset < entry.count, transform(input[range.lowerBound + offset]) == bytes[entry.start + offset] {
                    offset += 1
                }
                if offset == entry.count { return NameID(index: UInt32(truncatingIfNeeded: index)) }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func add(_ utf8: [UInt8], _ hash: NameHash) -> NameID {
        let index = UInt32(names.count)
        names.append(String(decoding: utf8, as: UTF8.self))
        entries.append(Entry(hash: hash, start: bytes.count, count: utf8.count))
        bytes += utf8
        if names.count * 2 > buckets.count { grow() } else { place(index) }
        return NameID(index: index)
    }

    private mutating func grow() {
        buckets = Array(repeating: 0, count: buckets.count * 2)
        for index in 0..<UInt32(names.count) { place(index) }
    }

    private mutating func place(_ index: UInt32) {
        let mask = buckets.count - 1
        var slot = Int(entries[Int(index)].hash.value) & mask
        while buckets[slot] != 0 { slot = (slot + 1) & mask }
        buckets[slot] = index + 1
    }
}
