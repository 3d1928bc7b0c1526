import HTTPTransport
import XMLTree

/// One answer together with the call it belongs to.
struct FinesseAnswer: Sendable {
    var call: FinesseCall
    var response: HTTPResponse

    /// Reads the document of a 200 answer.
    ///
    /// - Parameter name: The name of the element that the document must be.
    /// - Returns: The document's root element.
    /// - Throws: ``FinesseError/refused(_:)`` for any other status; ``FinesseError/unreadableAnswer(_:_:)`` when the
    ///   body is not that document.
    func document(named name: String) throws(FinesseError) -> XMLElement {
        guard response.status == 200 else { throw .refused(refusal) }
        let root: XMLElement
        do {
            root = try XMLTree.parse(response.body)
        } catch {
            throw .unreadableAnswer(looksLikeHTML ? .html : .notXML(String(describing: error)), call)
        }
        guard root.isNamed(name) else {
            let isPage = root.isNamed("html")
            throw .unreadableAnswer(
                isPage ? .html : .otherDocument(expected: name, found: String(root.name.local.prefix(40))),
                call
            )
        }
        return root
    }

    /// Checks that a change was taken in: 202, or 200 as some releases answer.
    ///
    /// - Throws: ``FinesseError/refused(_:)`` for any other status.
    func accepted() throws(FinesseError) {
        guard response.status == 202 || response.status == 200 else { throw .refused(refusal) }
    }

    private var refusal: FinesseRefusal {
        FinesseRefusal(
            call: call,
            status: response.status,
            errors: ApiError.all(in: response.body),
            isPage: looksLikeHTML
        )
    }

    private var looksLikeHTML: Bool {
        let start = String(decoding: response.body.prefix(256), as: UTF8.self).lowercased()
        return start.contains("<!doctype html") || start.contains("<html")
    }
}
