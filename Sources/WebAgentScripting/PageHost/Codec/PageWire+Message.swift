extension PageMessage: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .wish(let value):
            writer.byte(0)
            writer.write(value)
        case .ask(let value):
            writer.byte(1)
            writer.write(value)
        case .done(let value):
            writer.byte(2)
            writer.write(value)
        case .frameAsk(let document, let value):
            writer.byte(3)
            writer.write(document, value)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .wish(try reader.read())
        case 1: self = .ask(try reader.read())
        case 2: self = .done(try reader.read())
        case 3: self = .frameAsk(try reader.read(), try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}

extension PageWish: PageWire {
    func write(to writer: inout PageWireWriter) {
        switch self {
        case .navigate(let value):
            writer.byte(0)
            writer.write(value)
        case .submit(let value):
            writer.byte(1)
            writer.write(value)
        case .refresh(let milliseconds, let url):
            writer.byte(2)
            writer.write(milliseconds, url)
        case .addressChanged(let url, let replaced):
            writer.byte(3)
            writer.write(url, replaced)
        case .openWindow(let url, let target):
            writer.byte(4)
            writer.write(url, target)
        case .console(let first, let second):
            writer.byte(5)
            writer.write(first, second)
        case .dialog(let first, let text):
            writer.byte(6)
            writer.write(first, text)
        case .scriptRun(let value):
            writer.byte(7)
            writer.write(value)
        case .scriptError(let value):
            writer.byte(8)
            writer.write(value)
        case .missingInterface(let name):
            writer.byte(9)
            writer.write(name)
        case .referrerPolicy(let document, let policy):
            writer.byte(10)
            writer.write(document, policy)
        case .blocked(let url, let reason):
            writer.byte(11)
            writer.write(url, reason)
        }
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        switch try reader.byte() {
        case 0: self = .navigate(try reader.read())
        case 1: self = .submit(try reader.read())
        case 2: self = .refresh(milliseconds: try reader.read(), url: try reader.read())
        case 3: self = .addressChanged(url: try reader.read(), replaced: try reader.read())
        case 4: self = .openWindow(url: try reader.read(), target: try reader.read())
        case 5: self = .console(try reader.read(), try reader.read())
        case 6: self = .dialog(try reader.read(), text: try reader.read())
        case 7: self = .scriptRun(try reader.read())
        case 8: self = .scriptError(try reader.read())
        case 9: self = .missingInterface(name: try reader.read())
        case 10: self = .referrerPolicy(try reader.read(), policy: try reader.read())
        case 11: self = .blocked(url: try reader.read(), reason: try reader.read())
        case let tag: throw .unknownCase(tag)
        }
    }
}
