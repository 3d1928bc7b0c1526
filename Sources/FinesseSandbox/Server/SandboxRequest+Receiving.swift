internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

// Between the server library's types and the sandbox's own.

extension SandboxRequest {
    /// Takes a request in, with its body up to a limit.
    mutating func receive(_ request: Request, upTo limit: Int) async {
        headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        do {
            body = Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            bodyFault = .tooLarge
        } catch {
            bodyFault = .unreadable
        }
    }
}

extension HTTPFields {
    /// The header fields of an answer; what has no name that HTTP knows is left out.
    init(_ headers: [(name: String, value: String)]) {
        self.init()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            append(HTTPField(name: name, value: value))
        }
    }
}
