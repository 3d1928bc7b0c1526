extension PageOutcome: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .done: writer.byte(0)
        case .refused(let value):
            writer.byte(1)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .done
        case 1: self = .refused(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension PageRefusal: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .noPage: writer.byte(0)
        case .invalidAddress(let value):
            writer.byte(1)
            writer.write(value)
        case .notFound(let value):
            writer.byte(2)
            writer.write(value)
        case .invalidSelector(let value):
            writer.byte(3)
            writer.write(value)
        case .notFillable(let value):
            writer.byte(4)
            writer.write(value)
        case .disabled(let value):
            writer.byte(5)
            writer.write(value)
        case .noForm(let value):
            writer.byte(6)
            writer.write(value)
        case .passwordNotFilled: writer.byte(7)
        case .scriptFailed: writer.byte(8)
        case .stopped: writer.byte(9)
        case .protocolError(let value):
            writer.byte(10)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .noPage
        case 1: self = .invalidAddress(try reader.read())
        case 2: self = .notFound(try reader.read())
        case 3: self = .invalidSelector(try reader.read())
        case 4: self = .notFillable(try reader.read())
        case 5: self = .disabled(try reader.read())
        case 6: self = .noForm(try reader.read())
        case 7: self = .passwordNotFilled
        case 8: self = .scriptFailed
        case 9: self = .stopped
        case 10: self = .protocolError(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension PageCodecError: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .truncated: writer.byte(0)
        case .tooLong(let value):
            writer.byte(1)
            writer.write(value)
        case .unknownVersion(let value):
            writer.byte(2)
            writer.write(value)
        case .unexpectedKind(let value):
            writer.byte(3)
            writer.write(value)
        case .unknownCase(let value):
            writer.byte(4)
            writer.write(value)
        case .invalidText: writer.byte(5)
        case .invalidNumber: writer.byte(6)
        case .trailingBytes(let value):
            writer.byte(7)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .truncated
        case 1: self = .tooLong(try reader.read())
        case 2: self = .unknownVersion(try reader.read())
        case 3: self = .unexpectedKind(try reader.read())
        case 4: self = .unknownCase(try reader.read())
        case 5: self = .invalidText
        case 6: self = .invalidNumber
        case 7: self = .trailingBytes(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension UInt8: PageWire {
    func write(to writer: inout PageWireWriter) { writer.byte(self) }

    init(from reader: inout PageWireReader) throws(PageCodecError) { self = try reader.byte() }
}
