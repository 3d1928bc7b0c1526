extension PageSource: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            url,
            PageWireBytes(body),
            contentType,
            referrer,
            runsScripts,
            parsesAsScripting,
            navigator,
            historyLength,
            multipartBoundary,
            limits
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            url: reader.read(),
            body: reader.read(PageWireBytes.self).bytes,
            contentType: reader.read(),
            referrer: reader.read(),
            runsScripts: reader.read(),
            parsesAsScripting: reader.read(),
            navigator: reader.read(),
            historyLength: reader.read(),
            multipartBoundary: reader.read(),
            limits: reader.read()
        )
    }
}

extension NavigatorFacts: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            userAgent,
            languages,
            platform
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            userAgent: reader.read(),
            languages: reader.read(),
            platform: reader.read()
        )
    }
}

extension PageLimits: PageWire {
    func write(to writer: inout PageWireWriter) {
        writer.write(
            taskMilliseconds,
            scriptMilliseconds,
            tasks,
            timers,
            nodes,
            wishesPerOrder,
            frames,
            frameDepth
        )
    }

    init(from reader: inout PageWireReader) throws(PageCodecError) {
        try self.init(
            taskMilliseconds: reader.read(),
            scriptMilliseconds: reader.read(),
            tasks: reader.read(),
            timers: reader.read(),
            nodes: reader.read(),
            wishesPerOrder: reader.read(),
            frames: reader.read(),
            frameDepth: reader.read()
        )
    }
}
