import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

@Suite("Hostile bodies", .timeLimit(.minutes(5)))
struct HostileBodyTests {
    private func problem(of body: String, status: Int = 200) async -> FinesseError? {
        await failure { () throws(FinesseError) in try await client(script(Answer(status, body))).systemInfo() }
    }

    private func isNotXML(_ error: FinesseError?) -> Bool {
        guard case .unreadableAnswer(.notXML, _) = error else { return false }
        return true
    }

    @Test("that grow a billionfold are refused before any entity is read")
    func billionLaughs() async {
        var entities = "<!ENTITY l0 \"ha\">"
        for level in 1...30 {
            entities += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
        }
        let body = "<!DOCTYPE SystemInfo [\(entities)]><SystemInfo><status>&l30;</status></SystemInfo>"
        #expect(isNotXML(await problem(of: body)))
        #expect(ApiError.all(in: Array(body.utf8)).isEmpty)
    }

    @Test(
        "that reach for another document are refused",
        arguments: [
            "<!DOCTYPE SystemInfo SYSTEM \"file:///etc/hostname\"><SystemInfo/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><SystemInfo><status>&e;</status></SystemInfo>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]><SystemInfo/>",
        ]
    )
    func external(body: String) async {
        #expect(isNotXML(await problem(of: body)))
    }

    @Test("that nest a hundred thousand deep are refused, as answers and as refusals")
    func deep() async {
        let body =
            String(repeating: "<ApiErrors>", count: 100_000) + String(repeating: "</ApiErrors>", count: 100_000)
        #expect(isNotXML(await problem(of: body)))
        guard case .refused(let refusal) = await problem(of: body, status: 400) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.status == 400 && refusal.errors.isEmpty)
    }

    @Test("of 100 MB do not get past the transport, whose bound is 8 MiB")
    func large() async {
        let transport = ScriptedTransport { (_) throws(TransportError) in
            HTTPResponse(status: 200, body: [UInt8](repeating: UInt8(ascii: "a"), count: 100 << 20))
        }
        let error = await failure { () throws(FinesseError) in try await client(transport).systemInfo() }
        guard case .transport(.tooLarge(_, .body, limit: let limit), _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(limit == 8 << 20)
    }

    @Test("of 100 MB are refused by the reader too, without being read")
    func largeTree() {
        let body = [UInt8](repeating: UInt8(ascii: "<"), count: 100 << 20)
        #expect(throws: XMLError.tooLong(length: 100 << 20, limit: 16 << 20)) { try XMLTree.parse(body) }
    }

    @Test("with more elements than any answer has are refused")
    func many() async {
        let body = "<SystemInfo>" + String(repeating: "<a/>", count: 1_100_000) + "</SystemInfo>"
        #expect(isNotXML(await problem(of: body)))
    }
}
