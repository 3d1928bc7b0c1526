import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, content codings", .timeLimit(.minutes(5)))
struct CodingTests {
    @Test(
        "decodes what it asks for",
        arguments: [
            ("gzip", CodedBodies.gzip), ("deflate", CodedBodies.deflate), ("deflate", CodedBodies.rawDeflate),
            ("br", CodedBodies.brotli),
        ]
    )
    func decodes(coding: String, body: [UInt8]) async throws {
        let script: LoopbackServer.Script = { _, _ in [.response(fields: ["Content-Encoding: \(coding)"], body: body)] }
        try await Bench.run(answers: .script(script)) { bench in
            let response = try await bench.transport().perform(bench.request())
            #expect(String(decoding: response.body, as: UTF8.self) == CodedBodies.text)
            #expect(response.fields.text(named: "content-encoding") == coding)
        }
    }

    @Test("stops a small body that grows beyond the limit when decoded")
    func bomb() async throws {
        #expect(CodedBodies.bomb.count < 1000)
        let script: LoopbackServer.Script = { _, _ in
            [.response(fields: ["Content-Encoding: br"], body: CodedBodies.bomb)]
        }
        try await Bench.run(answers: .script(script)) { bench in
            let error = await failure(of: try bench.transport(), bench.request())
            #expect(error == .tooLarge(bench.origin, .body, limit: 16 << 20))
        }
    }

    @Test("counts decoded bytes against the limit, not those sent")
    func limit() async throws {
        let script: LoopbackServer.Script = { _, _ in
            [.response(fields: ["Content-Encoding: br"], body: CodedBodies.brotli)]
        }
        try await Bench.run(answers: .script(script)) { bench in
            var request = bench.request()
            request.maximumBodyLength = CodedBodies.text.utf8.count - 1
            let error = await failure(of: try bench.transport(), request)
            #expect(error == .tooLarge(bench.origin, .body, limit: request.maximumBodyLength))
        }
    }
}
