import HTTPTransport
import XMLTree

/// One answer together with the call it belongs to.
struct FinesseAnswer: Sendable {
    var call: FinesseCall
    var response: HTTPResponse
    /// The mark that the request carried, where it carried one.
    var requestID: RequestID?
    /// The primary node, where a call that only it takes went to another one.
    var primaryNode: String?

    /// Reads the document of a 200 answer, or of a 206 where a part was asked for.
    ///
    /// - Parameter name: The name of the element that the document must be, its case aside.
    /// - Returns: The document's root element.
    /// - Throws: ``FinesseError/refused(_:)`` for any other status; ``FinesseError/unreadableAnswer(_:_:)`` when the
    ///   body is not that document.
    func document(named name: String) throws(FinesseError) -> XMLElement {
        let root = try anyDocument()
        guard root.isNamed(name) else {
            throw .unreadableAnswer(
                .otherDocument(expected: name, found: String(root.name.local.prefix(40))),
                call
            )
        }
        return root
    }

    /// Reads the root element of a 200 answer, whatever it is named: for documents whose shape is not known.
    ///
    /// - Returns: The document's root element.
    /// - Throws: ``FinesseError/refused(_:)`` for any other status; ``FinesseError/unreadableAnswer(_:_:)`` when the
    ///   body is no document.
    func anyDocument() throws(FinesseError) -> XMLElement {
        guard response.status == 200 || response.status == 206 else { throw .refused(refusal) }
        let root: XMLElement
        do {
            root = try XMLTree.parse(response.body)
        } catch {
            throw .unreadableAnswer(looksLikeHTML ? .html : .notXML(String(describing: error)), call)
        }
        guard !root.isNamed("html") else { throw .unreadableAnswer(.html, call) }
        return root
    }

    /// Checks that a change was taken in: 202, or 200 as some releases answer.
    ///
    /// - Returns: The mark that the change's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` for any other status.
    @discardableResult
    func accepted() throws(FinesseError) -> Acceptance {
        guard response.status == 202 || response.status == 200 else { throw .refused(refusal) }
        return Acceptance(requestID: mark)
    }

    /// Checks that an object was made, and finds out where it is.
    ///
    /// - Returns: Where it is.
    /// - Throws: ``FinesseError/refused(_:)`` for any status but 200, 201 and 207.
    func created() throws(FinesseError) -> Creation {
        guard [200, 201, 207].contains(response.status) else { throw .refused(refusal) }
        let location = response.fields.text(named: "Location").flatMap { $0.isEmpty ? nil : $0 }
        return Creation(path: location.map(Self.path), isPartial: response.status == 207, requestID: mark)
    }

    /// Checks that something was done: replaced, removed or taken in.
    ///
    /// - Returns: The mark of the request.
    /// - Throws: ``FinesseError/refused(_:)`` for any status but 200, 202, 204 and 207.
    @discardableResult
    func done() throws(FinesseError) -> Acceptance {
        guard [200, 202, 204, 207].contains(response.status) else { throw .refused(refusal) }
        return Acceptance(requestID: mark)
    }

    /// Task routing echoes the mark in a field of the answer.
    ///
    /// Source: Finesse REST guide, "Media: Sign In".
    private var mark: RequestID {
        let echoed = response.fields.text(named: "requestId").flatMap { $0.isEmpty ? nil : $0 }
        return echoed.map(RequestID.init) ?? requestID ?? RequestID(rawValue: "")
    }

    /// A `Location` without scheme and host: it is absolute, and may name the node by another name.
    private static func path(_ location: String) -> String {
        guard let scheme = location.firstRange(of: "://") else { return location }
        let rest = location[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }

    var refusal: FinesseRefusal {
        FinesseRefusal(
            call: call,
            status: response.status,
            errors: ApiError.all(in: response.body),
            isPage: looksLikeHTML,
            retryAfter: retryAfter,
            primaryNode: primaryNode
        )
    }

    /// Source: RFC 9110 section 10.2.3; the form with a date is not used by Finesse.
    private var retryAfter: Duration? {
        guard let text = response.fields.text(named: "Retry-After"), let seconds = Int64(text), seconds >= 0 else {
            return nil
        }
        return .seconds(min(seconds, 86_400))
    }

    private var looksLikeHTML: Bool {
        let start = String(decoding: response.body.prefix(256), as: UTF8.self).lowercased()
        return start.contains("<!doctype html") || start.contains("<html")
    }
}
