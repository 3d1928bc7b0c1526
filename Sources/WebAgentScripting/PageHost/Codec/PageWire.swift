/// A value that has a byte form in a ``PageFrame``.
protocol PageWire {
    func write(to writer: inout PageWireWriter)
    init(from reader: inout PageWireReader) throws(PageCodecError)
}

/// Puts values into a frame, one after the other.
struct PageWireWriter {
    var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func write(_ values: (any PageWire)...) {
        for value in values { value.write(to: &self) }
    }

    /// Writes a number that is not negative in groups of seven bits, the least significant first.
    mutating func count(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Takes values out of a frame, one after the other.
struct PageWireReader {
    let bytes: [UInt8]
    var position: Int

    var remaining: Int { bytes.count - position }

    mutating func byte() throws(PageCodecError) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    /// Reads what ``PageWireWriter/count(_:)`` wrote; a number in more bytes than it takes is refused, so that a message has
    /// one byte form.
    mutating func count() throws(PageCodecError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 63 || next <= 1, shift == 0 || next > 0 else { throw .invalidNumber }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// Reads the length of something of which each part takes at least one byte.
    mutating func length() throws(PageCodecError) -> Int {
        let value = try count()
        guard value <= UInt64(remaining) else { throw .truncated }
        return Int(value)
    }

    mutating func slice() throws(PageCodecError) -> ArraySlice<UInt8> {
        let length = try length()
        defer { position += length }
        return bytes[position..<position + length]
    }

    mutating func read<Value: PageWire>(_ type: Value.Type = Value.self) throws(PageCodecError) -> Value {
        try Value(from: &self)
    }
}
