@testable import FinesseSandbox

extension RESTWorld {
    /// Reserves an agent who is ready for a campaign's preview: what no call of the REST API does.
    ///
    /// - Parameter isDirect: Whether the agent's own phone calls the customer.
    /// - Returns: False when nobody is ready.
    func reserveForPreview(isDirect: Bool) async -> Bool {
        await sandbox.world.reserve(isDirect ? .directPreview : .preview, customer: "4085550144") != nil
    }
}
