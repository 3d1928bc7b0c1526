import Foundation
import WebAgentCookies

/// The file that cookies are kept in between two runs; they are secrets, and it is its owner's alone.
struct CookieFile: Sendable {
    /// Where it is.
    var path: String

    /// Reads the cookies; none where there is no such file yet.
    ///
    /// - Throws: ``CommandFailure`` for a file that cannot be read, which stays as it is.
    func load() throws(CommandFailure) -> [CookieRecord] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw CommandFailure(
                .failure,
                "The cookies in \(path) cannot be read: \(error.localizedDescription). Name another file with --cookies."
            )
        }
        // One that was made empty beforehand, to be written to.
        if bytes.isEmpty { return [] }
        do throws(CookieArchiveError) {
            return try CookieArchive.decode(Array(bytes))
        } catch {
            throw CommandFailure(.failure, "\(path) was left as it is: \(Self.advice(error))")
        }
    }

    /// Writes the cookies.
    ///
    /// - Throws: ``CommandFailure``.
    func save(_ records: [CookieRecord]) throws(CommandFailure) {
        try PrivateFile.write(CookieArchive.encode(records), to: path)
    }

    private static func advice(_ error: CookieArchiveError) -> String {
        switch error {
        case .malformed:
            "it holds no cookies of this program, or is damaged. Name another file with --cookies, or remove this one."
        case .unknownVersion(let version):
            "its cookies have version \(version), and this program reads version \(CookieArchive.version). "
                + "Name another file with --cookies, or remove this one."
        }
    }
}
