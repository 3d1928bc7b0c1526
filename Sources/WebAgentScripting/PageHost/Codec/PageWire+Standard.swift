extension Bool: PageWire {
    func write(to writer: inout PageWireWriter) { writer.byte(self ? 1 : 0) }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        let tag = try reader.byte()
        guard tag <= 1 else { throw .unknownCase(tag) }
        self = tag == 1
    }
}

extension Int: PageWire {
    func write(to writer: inout PageWireWriter) {
        // Small negative numbers stay short: the sign is the lowest bit.
        writer.count(UInt64(bitPattern: Int64((self << 1) ^ (self >> (Int.bitWidth - 1)))))
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        let raw = try reader.count()
        guard let value = Int(exactly: Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)) else {
            throw .invalidNumber
        }
        self = value
    }
}

extension String: PageWire {
    func write(to writer: inout PageWireWriter) {
        let text = utf8
        writer.count(UInt64(text.count))
        writer.bytes.append(contentsOf: text)
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        guard let text = String(validating: try reader.slice(), as: UTF8.self) else { throw .invalidText }
        self = text
    }
}

extension [UInt8] {
    func writeBytes(to writer: inout PageWireWriter) {
        writer.count(UInt64(count))
        writer.bytes.append(contentsOf: self)
    }
}

/// Bytes as one run, rather than as a list of numbers.
struct PageWireBytes: PageWire {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func write(to writer: inout PageWireWriter) { bytes.writeBytes(to: &writer) }

    init(from reader: inout PageWireReader) throws(PageCodecError) { bytes = Array(try reader.slice()) }
}

extension Optional: PageWire where Wrapped: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case nil: writer.byte(0)
        case let value?:
            writer.byte(1)
            value.write(to: &writer)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        let isThere = try Bool(from: &reader)
        if isThere { self = try Wrapped(from: &reader) } else { self = nil }
    }
}

extension Array: PageWire where Element: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.count(UInt64(count))
        for element in self { element.write(to: &writer) }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        let length = try reader.length()
        self = []
        for _ in 0..<length { append(try Element(from: &reader)) }
    }
}

extension PageWire where Self: RawRepresentable, RawValue == UInt8 {
    func write(to writer: inout PageWireWriter) { writer.byte(rawValue) }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        let tag = try reader.byte()
        guard let value = Self(rawValue: tag) else { throw .unknownCase(tag) }
        self = value
    }
}
