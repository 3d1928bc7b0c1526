extension PageNavigation: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            url,
            kind,
            userActivated,
            target,
            frame,
            referrerPolicy
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            url: reader.read(),
            kind: reader.read(),
            userActivated: reader.read(),
            target: reader.read(),
            frame: reader.read(),
            referrerPolicy: reader.read()
        )
    }
}

extension PageSubmission: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            method,
            url,
            contentType,
            PageWireBytes(body),
            entryNames,
            userActivated,
            hasPasswordField,
            target,
            replacesEntry,
            frame,
            referrerPolicy
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            method: reader.read(),
            url: reader.read(),
            contentType: reader.read(),
            body: reader.read(PageWireBytes.self).bytes,
            entryNames: reader.read(),
            userActivated: reader.read(),
            hasPasswordField: reader.read(),
            target: reader.read(),
            replacesEntry: reader.read(),
            frame: reader.read(),
            referrerPolicy: reader.read()
        )
    }
}

extension ScriptRun: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            source,
            isInline,
            length,
            outcome
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            source: reader.read(),
            isInline: reader.read(),
            length: reader.read(),
            outcome: reader.read()
        )
    }
}

extension ScriptFailure: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            kind,
            message,
            source,
            line
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            kind: reader.read(),
            message: reader.read(),
            source: reader.read(),
            line: reader.read()
        )
    }
}

extension PageNavigation.Kind: PageWire {}

extension PageSubmission.Method: PageWire {}

extension ScriptRun.Outcome: PageWire {}

extension ScriptFailure.Kind: PageWire {}

extension ConsoleLevel: PageWire {}

extension PageDialog: PageWire {}
