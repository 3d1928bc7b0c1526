/// One request and what became of it.
///
/// Names only: no value of a cookie, header, query or body is kept.
public struct JournalEntry: Hashable, Sendable, CustomStringConvertible {
    /// The entry's place, counted from 1.
    public var number: Int
    /// When the request arrived, on the sandbox's clock.
    public var instant: SandboxInstant
    /// The server that received it.
    public var party: SandboxParty
    /// The node's host name.
    public var node: String
    /// Whether it came without TLS.
    public var isPlain: Bool
    /// The method.
    public var method: String
    /// The path without the query.
    public var path: String
    /// The step of a sign-in or of a shift that it is, when it is one.
    public var route: SandboxFault.Route?
    /// The names of the query's fields, in order.
    public var queryNames: [String]
    /// The names of the form's fields, in order.
    public var formNames: [String]
    /// The names of the cookies sent, in order; a name may come twice.
    public var cookieNames: [String]
    /// The kind of credentials: `Basic`, `Bearer`, another scheme's name, or nothing.
    public var authorizationScheme: String?
    /// The answer's status; 0 where there was none.
    public var status: Int
    /// Why the request was refused, when it was.
    public var refusal: SandboxRefusal?
    /// The faults that fired for it, by their names, when one did.
    public var fault: String?
    /// What else is worth knowing.
    public var notes: [String]

    /// The entry in one line.
    public var description: String {
        let query = queryNames.isEmpty ? "" : "?" + queryNames.joined(separator: "&")
        let cookies = cookieNames.isEmpty ? "" : " cookies[" + cookieNames.joined(separator: ",") + "]"
        let why = refusal.map { " refused[\($0)]" } ?? ""
        let fault = fault.map { " fault[\($0)]" } ?? ""
        let notes = notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")"
        return
            "\(number) \(party.rawValue) \(method) \(path)\(query)\(cookies) -> \(status == 0 ? "no answer" : String(status))\(why)\(fault)\(notes)"
    }
}
