import FinesseSandbox
import Foundation
import HTTPTransport
import HTTPTransportCurl
import Testing

@Suite("The sandbox's control over real sockets", .timeLimit(.minutes(5)))
struct ControlServerTests {
    /// A running sandbox with its control, and what reaches that under any name.
    private static func with(
        _ body: (FinesseSandbox, SandboxControl, any HTTPTransport) async throws -> Void
    ) async throws {
        var configuration = SandboxConfiguration()
        configuration.control.isServed = true
        let sandbox = try await FinesseSandbox.start(configuration)
        do {
            let control = try #require(sandbox.control)
            let port = try #require(control.origin.split(separator: ":").last)
            var curl = CurlConfiguration()
            curl.addressOverrides = [try AddressOverride("rebound.example:\(port):127.0.0.1:\(port)")]
            try await body(sandbox, control, try CurlHTTPTransport(curl))
        } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    private func request(
        _ control: SandboxControl,
        _ method: String = "GET",
        _ target: String = "/control/clock",
        host: String = "127.0.0.1",
        fields: HTTPFields = [:],
        body: String? = nil
    ) throws -> HTTPRequest {
        let port = try #require(control.origin.split(separator: ":").last.flatMap { UInt16($0) })
        return HTTPRequest(
            method: method,
            origin: HTTPOrigin(scheme: .http, host: host, port: port),
            target: target,
            fields: fields,
            body: body.map { Array($0.utf8) }
        )
    }

    @Test("lets in who has the token, and nobody by another name, from another site, or by a form alone")
    func defences() async throws {
        try await Self.with { sandbox, control, transport in
            let bearer = "Bearer " + control.token.characters
            let good = try await transport.perform(try request(control, fields: ["Authorization": bearer]))
            #expect(good.status == 200)
            #expect(try await transport.perform(try request(control)).status == 401)
            let rebound = try request(control, host: "rebound.example", fields: ["Authorization": bearer])
            #expect(try await transport.perform(rebound).status == 421)
            let foreign = try request(control, fields: ["Authorization": bearer, "Origin": "http://evil.example"])
            #expect(try await transport.perform(foreign).status == 403)

            let welcome = try await transport.perform(
                try request(control, "GET", "/?token=" + control.token.characters)
            )
            #expect(welcome.status == 303)
            let cookie = try #require(welcome.fields.text(named: "Set-Cookie")).prefix { $0 != ";" }
            let page = try await transport.perform(try request(control, "GET", "/", fields: ["Cookie": String(cookie)]))
            #expect(page.status == 200)
            let form = try request(
                control,
                "POST",
                "/control/reset",
                fields: ["Cookie": String(cookie), "Content-Type": "application/x-www-form-urlencoded"],
                body: "x=y"
            )
            #expect(try await transport.perform(form).status == 403)
            #expect(sandbox.journal.entries.isEmpty)
        }
    }

    @Test("turns a switch and the clock, and stops with the sandbox")
    func works() async throws {
        var left: HTTPRequest?
        try await Self.with { sandbox, control, transport in
            let bearer = "Bearer " + control.token.characters
            let fields: HTTPFields = ["Authorization": bearer, "Content-Type": "application/json"]
            let patch = try request(
                control,
                "PATCH",
                "/control/configuration",
                fields: fields,
                body: #"{"realm":"bots.example"}"#
            )
            #expect(try await transport.perform(patch).status == 200)
            #expect(sandbox.configuration.realm == "bots.example")
            let before = sandbox.clock.now
            let turn = try request(control, "POST", "/control/clock", fields: fields, body: #"{"advance":"2h"}"#)
            #expect(try await transport.perform(turn).status == 200)
            #expect(before.duration(to: sandbox.clock.now) >= .seconds(7200))
            let clear = try request(control, "DELETE", "/control/journal", fields: ["Authorization": bearer])
            #expect(try await transport.perform(clear).status == 204)
            left = try self.request(control, fields: ["Authorization": bearer])
        }
        let late = try #require(left)
        await #expect(throws: TransportError.self) {
            try await CurlHTTPTransport(CurlConfiguration()).perform(late)
        }
    }

    @Test("is not there unless it is asked for")
    func off() async throws {
        let sandbox = try await FinesseSandbox.start()
        #expect(sandbox.control == nil)
        await sandbox.stop()
    }
}
