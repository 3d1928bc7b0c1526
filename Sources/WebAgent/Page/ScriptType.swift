import HTTPTransport

/// Whether an answer may be run as a script.
enum ScriptType {
    /// The reason why an answer is not run; nil when it may be.
    ///
    /// Source: Fetch (2025), "should response to request be blocked due to its MIME type" and "due to nosniff".
    static func reasonNotToRun(_ fields: HTTPFields) -> String? {
        let field = fields.text(named: "Content-Type") ?? ""
        let essence = field.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        if neverScripts.contains(where: essence.hasPrefix) || essence == "text/csv" {
            return "its type, \(essence), is no script's"
        }
        let sniffing = fields.text(named: "X-Content-Type-Options")?.prefix { $0 != "," }.filter { !$0.isWhitespace }
        guard sniffing?.lowercased() == "nosniff", !scripts.contains(essence) else { return nil }
        return "its type is no script's, and the server forbids to guess"
    }

    private static let neverScripts = ["audio/", "image/", "video/"]

    /// Source: MIME Sniffing (2025) §4.6, "JavaScript MIME type".
    private static let scripts: Set = [
        "application/ecmascript", "application/javascript", "application/x-ecmascript", "application/x-javascript",
        "text/ecmascript", "text/javascript", "text/javascript1.0", "text/javascript1.1", "text/javascript1.2",
        "text/javascript1.3", "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript",
        "text/x-ecmascript", "text/x-javascript",
    ]
}
