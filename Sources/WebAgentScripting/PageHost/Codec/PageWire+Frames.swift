extension FrameRequest: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            container,
            method,
            url,
            contentType,
            PageWireBytes(body),
            userActivated,
            hasPasswordField,
            referrerPolicy,
            isOfFrameset
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            container: reader.read(),
            method: reader.read(),
            url: reader.read(),
            contentType: reader.read(),
            body: reader.read(PageWireBytes.self).bytes,
            userActivated: reader.read(),
            hasPasswordField: reader.read(),
            referrerPolicy: reader.read(),
            isOfFrameset: reader.read()
        )
    }
}

extension FrameDocument: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            number,
            url,
            contentType,
            isPage,
            PageWireBytes(body),
            referrer,
            sandbox,
            refresh
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            number: reader.read(),
            url: reader.read(),
            contentType: reader.read(),
            isPage: reader.read(),
            body: reader.read(PageWireBytes.self).bytes,
            referrer: reader.read(),
            sandbox: reader.read(),
            refresh: reader.read()
        )
    }
}

extension AskingDocument: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(number, isOpaque)
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(number: reader.read(), isOpaque: reader.read())
    }
}

extension FrameInitiator: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(document, isLetBySandbox, wasActivated)
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(document: reader.read(), isLetBySandbox: reader.read(), wasActivated: reader.read())
    }
}
