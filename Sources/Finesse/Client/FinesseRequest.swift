import HTTPTransport
import XMLTree

/// One request before it has credentials: pure, tested alone.
struct FinesseRequest: Sendable {
    var operation: FinesseOperation
    var method: String
    /// Path segments below `/finesse/api`, not yet encoded.
    var path: [String]
    var body: XMLElement?

    /// Turns the request into an exchange.
    ///
    /// - Throws: ``FinesseError/invalidRequest(_:reason:)`` when a segment is empty, `.` or `..`, or when a value has a
    ///   character that XML cannot carry.
    func exchange(
        with origin: HTTPOrigin,
        authorization: String?,
        deadline: Duration
    ) throws(FinesseError) -> HTTPRequest {
        let call = FinesseCall(origin: origin, operation: operation)
        var request = HTTPRequest(method: method, origin: origin, target: "/finesse/api", deadline: deadline)
        for segment in path {
            guard let encoded = PathSegment.encode(segment) else {
                throw .invalidRequest(call, reason: "the user's name is empty or only dots")
            }
            request.target += "/" + encoded
        }
        request.maximumBodyLength = FinesseClient.maximumAnswerLength
        request.fields.append("Accept", "application/xml")
        if let authorization { request.fields.append("Authorization", authorization) }
        guard let body else { return request }
        request.fields.append("Content-Type", "application/xml")
        do {
            request.body = try XMLTree.serialize(body)
        } catch {
            throw .invalidRequest(call, reason: "a value cannot be written as XML (\(error))")
        }
        return request
    }
}
