public import XMLTree

extension FinesseClient {
    /// Reads the variables of the system that workflows can use.
    ///
    /// The shape of the answer is not documented, so it is handed on as it came.
    ///
    /// - Returns: The answer as it came.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "SystemVariable: List": the plural is that of the other lists.
    public func systemVariables() async throws(FinesseError) -> XMLElement {
        let request = SystemVariableRequests.list()
        let answer = try await send(request)
        return try answer.document(named: "SystemVariables")
    }
}
