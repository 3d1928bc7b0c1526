import HTTPTransport
import XMLTree

/// One request before it has credentials: pure, tested alone.
struct FinesseRequest: Sendable {
    /// What is sent along.
    enum Body: Sendable {
        case none
        case element(XMLElement)
        case bytes([UInt8], type: String)
    }

    var operation: FinesseOperation
    var method: String
    /// Path segments below ``root``, not yet encoded.
    var path: [String]
    /// Fields of the query, not yet encoded.
    var query: [(name: String, value: String)] = []
    /// Further header fields, such as `Range`.
    var fields: [(name: String, value: String)] = []
    var body = Body.none
    /// What the path stands below.
    var root = "/finesse/api"
    /// The mark that the request carries; it is given when the request is sent, and kept when it is sent again.
    var requestID: RequestID?

    init(operation: FinesseOperation, method: String, path: [String], body: XMLElement? = nil) {
        self.operation = operation
        self.method = method
        self.path = path
        self.body = body.map(Body.element) ?? .none
    }

    /// Makes a request for a row of the index.
    ///
    /// - Parameters:
    ///   - api: The row.
    ///   - values: What stands in for the braces of its path, in order; there must be as many.
    ///   - object: What it is done to, for errors; the first value where it is not given.
    ///   - query: Fields of the query.
    ///   - fields: Further header fields.
    ///   - body: What is sent along.
    init(
        _ api: FinesseAPI,
        _ values: String...,
        object: String? = nil,
        query: [(name: String, value: String)] = [],
        fields: [(name: String, value: String)] = [],
        body: Body = .none
    ) {
        operation = .call(api, of: object ?? values.first)
        method = api.method
        var left = values[...]
        path = api.path.split(separator: "/").map { part in
            part.hasPrefix("{") ? left.popFirst() ?? "" : String(part)
        }
        if api.path.hasPrefix("/") { root = "" }
        self.query = query
        self.fields = fields
        self.body = body
    }

    /// Whether it changes something, and so carries a mark and keeps its turn.
    var isChange: Bool { method != "GET" }

    /// The object that is changed: of two requests with the same one the second waits for the first.
    var object: String { path.joined(separator: "/") }

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
        var request = HTTPRequest(method: method, origin: origin, target: root, deadline: deadline)
        for segment in path {
            guard let encoded = PathSegment.encode(segment) else {
                throw .invalidRequest(call, reason: "a name or an id in its address is empty or only dots")
            }
            request.target += "/" + encoded
        }
        if !query.isEmpty { request.target += "?" + query.map(Self.encoded).joined(separator: "&") }
        request.maximumBodyLength = FinesseClient.maximumAnswerLength
        request.fields.append("Accept", "application/xml")
        if let authorization { request.fields.append("Authorization", authorization) }
        if isChange, let requestID { request.fields.append("requestId", requestID.rawValue) }
        for (name, value) in fields { request.fields.append(name, value) }
        switch body {
        case .none:
            break
        case .element(let element):
            request.fields.append("Content-Type", "application/xml")
            do {
                request.body = try XMLTree.serialize(element)
            } catch {
                throw .invalidRequest(call, reason: "a value cannot be written as XML (\(error))")
            }
        case .bytes(let bytes, let type):
            request.fields.append("Content-Type", type)
            request.body = bytes
        }
        return request
    }

    private static func encoded(_ field: (name: String, value: String)) -> String {
        PathSegment.encodeValue(field.name) + "=" + PathSegment.encodeValue(field.value)
    }
}
