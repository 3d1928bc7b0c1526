extension PageAnswer: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .acknowledged: writer.byte(0)
        case .text(let value):
            writer.byte(1)
            writer.write(value)
        case .absent: writer.byte(2)
        case .keys(let value):
            writer.byte(3)
            writer.write(value)
        case .bytes(let value):
            writer.byte(4)
            writer.write(PageWireBytes(value))
        case .response(let value):
            writer.byte(5)
            writer.write(value)
        case .failed(let value):
            writer.byte(6)
            writer.write(value)
        case .frame(let value):
            writer.byte(7)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .acknowledged
        case 1: self = .text(try reader.read())
        case 2: self = .absent
        case 3: self = .keys(try reader.read())
        case 4: self = .bytes(try reader.read(PageWireBytes.self).bytes)
        case 5: self = .response(try reader.read())
        case 6: self = .failed(try reader.read())
        case 7: self = .frame(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}
