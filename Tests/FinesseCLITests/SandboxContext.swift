import FinesseSandbox
import Foundation

@testable import FinesseCLI

/// A running sandbox, and a command's outside whose default profile leads to it.
struct SandboxContext {
    let sandbox: FinesseSandbox
    let test: TestContext

    /// Starts a sandbox, hands both over, and stops it whatever happens.
    static func with(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        agrees: Bool = false,
        trustsAuthority: Bool = true,
        allowsProvider: Bool = true,
        _ body: (SandboxContext) async throws -> Void
    ) async throws {
        let sandbox = try await FinesseSandbox.start(configuration)
        do {
            let test = try TestContext(agrees: agrees)
            var profile = Profile(
                server: "\(sandbox.origins.host(.finesse)):\(sandbox.origins.port(.finesse))",
                connectTo: sandbox.connectTo.map(\.description)
            )
            if trustsAuthority {
                profile.certificateAuthority = try test.file("ca.pem", sandbox.certificateAuthorityPEM)
            }
            if allowsProvider { profile.passwordOrigins = [sandbox.origins.text(.identityProvider)] }
            try test.context.profiles.save(profile, named: "box")
            try await body(SandboxContext(sandbox: sandbox, test: test))
        } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    /// A file with a user's password.
    func passwordFile(_ name: String) throws -> String {
        let password = sandbox.configuration.users.first { $0.loginName == name }?.password.characters ?? ""
        return try test.file("password-\(name)", password + "\n")
    }

    /// Signs a user in.
    func login(_ name: String, _ options: String...) async throws -> Int32 {
        let words = ["login", "--user", name, "--password-file", try passwordFile(name)]
        return await FinesseProgram.run(words + options, in: test.context)
    }

    /// The one JSON object a command printed.
    func object() throws -> [String: JSON] {
        let text = test.takeOutput().joined()
        return try JSONDecoder().decode([String: JSON].self, from: Data(text.utf8))
    }
}

/// A value of a command's JSON.
enum JSON: Decodable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([String])
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else {
            self = .list(try container.decode([String].self))
        }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
