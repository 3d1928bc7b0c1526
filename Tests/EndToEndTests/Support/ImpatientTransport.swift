import HTTPTransport

/// Gives one host less time than the others have.
struct ImpatientTransport: HTTPTransport {
    var inner: any HTTPTransport
    var host: String
    var deadline: Duration

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        var request = request
        if request.origin.host == host { request.deadline = min(request.deadline, deadline) }
        return try await inner.perform(request)
    }
}
