extension PageHeader: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            name,
            value
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            name: reader.read(),
            value: reader.read()
        )
    }
}

extension PageRequest: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            method,
            url,
            headers,
            body.map(PageWireBytes.init),
            credentials,
            redirect,
            mode
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            method: reader.read(),
            url: reader.read(),
            headers: reader.read(),
            body: reader.read(PageWireBytes?.self)?.bytes,
            credentials: reader.read(),
            redirect: reader.read(),
            mode: reader.read()
        )
    }
}

extension PageResponse: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            url,
            status,
            headers,
            PageWireBytes(body),
            redirected,
            kind
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            url: reader.read(),
            status: reader.read(),
            headers: reader.read(),
            body: reader.read(PageWireBytes.self).bytes,
            redirected: reader.read(),
            kind: reader.read()
        )
    }
}

extension PageRequest.Credentials: PageWire {}

extension PageRequest.Redirect: PageWire {}

extension PageRequest.Mode: PageWire {}

extension PageResponse.Kind: PageWire {}
