/// The form of a HAR file in what a picture needs; all else may be missing.
///
/// Source: HAR 1.2. Departure: what is not needed is not asked for, since files of browsers differ.
struct HARFileForm: Decodable {
    struct Log: Decodable {
        var creator: Creator?
        var entries: [Entry]
        var command: String?
        var walls: [String]?
        var outcome: TracedOutcome?
        var dropped: Int?

        enum CodingKeys: String, CodingKey {
            case dropped = "_dropped"
            case creator, entries
            case command = "_command"
            case walls = "_walls"
            case outcome = "_outcome"
        }
    }

    struct Creator: Decodable {
        var name: String?
        var version: String?
    }

    struct Entry: Decodable {
        var startedDateTime: String?
        var time: Double?
        var request: Request
        var response: Response
        var serverIPAddress: String?
        var party: TraceParty?
        var step: String?
        var purpose: String?
        var cookies: [TracedCookie]?
        var saml: TracedMessage?
        var page: TracedPage?
        var notes: [TracedNote]?
        var connection: TracedConnection?
        var pending: Bool?
        /// What Chromium says the request was for.
        var resourceType: String?

        enum CodingKeys: String, CodingKey {
            case startedDateTime, time, request, response, serverIPAddress
            case party = "_party"
            case step = "_step"
            case purpose = "_purpose"
            case cookies = "_cookies"
            case saml = "_saml"
            case page = "_page"
            case notes = "_notes"
            case connection = "_connection"
            case pending = "_pending"
            case resourceType = "_resourceType"
        }
    }

    struct Request: Decodable {
        var method: String
        var url: String
        var headers: [HARPair]?
        var queryString: [HARPair]?
        var cookies: [Named]?
        var postData: PostData?
    }

    struct PostData: Decodable {
        var mimeType: String?
        var params: [Parameter]?
        var text: String?
    }

    /// A field of a form; that of a file has no value.
    struct Parameter: Decodable {
        var name: String
        var value: String?
    }

    struct Response: Decodable {
        var status: Int
        var headers: [HARPair]?
        var cookies: [Named]?
        var redirectURL: String?
        var content: Content?
        var error: String?

        enum CodingKeys: String, CodingKey {
            case status, headers, cookies, redirectURL, content
            case error = "_error"
        }
    }

    struct Content: Decodable {
        var size: Int?
        var mimeType: String?
        var text: String?
    }

    struct Named: Decodable {
        var name: String
    }

    var log: Log
}
