import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("A node that is not the primary one")
struct PrimaryNodeTests {
    private func transport(primary: String, systemInfoStatus: Int = 200) -> ScriptedTransport {
        ScriptedTransport { (request) throws(TransportError) in
            guard request.target == "/finesse/api/SystemInfo" else {
                let body = "<ApiErrors><ApiError><ErrorType>Forbidden</ErrorType></ApiError></ApiErrors>"
                return HTTPResponse(status: 403, body: Array(body.utf8))
            }
            let node = "<host>\(primary)</host><httpsPort>8445</httpsPort>"
            let body = "<SystemInfo><primaryNode>\(node)</primaryNode></SystemInfo>"
            return HTTPResponse(status: systemInfoStatus, body: Array(body.utf8))
        }
    }

    private func refusal(_ transport: ScriptedTransport) async -> FinesseRefusal? {
        let error = await failure { () throws(FinesseError) in try await client(transport).reasonCode("1") }
        guard case .refused(let refusal) = error else { return nil }
        return refusal
    }

    @Test("refuses configuration, and the refusal names the node to ask")
    func names() async {
        let found = await refusal(transport(primary: "finesse0.example.com"))
        #expect(found?.primaryNode == "finesse0.example.com:8445")
        #expect(found?.meaning.nextAction == "Ask the primary node, finesse0.example.com:8445.")
    }

    @Test("is not sought where this is the primary one, or where it cannot be read")
    func unnamed() async {
        #expect(await refusal(transport(primary: "FINESSE1.example.com"))?.primaryNode == nil)
        let unreadable = await refusal(transport(primary: "finesse0.example.com", systemInfoStatus: 503))
        #expect(unreadable?.status == 403 && unreadable?.primaryNode == nil)
    }

    @Test("is not sought for calls that every node takes")
    func others() async {
        let transport = transport(primary: "finesse0.example.com")
        _ = await failure { () throws(FinesseError) in try await client(transport).team("1") }
        #expect(transport.requests.count == 1)
    }
}
