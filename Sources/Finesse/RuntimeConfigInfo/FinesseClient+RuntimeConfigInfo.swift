public import XMLTree

extension FinesseClient {
    /// Reads the configuration that the server runs with.
    ///
    /// The shape of the answer is not documented, so it is handed on as it came.
    ///
    /// - Returns: The answer as it came.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "RuntimeConfigInfo", the name of the object.
    public func runtimeConfigInfo() async throws(FinesseError) -> XMLElement {
        let request = RuntimeConfigInfoRequests.show()
        let answer = try await send(request)
        return try answer.document(named: "RuntimeConfigInfo")
    }
}
