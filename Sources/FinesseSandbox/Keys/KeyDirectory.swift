internal import CryptoExtras
internal import FoundationEssentials

/// A directory with one PEM file for each key, readable by the owner only.
struct KeyDirectory: Sendable {
    var path: String

    /// Makes the directory when it is not there.
    func prepare() throws(SandboxError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .keys(path: path, reason: "the directory cannot be made")
        }
    }

    /// The kept key for a purpose, or nothing when none is kept.
    @Sendable
    func load(_ purpose: SandboxKeys.Purpose) throws(SandboxError) -> _RSA.Signing.PrivateKey? {
        let file = file(purpose)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw .keys(path: file, reason: "the file cannot be read")
        }
        do {
            return try _RSA.Signing.PrivateKey(pemRepresentation: String(decoding: data, as: UTF8.self))
        } catch {
            throw .keys(path: file, reason: "the file holds no RSA private key of 2048 bits or more in PEM form")
        }
    }

    /// Keeps a key unless one is kept already, and returns the one that is kept.
    @Sendable
    func keep(
        _ purpose: SandboxKeys.Purpose,
        _ key: _RSA.Signing.PrivateKey
    ) throws(SandboxError) -> _RSA.Signing.PrivateKey {
        let file = file(purpose)
        let temporary = file + ".\(SandboxRandom.system.hex(12)).new"
        let data = Data(key.pkcs8PEMRepresentation.utf8)
        guard
            FileManager.default.createFile(
                atPath: temporary,
                contents: data,
                attributes: [.posixPermissions: 0o600]
            )
        else { throw .keys(path: file, reason: "the file cannot be written") }
        do {
            // A hard link fails when the name is taken, so of two processes one wins and both use its key.
            try FileManager.default.linkItem(atPath: temporary, toPath: file)
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            guard let kept = try load(purpose) else {
                throw .keys(path: file, reason: "the file cannot be put in place")
            }
            return kept
        }
        try? FileManager.default.removeItem(atPath: temporary)
        return key
    }

    /// Keeps a key in place of the one that is kept.
    func replace(_ purpose: SandboxKeys.Purpose, _ key: _RSA.Signing.PrivateKey) throws(SandboxError) {
        let file = file(purpose)
        do {
            try FileManager.default.removeItem(atPath: file)
        } catch {
            throw .keys(path: file, reason: "the file cannot be removed")
        }
        _ = try keep(purpose, key)
    }

    private func file(_ purpose: SandboxKeys.Purpose) -> String {
        (path.hasSuffix("/") ? path : path + "/") + purpose.rawValue + ".pem"
    }
}
