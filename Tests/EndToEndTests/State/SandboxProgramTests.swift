import Foundation
import HTTPTransport
import HTTPTransportCurl
import Testing

@Suite("The program finesse-sandbox", .timeLimit(.minutes(5)))
struct SandboxProgramTests {
    @Test("says in one line of JSON where it is, serves there, and ends when its standard input closes")
    func input() async throws {
        let program = try SandboxProcess(["--set", "realm=elsewhere.example"])
        let ready = try await program.ready()
        let origin = try #require(HTTPOrigin.parsed(ready.finesse))
        let request = HTTPRequest(origin: origin, target: "/finesse/api/SystemInfo")
        let answer = try await ready.transport().perform(request)
        #expect(answer.status == 200)
        try program.closeInput()
        #expect(await program.status() == 0)
        #expect(await program.rest() == "")
        #expect(await program.talk() == "")
    }

    @Test("ends at SIGTERM, and closes its state file for the next one")
    func termination() async throws {
        let scratch = try ScratchDirectory()
        for _ in 0..<2 {
            let program = try SandboxProcess(["--state", scratch.path + "/state.db"])
            _ = try await program.ready()
            program.terminate()
            #expect(await program.status() == 0)
        }
        #expect(try scratch.names(in: "") == ["state.db", "state.db.keys"])
    }

    @Test(
        "tells in one sentence why it cannot start",
        arguments: [
            (["--set", "realm"], 64, "--set realm has no value. Write --set key=value."),
            (["--set", "nothing=1"], 1, "nothing: is not a known key"),
            (["--set", "tokens.accessLifetime=1s"], 1, "tokens.accessLifetime"),
            (["--config", "/nowhere/users.yaml"], 64, "/nowhere/users.yaml cannot be read"),
            (["--state", "/nowhere/state.db"], 1, "Check that its folder is there and can be written."),
            (["--nothing"], 64, "Unknown option '--nothing'"),
        ]
    )
    func failure(arguments: [String], status: Int32, sentence: String) async throws {
        let program = try SandboxProcess(arguments)
        #expect(await program.status() == status)
        let talk = await program.talk()
        #expect(talk.hasPrefix("finesse-sandbox: "))
        #expect(talk.contains(sentence), "\(talk)")
        #expect(talk.filter { $0 == "\n" }.count == 1, "\(talk)")
        #expect(await program.rest() == "")
    }
}
