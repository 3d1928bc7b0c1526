/// What a loopback server does with a connection after a request, one after the other.
package enum ServerStep: Sendable {
    /// Sends bytes as they are.
    case send([UInt8])
    /// Sends a byte again and again, some milliseconds apart, until the connection is closed.
    case drip(UInt8, everyMilliseconds: Int64)
    /// Closes the connection in order.
    case close
    /// Closes the connection without the goodbye of TLS.
    case cut
    /// Resets the connection (TCP RST).
    case reset
    /// Does nothing more; the connection stays open.
    case hang

    /// Sends text as UTF-8.
    package static func text(_ text: String) -> ServerStep { .send(Array(text.utf8)) }

    /// Sends a whole response with its length.
    ///
    /// - Parameters:
    ///   - status: The status code.
    ///   - fields: Field lines, without their ends.
    ///   - body: The body, sent as it is.
    /// - Returns: The step.
    package static func response(_ status: Int = 200, fields: [String] = [], body: [UInt8] = []) -> ServerStep {
        let head = ["HTTP/1.1 \(status) Whatever"] + fields + ["Content-Length: \(body.count)", "", ""]
        return .send(Array(head.joined(separator: "\r\n").utf8) + body)
    }

    /// Sends a whole response of text with its length.
    ///
    /// - Parameters:
    ///   - status: The status code.
    ///   - fields: Field lines, without their ends.
    ///   - text: The body.
    /// - Returns: The step.
    package static func response(_ status: Int = 200, fields: [String] = [], text: String) -> ServerStep {
        response(status, fields: fields, body: Array(text.utf8))
    }
}
