internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Sends answers out, whole or in the ways in which they may be broken.
enum AnswerWriter {
    /// The connection was ended on purpose; the server library must not go on with it.
    struct ConnectionEnded: Error {}

    /// Sends an answer.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - date: The value of the `Date` field.
    ///   - isHead: Whether only the head is wanted.
    ///   - writer: Where it goes.
    ///   - channel: The connection.
    /// - Throws: ``ConnectionEnded`` where the answer ends the connection; what writing throws when the client is gone.
    @concurrent
    static func write(
        _ answer: SandboxAnswer,
        date: String,
        isHead: Bool,
        to writer: consuming ResponseWriter,
        _ channel: any Channel
    ) async throws {
        switch answer.delivery {
        case .reset: return try end(channel, .reset)
        case .hangUp: return try end(channel, .end)
        case .malformedHead:
            try await channel.eventLoop.submit {
                try channel.pipeline.syncOperations.handler(type: RawWriter.self)
                    .write("HTTP/1.1 what \(answer.status)\u{0}\r\nno header\r\n\r\n" + answer.text)
            }.get()
            return try end(channel, .end)
        case .whole, .truncated, .drip: break
        }
        let head = head(of: answer, date: date)
        guard !isHead else { return try await writer.write(response: head, body: ResponseBody()) }
        switch (answer.delivery, answer.body) {
        case (.truncated(let length), .bytes(let bytes)) where length < bytes.count:
            var body = try await writer.writeHead(head)
            try await body.write(ByteBuffer(bytes: bytes.prefix(length)))
            // What was written before reaches the connection before this does.
            try await channel.eventLoop.submit {}.get()
            try end(channel, .end)
        case (.drip(let length, let wait), .bytes(let bytes)):
            var body = try await writer.writeHead(head)
            for start in stride(from: 0, to: bytes.count, by: length) {
                await wait()
                try await body.write(ByteBuffer(bytes: bytes[start..<min(start + length, bytes.count)]))
            }
            try await body.finish(nil)
        case (_, .bytes(let bytes)):
            try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case (_, .repeated(let prefix, let chunk, let count)):
            // Written piece by piece, so that a slow client fills no memory.
            var body = try await writer.writeHead(head)
            try await body.write(ByteBuffer(bytes: prefix))
            let chunk = ByteBuffer(bytes: chunk)
            for _ in 0..<count { try await body.write(chunk) }
            try await body.finish(nil)
        }
    }

    private static func head(of answer: SandboxAnswer, date: String) -> HTTPResponse {
        var fields = HTTPFields(answer.headers)
        fields[.date] = date
        if case .bytes(let bytes) = answer.body { fields[.contentLength] = String(bytes.count) }
        return HTTPResponse(status: .init(code: answer.status), headerFields: fields)
    }

    private static func end(_ channel: any Channel, _ cut: ConnectionValve.Cut) throws {
        OpenConnections.cut(channel, cut)
        throw ConnectionEnded()
    }
}
