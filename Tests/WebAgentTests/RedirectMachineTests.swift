import HTTPTransport
import Testing
import WebAgent
import WebAgentURL

@Suite("Redirects, Fetch HTTP-redirect fetch")
struct RedirectMachineTests {
    private func machine(_ method: String = "GET", at text: String = "https://a.com/x/y") throws -> RedirectMachine {
        let body =
            method == "POST" || method == "PUT"
            ? AgentRequest.Body(bytes: Array("k=v".utf8), contentType: "text/plain") : nil
        return RedirectMachine(
            AgentRequest(
                try url(text),
                method: method,
                body: body,
                extraFields: ["Authorization": "Bearer t", "Content-Language": "de", "X-Own": "1"]
            )
        )
    }

    private func followed(_ action: RedirectMachine.Action) throws -> AgentRequest {
        guard case .follow(let request) = action else {
            Issue.record("not followed: \(action)")
            throw CancellationError()
        }
        return request
    }

    @Test(
        "turns POST into GET where the status allows it, and drops the body with its fields",
        arguments: [
            (301, "POST", "GET"), (302, "POST", "GET"), (303, "POST", "GET"), (303, "PUT", "GET"),
            (303, "HEAD", "HEAD"),
            (301, "PUT", "PUT"), (302, "PUT", "PUT"), (307, "POST", "POST"), (308, "POST", "POST"), (302, "GET", "GET"),
        ]
    )
    func choosesMethod(status: Int, method: String, next: String) throws {
        var machine = try machine(method)
        let request = try followed(machine.receive(status: status, location: Array("z".utf8)))
        #expect(request.method == next)
        let keepsBody = next == method && (method == "POST" || method == "PUT")
        #expect((request.body != nil) == keepsBody)
        #expect(request.extraFields.contains(named: "Content-Language") == (next == method))
        #expect(request.extraFields.contains(named: "X-Own"))
    }

    @Test("takes other statuses, and those without Location, as the answer", arguments: [200, 300, 304, 305, 306, 401])
    func leavesOthers(status: Int) throws {
        var machine = try machine()
        #expect(machine.receive(status: status, location: Array("z".utf8)) == .finish)
        #expect(machine.receive(status: 302, location: nil) == .finish)
    }

    @Test(
        "joins the Location's bytes to the current address",
        arguments: [
            ("z?q=1", "https://a.com/x/z?q=1#top"), ("/z#own", "https://a.com/z#own"),
            ("//b.com/", "https://b.com/#top"),
            ("?\u{E9}", "https://a.com/x/y?%C3%A9#top"),
        ]
    )
    func joins(location: String, result: String) throws {
        var machine = try machine(at: "https://a.com/x/y#top")
        #expect(try followed(machine.receive(status: 302, location: Array(location.utf8))).url.href == result)
    }

    @Test("keeps bytes that are no UTF-8, percent-encoded")
    func keepsBytes() throws {
        var machine = try machine()
        let request = try followed(machine.receive(status: 302, location: [0x7A, 0x3F, 0xFF]))
        #expect(request.url.query == "%FF")
    }

    @Test("keeps Authorization within the origin only")
    func dropsAuthorization() throws {
        var machine = try machine()
        let same = try followed(machine.receive(status: 302, location: Array("/z".utf8)))
        #expect(same.extraFields.contains(named: "Authorization"))
        let other = try followed(machine.receive(status: 302, location: Array("https://b.com/".utf8)))
        #expect(!other.extraFields.contains(named: "Authorization"))
    }

    @Test("refuses what is no address, and what leads out of http", arguments: ["https://", "data:,x", "mailto:a@b"])
    func refuses(location: String) throws {
        var machine = try machine()
        guard case .fail(let failure) = machine.receive(status: 302, location: Array(location.utf8)) else {
            Issue.record("followed")
            return
        }
        #expect("\(failure)".contains("a.com"))
    }

    @Test("follows 20 redirects, fails at the next, and shows the loop")
    func stopsLoops() throws {
        var machine = try machine(at: "https://a.com/1?secret=s3cr3t")
        for hop in 0..<20 {
            _ = try followed(machine.receive(status: 302, location: Array(hop % 2 == 0 ? "/2".utf8 : "/1".utf8)))
        }
        guard case .fail(.tooMany(let limit, let chain)) = machine.receive(status: 302, location: Array("/2".utf8))
        else {
            Issue.record("no failure")
            return
        }
        #expect(limit == 20)
        #expect(chain.count == 22)
        let text = "\(RedirectFailure.tooMany(limit: limit, chain: chain))"
        #expect(text.contains("the same 2 addresses"))
        #expect(!text.contains("s3cr3t"))
    }
}
