/// The identity of an interned element name within one ``Document``.
struct NameID: Hashable {
    var index: UInt32

    /// The known name this is, or ``Tag/unknown``.
    var tag: Tag {
        index < UInt32(NameTable.knownCount) ? Tag(rawValue: UInt8(truncatingIfNeeded: index)) ?? .unknown : .unknown
    }

    init(index: UInt32) {
        self.index = index
    }

    init(_ tag: Tag) {
        index = UInt32(tag.rawValue)
    }
}

/// Interned names: equal names have equal identities, and the known ones have the number of their ``Tag``.
///
/// An open-addressing hash table over the names' UTF-8 bytes; a look-up allocates nothing.
struct NameTable {
    static let knownCount = Tag.allCases.count
    private static let prototype = NameTable(known: Tag.names)

    private var names: [String] = []
    private var hashes: [UInt32] = []
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var buckets: [UInt32] = Array(repeating: 0, count: 512)

    /// A table that holds the known names.
    init() {
        self = Self.prototype
    }

    private init(known: [String]) {
        for name in known {
            let utf8 = Array(name.utf8)
            add(name, utf8: utf8[...], hash: Self.hash(utf8[...]))
        }
    }

    /// The text of a name.
    subscript(_ id: NameID) -> String {
        names[Int(id.index)]
    }

    /// The identity of a name given as UTF-8 bytes.
    mutating func intern(_ utf8: ArraySlice<UInt8>) -> NameID {
        let hash = Self.hash(utf8)
        if let found = find(utf8, hash: hash) { return found }
        return add(String(decoding: utf8, as: UTF8.self), utf8: utf8, hash: hash)
    }

    /// The identity of a name.
    mutating func intern(_ name: String) -> NameID {
        intern(Array(name.utf8)[...])
    }

    private func find(_ utf8: ArraySlice<UInt8>, hash: UInt32) -> NameID? {
        let mask = buckets.count - 1
        var slot = Int(hash) & mask
        while buckets[slot] != 0 {
            let index = Int(buckets[slot] - 1)
            if hashes[index] == hash, matches(index, utf8) { return NameID(index: UInt32(index)) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func matches(_ index: Int, _ utf8: ArraySlice<UInt8>) -> Bool {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        guard Int(ends[index]) - start == utf8.count else { return false }
        var position = start
        for byte in utf8 {
            if bytes[position] != byte { return false }
            position += 1
        }
        return true
    }

    @discardableResult
    private mutating func add(_ name: String, utf8: ArraySlice<UInt8>, hash: UInt32) -> NameID {
        let index = UInt32(names.count)
        names.append(name)
        hashes.append(hash)
        bytes.append(contentsOf: utf8)
        ends.append(UInt32(bytes.count))
        if names.count * 2 > buckets.count { grow() } else { place(index) }
        return NameID(index: index)
    }

    private mutating func grow() {
        buckets = Array(repeating: 0, count: buckets.count * 2)
        for index in 0..<UInt32(names.count) { place(index) }
    }

    private mutating func place(_ index: UInt32) {
        let mask = buckets.count - 1
        var slot = Int(hashes[Int(index)]) & mask
        while buckets[slot] != 0 { slot = (slot + 1) & mask }
        buckets[slot] = index + 1
    }

    private static func hash(_ utf8: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
