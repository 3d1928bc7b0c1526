extension PageAsk: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .readCookies: writer.byte(0)
        case .writeCookie(let value):
            writer.byte(1)
            writer.write(value)
        case .loadScript(let url, let crossOrigin, let referrerPolicy):
            writer.byte(2)
            writer.write(url, crossOrigin, referrerPolicy)
        case .request(let value):
            writer.byte(3)
            writer.write(value)
        case .storage(let first, let second):
            writer.byte(4)
            writer.write(first, second)
        case .randomBytes(let count):
            writer.byte(5)
            writer.write(count)
        case .loadFrame(let value):
            writer.byte(6)
            writer.write(value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .readCookies
        case 1: self = .writeCookie(try reader.read())
        case 2:
            self = .loadScript(
                url: try reader.read(),
                crossOrigin: try reader.read(),
                referrerPolicy: try reader.read()
            )
        case 3: self = .request(try reader.read())
        case 4: self = .storage(try reader.read(), try reader.read())
        case 5: self = .randomBytes(count: try reader.read())
        case 6: self = .loadFrame(try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension StorageOperation: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .keys: writer.byte(0)
        case .get(let key):
            writer.byte(1)
            writer.write(key)
        case .set(let key, let value):
            writer.byte(2)
            writer.write(key, value)
        case .remove(let key):
            writer.byte(3)
            writer.write(key)
        case .clear: writer.byte(4)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .keys
        case 1: self = .get(key: try reader.read())
        case 2: self = .set(key: try reader.read(), value: try reader.read())
        case 3: self = .remove(key: try reader.read())
        case 4: self = .clear
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension StorageArea: PageWire {}
