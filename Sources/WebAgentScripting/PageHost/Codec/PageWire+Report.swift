extension PageReport: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            outcome,
            url,
            title,
            pageTime,
            nextTimer,
            timeLeft,
            droppedWishes,
            forms,
            text,
            value,
            document
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            outcome: reader.read(),
            url: reader.read(),
            title: reader.read(),
            pageTime: reader.read(),
            nextTimer: reader.read(),
            timeLeft: reader.read(),
            droppedWishes: reader.read(),
            forms: reader.read(),
            text: reader.read(),
            value: reader.read(),
            document: reader.read()
        )
    }
}

extension PageForm: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            id,
            name,
            method,
            action,
            enctype,
            controls,
            frame
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            id: reader.read(),
            name: reader.read(),
            method: reader.read(),
            action: reader.read(),
            enctype: reader.read(),
            controls: reader.read(),
            frame: reader.read()
        )
    }
}

extension PageControl: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            name,
            id,
            type,
            label,
            role,
            isFilled,
            isDisabled
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            name: reader.read(),
            id: reader.read(),
            type: reader.read(),
            label: reader.read(),
            role: reader.read(),
            isFilled: reader.read(),
            isDisabled: reader.read()
        )
    }
}
