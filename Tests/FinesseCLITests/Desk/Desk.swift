import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

/// People of the sandbox at their phones, whose commands are run one after the other.
struct Desk {
    /// What one command did.
    struct Answer {
        var status: Int32
        var output: [String]
        var talk: [String]

        /// The last sentence for the person.
        var message: String { talk.last ?? "" }

        /// The one JSON object that was printed.
        func object() throws -> [String: JSON] {
            try JSONDecoder().decode([String: JSON].self, from: Data(output.joined().utf8))
        }

        /// The array of JSON objects that was printed.
        func rows() throws -> [[String: JSON]] {
            try JSONDecoder().decode([[String: JSON]].self, from: Data(output.joined().utf8))
        }
    }

    let box: SandboxContext

    /// Signs people in by SSO and at their phones, and hands them over.
    static func with(
        _ seats: KeyValuePairs<String, String>,
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        _ body: (Desk) async throws -> Void
    ) async throws {
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            let desk = Desk(box: box)
            for (name, phone) in seats {
                #expect(try await box.login(name) == 0)
                _ = (box.test.takeOutput(), box.test.takeTalk())
                #expect(await desk.run(name, "state", "LOGIN", "--extension", phone).status == 0)
            }
            try await body(desk)
        }
    }

    /// Runs a command as somebody.
    func run(_ name: String, _ words: String...) async -> Answer {
        let status = await FinesseProgram.run(words + ["--user", name], in: box.test.context)
        return Answer(status: status, output: box.test.takeOutput(), talk: box.test.takeTalk())
    }

    /// Runs a command that prints JSON as somebody, and expects that it succeeds.
    func object(_ name: String, _ words: String...) async throws -> [String: JSON] {
        let status = await FinesseProgram.run(words + ["--json", "--user", name], in: box.test.context)
        let answer = Answer(status: status, output: box.test.takeOutput(), talk: box.test.takeTalk())
        #expect(answer.status == 0, "\(words): \(answer.message)")
        return try answer.object()
    }
}
