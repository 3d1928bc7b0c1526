import FinesseSandbox
import HTTPTransport

/// Carries exchanges to the services of a sandbox without servers: everything but the wire.
struct InnerTransport: HTTPTransport {
    let sandbox: FinesseSandbox

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try request.validate()
        guard let party = SandboxParty.allCases.first(where: { sandbox.origins.host($0) == request.origin.host }) else {
            throw .nameNotResolved(request.origin)
        }
        var asked = SandboxRequest(
            party: party,
            method: request.method,
            target: request.target,
            body: request.body ?? []
        )
        for field in request.fields {
            asked.headers.append((field.name.lowercased(), String(decoding: field.value, as: UTF8.self)))
        }
        let answer = await sandbox.answer(asked)
        guard case .bytes(let bytes) = answer.body else {
            throw .tooLarge(request.origin, .body, limit: request.maximumBodyLength)
        }
        var fields = HTTPFields()
        for (name, value) in answer.headers { fields.append(name, value) }
        return HTTPResponse(status: answer.status, fields: fields, body: bytes)
    }
}
