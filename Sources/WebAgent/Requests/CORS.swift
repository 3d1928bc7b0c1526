import HTTPTransport

/// The rules by which a server lets scripts of other origins read its answers.
///
/// Source: Fetch (2025) §3.3 and §4.10, https://fetch.spec.whatwg.org/#http-cors-protocol. Departures: preflights are not
/// kept for later requests.
enum CORS {
    /// Whether an answer may be read by an origin.
    ///
    /// Source: "CORS check".
    static func allows(_ fields: HTTPFields, origin: String, withCredentials: Bool) -> Bool {
        guard let allowed = fields.text(named: "Access-Control-Allow-Origin") else { return false }
        if allowed == "*", !withCredentials { return true }
        guard allowed == origin else { return false }
        return !withCredentials || fields.text(named: "Access-Control-Allow-Credentials") == "true"
    }

    /// Whether a request is one that pages could always make, so that no server need be asked first.
    static func needsPreflight(method: String, fields: HTTPFields) -> Bool {
        !safeMethods.contains(method) || !unsafeNames(of: fields).isEmpty
    }

    /// The names of the fields that a server must allow, in lower case and order.
    ///
    /// Source: "CORS-unsafe request-header names".
    static func unsafeNames(of fields: HTTPFields) -> [String] {
        Set(fields.filter { !isSafelisted($0) }.map { $0.name.lowercased() }).sorted()
    }

    /// The fields that a request may carry for which nobody is asked.
    static func safelisted(_ fields: HTTPFields) -> HTTPFields {
        HTTPFields(fields.filter(isSafelisted))
    }

    /// Whether the answer to a preflight allows the request.
    ///
    /// Source: "CORS-preflight fetch", step 7.
    static func preflightAllows(
        _ response: HTTPResponse,
        method: String,
        names: [String],
        origin: String,
        withCredentials: Bool
    ) -> Bool {
        guard (200...299).contains(response.status),
            allows(response.fields, origin: origin, withCredentials: withCredentials)
        else { return false }
        let methods = list(response.fields, "Access-Control-Allow-Methods")
        let isAnyMethod = methods.contains("*") && !withCredentials
        guard safeMethods.contains(method) || isAnyMethod || methods.contains(method) else { return false }
        let allowed = Set(list(response.fields, "Access-Control-Allow-Headers").map { $0.lowercased() })
        let isAnyName = allowed.contains("*") && !withCredentials
        return names.allSatisfy { allowed.contains($0) || isAnyName && $0 != "authorization" }
    }

    /// The fields of an answer that a script of another origin may read.
    ///
    /// Source: "CORS-safelisted response-header name".
    static func readableFields(_ fields: HTTPFields, withCredentials: Bool) -> [HTTPField] {
        let exposed = Set(list(fields, "Access-Control-Expose-Headers").map { $0.lowercased() })
        let isAny = exposed.contains("*") && !withCredentials
        return fields.filter { field in
            let name = field.name.lowercased()
            return !isSetCookie(field) && (isAny || readable.contains(name) || exposed.contains(name))
        }
    }

    static func isSetCookie(_ field: HTTPField) -> Bool {
        field.isNamed("Set-Cookie") || field.isNamed("Set-Cookie2")
    }

    /// Whether a script may not set a field.
    ///
    /// Source: "forbidden request-header".
    static func isForbidden(_ name: String) -> Bool {
        let name = name.lowercased()
        return forbidden.contains(name) || name.hasPrefix("proxy-") || name.hasPrefix("sec-")
    }

    private static func isSafelisted(_ field: HTTPField) -> Bool {
        guard field.value.count <= 128 else { return false }
        switch field.name.lowercased() {
        case "accept", "accept-language", "content-language": return true
        case "content-type":
            let essence = field.text.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
            return ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].contains(essence)
        default: return false
        }
    }

    private static func list(_ fields: HTTPFields, _ name: String) -> [String] {
        fields.values(named: name).flatMap { value in
            String(decoding: value, as: UTF8.self).split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
        }
    }

    private static let safeMethods: Set<String> = ["GET", "HEAD", "POST"]

    private static let readable: Set<String> = [
        "cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma",
    ]

    private static let forbidden: Set<String> = [
        "accept-charset", "accept-encoding", "access-control-request-headers", "access-control-request-method",
        "connection", "content-length", "cookie", "cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin",
        "referer", "set-cookie", "te", "trailer", "transfer-encoding", "upgrade", "via",
    ]
}
