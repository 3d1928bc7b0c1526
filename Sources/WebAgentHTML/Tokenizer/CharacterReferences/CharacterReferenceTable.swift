/// The named character references, ready for looking up the longest name at a place.
struct CharacterReferenceTable {
    static let shared = CharacterReferenceTable(NamedCharacters.data)

    private var names: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var first: [UInt32] = []
    private var second: [UInt32] = []
    /// For each ASCII letter, the names that begin with it.
    private var ranges: [Range<Int>] = Array(repeating: 0..<0, count: 128)

    /// What looking up the names at a place gave.
    enum Match {
        /// Whether there is a match depends on bytes that are not there yet.
        case undecided
        case none
        /// The longest name is so long; its characters are UTF-8.
        case found(length: Int, characters: [UInt8])
    }

    private init(_ data: String) {
        var isName = true
        for field in data.utf8.split(separator: UInt8(ascii: " ")) {
            if isName { addName(field) } else { addValue(field) }
            isName.toggle()
        }
    }

    private mutating func addName(_ name: some Collection<UInt8>) {
        if let letter = name.first {
            let index = starts.count - 1
            let range = ranges[Int(letter)]
            ranges[Int(letter)] = range.isEmpty ? index..<(index + 1) : range.lowerBound..<(index + 1)
        }
        names.append(contentsOf: name)
        starts.append(UInt32(names.count))
    }

    private mutating func addValue(_ value: some Collection<UInt8>) {
        let codes = value.split(separator: UInt8(ascii: "+")).map { digits in
            digits.reduce(UInt32(0)) { $0 * 16 + (ASCII.hexValue($1) ?? 0) }
        }
        first.append(codes.first ?? 0)
        second.append(codes.count > 1 ? codes[1] : 0)
    }

    /// Looks up the longest name that stands at a place.
    ///
    /// - Parameters:
    ///   - bytes: the input.
    ///   - start: the place after the ampersand.
    ///   - limit: the end of what may be read.
    ///   - isLast: whether nothing will follow `limit`.
    /// - Returns: the longest name, or why there is none.
    func longestMatch(in bytes: [UInt8], from start: Int, to limit: Int, isLast: Bool) -> Match {
        guard start < limit else { return isLast ? .none : .undecided }
        guard bytes[start] < 128 else { return .none }
        var candidates = ranges[Int(bytes[start])]
        var found: Int?
        var length = 1
        while !candidates.isEmpty {
            if nameLength(candidates.lowerBound) == length { found = candidates.lowerBound }
            guard start + length < limit else {
                if !isLast, nameLength(candidates.upperBound - 1) > length { return .undecided }
                break
            }
            candidates = narrow(candidates, byte: bytes[start + length], at: length)
            length += 1
        }
        guard let found else { return .none }
        return .found(length: nameLength(found), characters: characters(of: found))
    }

    private func nameLength(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

    private func characters(of index: Int) -> [UInt8] {
        var text = UTF8Bytes.encode(first[index])
        if second[index] != 0 { text += UTF8Bytes.encode(second[index]) }
        return text
    }

    /// The candidates whose byte at an offset is the one given; shorter names sort first and drop out.
    private func narrow(_ candidates: Range<Int>, byte: UInt8, at offset: Int) -> Range<Int> {
        let lower = partition(candidates) { $0 < Int(byte) }
        let upper = partition(lower..<candidates.upperBound) { $0 <= Int(byte) }
        return lower..<upper

        func partition(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = (low + high) / 2
                let value = nameLength(middle) > offset ? Int(names[Int(starts[middle]) + offset]) : -1
                if isBefore(value) { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

/// Code points as UTF-8.
enum UTF8Bytes {
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    static func encode(_ code: UInt32) -> [UInt8] {
        guard let scalar = Unicode.Scalar(code) else { return replacement }
        return Array(Unicode.UTF8.encode(scalar).map(Array.init) ?? replacement)
    }
}
