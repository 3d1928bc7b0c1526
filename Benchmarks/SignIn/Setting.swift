import Finesse
import Foundation

/// The sandbox, and who signs in there.
struct Setting: Sendable {
    let address: ServerAddress
    let authority: String
    let overrides: [String]
    let user: String
    let password: String
    /// An origin without TLS that may have the password.
    let plainOrigin: String?
    let flow: SignInBenchmark.Flow

    private struct Sandbox: Decodable {
        var finesse: String
        var connectTo: [String]
        var certificateAuthority: String
    }

    init(
        sandboxFile: String,
        user: String,
        passwordFile: String,
        plainOrigin: String?,
        flow: SignInBenchmark.Flow
    ) throws {
        let sandbox = try JSONDecoder().decode(Sandbox.self, from: Data(contentsOf: URL(filePath: sandboxFile)))
        address = try ServerAddress(parsing: String(sandbox.finesse.dropFirst("https://".count)))
        authority = sandbox.certificateAuthority
        overrides = sandbox.connectTo
        self.user = user
        let text = try String(contentsOf: URL(filePath: passwordFile), encoding: .utf8)
        password = String(text.prefix { !$0.isNewline })
        self.plainOrigin = plainOrigin
        self.flow = flow
    }
}
