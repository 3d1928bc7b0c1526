extension PageOrder: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .open(let value):
            writer.byte(0)
            writer.write(value)
        case .fill(let first, let second):
            writer.byte(1)
            writer.write(first, second)
        case .click(let value):
            writer.byte(2)
            writer.write(value)
        case .submit(let value):
            writer.byte(3)
            writer.write(value)
        case .evaluate(let value):
            writer.byte(4)
            writer.write(value)
        case .advance(let milliseconds):
            writer.byte(5)
            writer.write(milliseconds)
        case .describe: writer.byte(6)
        case .close: writer.byte(7)
        case .locate(let value):
            writer.byte(8)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .open(try reader.read())
        case 1: self = .fill(try reader.read(), try reader.read())
        case 2: self = .click(try reader.read())
        case 3: self = .submit(try reader.read())
        case 4: self = .evaluate(try reader.read())
        case 5: self = .advance(milliseconds: try reader.read())
        case 6: self = .describe
        case 7: self = .close
        case 8: self = .locate(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension ControlTarget: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .role(let value):
            writer.byte(0)
            writer.write(value)
        case .selector(let value):
            writer.byte(1)
            writer.write(value)
        case .name(let value):
            writer.byte(2)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .role(try reader.read())
        case 1: self = .selector(try reader.read())
        case 2: self = .name(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension PageControlRole: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .username: writer.byte(0)
        case .password: writer.byte(1)
        case .oneTimeCode: writer.byte(2)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .username
        case 1: self = .password
        case 2: self = .oneTimeCode
        case let tag: throw .unknownCase(tag)
        }
    }
}
