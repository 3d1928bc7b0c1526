internal import XMLTree

/// Who makes a call.
enum RESTCaller: Hashable, Sendable {
    case user(SandboxUser)
    case administrator
    /// Somebody without credentials, where none are asked for.
    case nobody

    /// The user; nothing for the administrator and for nobody.
    var user: SandboxUser? {
        if case .user(let user) = self { user } else { nil }
    }
}

/// What an answer is made from.
struct RESTCall: Sendable {
    var world: SandboxWorld
    var request: SandboxRequest
    var origins: SandboxOrigins
    /// The values of the path's braces.
    var path: [String: String]
    var query: FormFields
    /// Who makes it.
    var caller: RESTCaller

    /// The body, which must be an element with a name.
    func body(named name: String, upTo length: Int = 64 << 10) throws(ApiError) -> XMLElement {
        let type = request.header("content-type")?.split(separator: ";").first.map(String.init)?.trimmed ?? ""
        guard ["application/xml", "text/xml"].contains(type.lowercased()) else {
            throw ApiError(
                status: 415,
                type: "Bad Request",
                message: "The Content-Type must be application/xml",
                data: type,
                refusal: .badBody
            )
        }
        let root: XMLElement
        do throws(XMLError) {
            root = try XMLTree.parse(request.body, limits: XMLLimits(length: length, depth: 32, nodes: 100_000))
        } catch {
            throw .badRequest("The body is not well-formed XML")
        }
        guard root.name.local == name else { throw .badRequest("The body must be a \(name) element") }
        return root
    }
}
