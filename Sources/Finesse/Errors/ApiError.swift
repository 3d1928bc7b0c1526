import XMLTree

/// One error of an `ApiErrors` body, in the server's own words.
///
/// Source: Finesse REST guide, "Errors", `ApiError`: the order of its children varies.
public struct ApiError: Hashable, Sendable {
    /// `ErrorType`, such as `Authorization Failure`; empty when the server gave none.
    public var type: String
    /// `ErrorMessage`, such as `UNAUTHORIZED`; empty when the server gave none.
    public var message: String
    /// `ErrorData`, such as the name of the user; empty when the server gave none.
    public var data: String

    /// Makes an error from its parts.
    ///
    /// - Parameters:
    ///   - type: `ErrorType`.
    ///   - message: `ErrorMessage`.
    ///   - data: `ErrorData`.
    public init(type: String, message: String = "", data: String = "") {
        self.type = type
        self.message = message
        self.data = data
    }
}

extension ApiError: CustomStringConvertible {
    /// Type, message and data in one line, each cut to a length that fits a message.
    public var description: String {
        let parts = [type, message, data].filter { !$0.isEmpty }.map { String($0.prefix(160)) }
        return parts.joined(separator: ", ")
    }
}

extension ApiError {
    /// Reads every error of a body.
    ///
    /// The desktop's services answer with JSON. Well-formed bodies are read as XML; names are compared without case, since notifications write them otherwise.
    /// The documented 403 of UserAuthMode is not well-formed, so a body that does not parse is searched for the three
    /// elements alone.
    ///
    /// - Parameter body: The body of an answer whose status says no.
    /// - Returns: The errors in order; empty when the body holds none.
    public static func all(in body: [UInt8]) -> [ApiError] {
        if body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") { return DesktopErrorScanner.scan(body) }
        guard let root = try? XMLTree.parse(body) else { return ApiErrorScanner.scan(body) }
        guard root.isNamed("ApiErrors") else { return [] }
        return root.elements.filter { $0.isNamed("ApiError") }.map(ApiError.init)
    }

    private init(_ element: XMLElement) {
        func text(_ name: String) -> String {
            element.elements.first { $0.isNamed(name) }?.trimmedText ?? ""
        }
        self.init(type: text("ErrorType"), message: text("ErrorMessage"), data: text("ErrorData"))
    }
}
