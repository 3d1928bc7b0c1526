import ArgumentParser
import FinesseSSO
import TokenStoreSecretService

/// Where tokens, session cookies and what is remembered of refused passwords are kept.
enum TokenStoreChoice: String, CaseIterable, ExpressibleByArgument, Codable {
    case file
    case secretService = "secret-service"

    /// The store of it.
    func store(in context: CommandContext) throws -> any TokenStore {
        let talk = context.console.talk
        let directory = try context.stateDirectory()
        switch self {
        case .file: return FileTokenStore(directory: directory) { talk("\($0)") }
        case .secretService:
            #if os(Linux)
            return SecretServiceTokenStore { talk("\($0)") }
            #else
            throw CommandFailure(.usage, "There is no Secret Service on this system. Use --token-store file.")
            #endif
        }
    }

    /// The guard that keeps refused passwords from being sent again: by scrypt, or by a code under a key of the keyring.
    func passwordGuard(in context: CommandContext) throws -> PasswordGuard {
        let directory = try context.stateDirectory()
        let talk = context.console.talk
        let kept: FileRefusedPasswords
        switch self {
        case .file: kept = FileRefusedPasswords(directory: directory)
        case .secretService:
            kept = FileRefusedPasswords(directory: directory) { () throws(TokenStoreError) in try await Self.digest() }
        }
        return PasswordGuard(keeping: kept) { talk("\($0)") }
    }

    private static func digest() async throws(TokenStoreError) -> PasswordDigest {
        #if os(Linux)
        do throws(KeyringFault) {
            return .hmac(key: try await SecretServiceKeys().key(named: "refused passwords"))
        } catch {
            throw .keyring(error)
        }
        #else
        return .scrypt(.usual)
        #endif
    }
}
