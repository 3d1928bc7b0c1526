import HTTPTransport
import WebAgent
import WebAgentURL

/// What becomes of a `Location`: whole requests of an agent on an in-memory transport.
///
/// Runs both files: what becomes of it (`outcome`), and how raw bytes are escaped (`location_hex`).
package enum RedirectLocationSuite: ConformanceSuite {
    package static let name = "redirect-location"
    package static let defaultPath = "navigation/redirect-location.json"
    package static let defaultPaths = [defaultPath, "navigation/redirect-location-escape.json"]

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in
            row["location_hex"] == nil ? try await followed(row) : try await escaped(row)
        }
    }

    private static func followed(_ row: VectorRow) async throws(SuiteInputError) -> CaseOutcome {
        guard let status = row["status"]?.number.map({ Int($0) }) else { throw row.malformed("no \"status\"") }
        let location = row["location"]?.string.map { Array($0.utf8) }
        let expected = try row.string("outcome")
        let got = try await ask(row, status: status, location: location)
        let matches =
            switch got {
            case .failure: expected == "network error"
            case .success(let page) where page.hops.count > 1:
                expected.hasPrefix("followed") && expected.hasSuffix("\(page.status)")
            case .success(let page): expected.hasPrefix("response returned as is") && page.status == status
            }
        return CaseOutcome(id: row.id, expected: expected, got: matches ? expected : describe(got))
    }

    private static func escaped(_ row: VectorRow) async throws(SuiteInputError) -> CaseOutcome {
        guard let location = hexBytes(try row.string("location_hex")) else { throw row.malformed("location_hex") }
        let suffix = try row.string("expected_url_suffix")
        let got = try await ask(row, status: 302, location: location)
        if case .success(let page) = got, page.url.href.hasSuffix(suffix) {
            return CaseOutcome(id: row.id, expected: suffix, got: suffix)
        }
        return CaseOutcome(id: row.id, expected: suffix, got: describe(got))
    }

    private static func ask(
        _ row: VectorRow,
        status: Int,
        location: [UInt8]?
    ) async throws(SuiteInputError) -> Result<Page, WebAgentError> {
        guard let url = WebURL("https://web-platform.test/folder/redirect") else { throw row.malformed("no URL") }
        let agent = WebAgent(
            transport: OneRedirect(status: status, location: location),
            pageHosts: nil,
            suffixes: PublicSuffixList(rules: ["test"])
        )
        do throws(WebAgentError) {
            return .success(try await agent.open(url))
        } catch {
            return .failure(error)
        }
    }

    private static func describe(_ outcome: Result<Page, WebAgentError>) -> String {
        switch outcome {
        case .success(let page): "\(page.status) at \(page.url) after \(page.hops.count) requests"
        case .failure(let error): "network error: \(error)"
        }
    }
}

/// Answers one path with a redirect, all others with 200.
private struct OneRedirect: HTTPTransport {
    let status: Int
    let location: [UInt8]?

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard request.target == "/folder/redirect" else { return HTTPResponse(status: 200) }
        return HTTPResponse(
            status: status,
            fields: HTTPFields(location.map { [HTTPField(name: "Location", value: $0)] } ?? [])
        )
    }
}
