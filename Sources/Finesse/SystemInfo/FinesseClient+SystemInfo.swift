extension FinesseClient {
    /// Reads what the system says of itself.
    ///
    /// Inside the network it needs no credentials; through Cisco's reverse proxy it does.
    ///
    /// - Returns: SystemInfo as it came.
    /// - Throws: ``FinesseError/transport(_:_:)``, ``FinesseError/refused(_:)``,
    ///   ``FinesseError/unreadableAnswer(_:_:)``, ``FinesseError/noAccessToken(_:_:)``.
    ///
    /// Source: Finesse REST guide, "SystemInfo: Get".
    public func systemInfo() async throws(FinesseError) -> SystemInfo {
        let request = FinesseRequest(operation: .systemInfo, method: "GET", path: ["SystemInfo"])
        let answer = try await send(request)
        return SystemInfo(element: try answer.document(named: "SystemInfo"))
    }
}
