import FinesseSandbox
import Foundation

/// Where the running sandbox of a profile is controlled, as it stands in a file that only its owner reads.
struct ControlAccess: Hashable, Sendable, Codable {
    /// The origin, such as `http://127.0.0.1:49152`.
    var origin: String
    /// The token.
    var token: String

    init(_ control: SandboxControl) {
        origin = control.origin
        token = control.token.characters
    }
}

extension ProfileStore {
    /// Keeps where the running sandbox of a profile is controlled, for its owner's eyes.
    func save(_ access: ControlAccess, of name: String) throws(ProfileError) {
        let file = try controlFile(of: name)
        do {
            let new = file.appendingPathExtension("new").path
            let data = try JSONEncoder().encode(access)
            // Never readable by others, not even for a moment: made with its permissions, then put in place.
            try? FileManager.default.removeItem(atPath: new)
            guard FileManager.default.createFile(atPath: new, contents: data, attributes: [.posixPermissions: 0o600])
            else {
                throw ProfileError.fileSystem(path: file.path, reason: "it cannot be written")
            }
            try? FileManager.default.removeItem(at: file)
            try FileManager.default.moveItem(atPath: new, toPath: file.path)
        } catch let error as ProfileError {
            throw error
        } catch {
            throw .fileSystem(path: file.path, reason: error.localizedDescription)
        }
    }

    /// Where the running sandbox of a profile is controlled; nil where none runs.
    func controlAccess(of name: String) throws(ProfileError) -> ControlAccess? {
        let file = try controlFile(of: name)
        guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
        do {
            return try JSONDecoder().decode(ControlAccess.self, from: data)
        } catch {
            throw .malformed(path: file.path, reason: "it is not what a sandbox wrote")
        }
    }

    /// Forgets where a sandbox was controlled, once it has ended; a file that is gone is as good as removed.
    func removeControlAccess(of name: String) {
        guard let file = try? controlFile(of: name) else { return }
        try? FileManager.default.removeItem(at: file)
    }

    private func controlFile(of name: String) throws(ProfileError) -> URL {
        try file(of: name).deletingPathExtension().appendingPathExtension("control")
    }
}
