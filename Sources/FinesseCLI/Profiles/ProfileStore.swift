import Foundation
import Yams

/// The profiles of one person: a file each below `$XDG_CONFIG_HOME/finessekit/profiles`, and which of them is the default.
struct ProfileStore: Sendable {
    private let folder: URL

    /// Uses a configuration folder.
    ///
    /// - Parameter configurationHome: `$XDG_CONFIG_HOME`, or `~/.config` where that is not set.
    init(configurationHome: URL) {
        folder = configurationHome.appending(path: "finessekit")
    }

    /// The names of the profiles, sorted.
    func names() -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: profilesFolder.path)) ?? []
        return files.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) }.sorted()
    }

    /// The name of the default profile; nil where none is.
    func defaultName() throws(ProfileError) -> String? {
        guard FileManager.default.fileExists(atPath: defaultFile.path) else { return nil }
        let text = try read(defaultFile).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// Reads a profile; the default one where no name is given.
    func profile(named name: String?) throws(ProfileError) -> Profile {
        let chosen = if let name { Optional(name) } else { try defaultName() }
        guard let name = chosen else { throw .noDefault(known: names()) }
        let file = try self.file(of: name)
        guard FileManager.default.fileExists(atPath: file.path) else { throw .unknown(name: name, known: names()) }
        let text = try read(file)
        let profile: Profile
        do {
            try Self.refuseUnknownKeys(in: text)
            profile = try YAMLDecoder().decode(Profile.self, from: text)
        } catch {
            throw .malformed(path: file.path, reason: Self.reason(error))
        }
        guard profile.version == Profile.currentVersion else {
            throw .malformed(
                path: file.path,
                reason: "it is of version \(profile.version), and this program reads version \(Profile.currentVersion)"
            )
        }
        return profile
    }

    /// Writes a profile; the first one becomes the default.
    ///
    /// - Returns: the file it was written to.
    @discardableResult
    func save(_ profile: Profile, named name: String, makeDefault: Bool = false) throws(ProfileError) -> URL {
        let file = try self.file(of: name)
        let text: String
        do {
            text = try YAMLEncoder().encode(profile)
        } catch {
            throw .malformed(path: file.path, reason: "\(error)")
        }
        try write(text, to: file)
        let isFirst = try defaultName() == nil
        if makeDefault || isFirst { try write(name + "\n", to: defaultFile) }
        return file
    }

    /// Writes the certificate authority that a profile refers to beside it.
    ///
    /// - Returns: the file it was written to.
    func saveCertificateAuthority(_ pem: String, of name: String) throws(ProfileError) -> URL {
        let file = try self.file(of: name).deletingPathExtension().appendingPathExtension("pem")
        try write(pem, to: file)
        return file
    }

    /// Makes a profile the default one.
    func makeDefault(_ name: String) throws(ProfileError) {
        guard names().contains(name) else { throw .unknown(name: name, known: names()) }
        try write(name + "\n", to: defaultFile)
    }

    /// Removes a profile.
    func remove(_ name: String) throws(ProfileError) {
        let file = try self.file(of: name)
        guard names().contains(name) else { throw .unknown(name: name, known: names()) }
        do {
            try FileManager.default.removeItem(at: file)
            if try defaultName() == name { try FileManager.default.removeItem(at: defaultFile) }
        } catch {
            throw .fileSystem(path: file.path, reason: error.localizedDescription)
        }
    }

    private static let ending = ".yaml"
    private var profilesFolder: URL { folder.appending(path: "profiles") }
    private var defaultFile: URL { folder.appending(path: "default-profile") }

    func file(of name: String) throws(ProfileError) -> URL {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard allowed, let first = name.first, first.isLetter || first.isNumber else { throw .invalidName(name) }
        return profilesFolder.appending(path: name + Self.ending)
    }

    private func read(_ file: URL) throws(ProfileError) -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw .fileSystem(path: file.path, reason: error.localizedDescription)
        }
    }

    private func write(_ text: String, to file: URL) throws(ProfileError) {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(text.utf8).write(to: file, options: .atomic)
        } catch {
            throw .fileSystem(path: file.path, reason: error.localizedDescription)
        }
    }

    /// A misspelt key would otherwise be ignored without a word.
    private static func refuseUnknownKeys(in text: String) throws {
        guard let mapping = try Yams.compose(yaml: text)?.mapping else { throw NotAMapping() }
        let known = Set(Profile.CodingKeys.allCases.map(\.rawValue))
        let unknown = mapping.keys.compactMap(\.string).filter { !known.contains($0) }.sorted()
        guard unknown.isEmpty else { throw UnknownKeys(keys: unknown) }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as UnknownKeys: "it has keys that no profile has: \(error.keys.joined(separator: ", "))"
        case is NotAMapping: "it is not a list of \"key: value\" lines"
        case DecodingError.keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has a value of another kind"
        default: "\(error)"
        }
    }

    private struct UnknownKeys: Error {
        var keys: [String]
    }

    private struct NotAMapping: Error {}
}
