import HTTPTransport

/// What the manifest states of a page's first request, in one notation for both sides.
struct NavigationFacts: CustomStringConvertible {
    var method: String
    var url: String
    var body: String?
    var contentType: String?
    var origin: String?
    var referer: String?

    /// What the browser asked for; no request where the manifest lists none.
    static func description(expected value: JSONValue?) -> String {
        value.map { NavigationFacts($0).description } ?? none
    }

    /// What stands for no request.
    static let none = "none"

    private init(_ value: JSONValue) {
        method = value["method"]?.string ?? "GET"
        url = value["url"]?.string ?? "no url"
        body = value["body"]?.string
        contentType = value["content_type"]?.string
        origin = value["origin"]?.string
        referer = value["referer"]?.string
    }

    /// What the agent asked for; a fragment is not part of a request.
    init(_ request: HTTPRequest) {
        method = request.method
        url = "\(request.origin)\(request.target)"
        body = request.body.map { String(decoding: $0, as: UTF8.self) }
        contentType = request.fields.text(named: "Content-Type")
        origin = request.fields.text(named: "Origin")
        referer = request.fields.text(named: "Referer")
    }

    /// All of them on one line; the boundary of a multipart body, which chance makes, under one name.
    var description: String {
        let facts =
            "\(method) \(url) \(contentType ?? "-") origin=\(origin ?? "-") referer=\(referer ?? "-") \(body ?? "-")"
        guard let mark = contentType?.split(separator: "boundary=", maxSplits: 1).last,
            contentType?.hasPrefix("multipart/") == true
        else { return facts }
        return facts.split(separator: String(mark), omittingEmptySubsequences: false).joined(separator: "BOUNDARY")
    }
}
