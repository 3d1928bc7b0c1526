import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

@Suite("Calls on what is configured")
struct CallTests {
    static let rows = CallRow.configuration + CallRow.desktop

    @Test("are sent as documented", arguments: rows)
    func sent(row: CallRow) async throws {
        let transport = script(row.answer)
        try await row.run(client(transport))
        let request = try #require(transport.requests.first)
        #expect(transport.requests.count == 1)
        #expect(request.method == row.method && request.target == "/finesse/api/\(row.target)")
        guard let body = row.body else {
            #expect(request.body == nil && !request.fields.contains(named: "Content-Type"))
            return
        }
        let root = try XMLTree.parse(request.body ?? [])
        #expect(String(decoding: try XMLTree.serialize(root, declaration: false), as: UTF8.self) == body)
        #expect(request.fields.text(named: "Content-Type") == "application/xml")
    }

    @Test("tell what the server says no with", arguments: rows)
    func refused(row: CallRow) async {
        let words =
            "<ApiErrors><ApiError><ErrorData>d</ErrorData><ErrorType>Not Found</ErrorType></ApiError></ApiErrors>"
        let error = await failure { () throws(FinesseError) in try await row.run(client(script(Answer(404, words)))) }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.status == 404 && refusal.errors == [ApiError(type: "Not Found", data: "d")])
    }

    @Test("do not take another document for theirs", arguments: rows.filter { $0.method == "GET" })
    func otherDocument(row: CallRow) async {
        // The export is a file, and of the domains even the document's name is not known.
        guard row.api != "C41", row.api != "M10" else { return }
        let error = await failure { () throws(FinesseError) in
            try await row.run(client(script(Answer(200, "<Surprise/>"))))
        }
        #expect(error?.label == "unreadable-answer")
    }

    @Test("take nothing for done that is not")
    func notDone() async {
        for status in [301, 400, 500] {
            let error = await failure { () throws(FinesseError) in
                try await client(script(Answer(status))).deleteReasonCode("1")
            }
            #expect(error?.label == "refused")
        }
    }
}
