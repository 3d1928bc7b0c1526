import FinesseTypes
import HTTPTransport

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The form of a record in a file, or wherever else a store keeps bytes: JSON with a name and a version.
///
/// The tokens themselves are not `Codable`; this is the one place that writes them out.
package enum SessionCoding {
    static let format = "finessekit-session"
    static let version = 1

    /// What bytes turned out to be.
    package enum Reading {
        /// A record.
        case session(StoredSession)
        /// A record of a newer version of this program.
        case newer(Int)
        /// Something else, or another user's record.
        case damaged
    }

    /// Writes a record.
    ///
    /// - Parameter session: The record.
    /// - Returns: Its bytes; nil when it holds what JSON has no form for.
    package static func encode(_ session: StoredSession) -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // A failure has nothing to tell but that there is no such form.
        return (try? encoder.encode(SessionFile(session))).map { Array($0) }
    }

    /// Reads a record.
    ///
    /// - Parameters:
    ///   - bytes: What was stored.
    ///   - key: Whose record it must be; nil where everybody's will do.
    /// - Returns: What the bytes are.
    package static func read(_ bytes: [UInt8], expecting key: SessionKey?) -> Reading {
        guard let value = JSONValue(parsing: bytes), value["format"]?.text == format,
            let found = value["version"]?.integer
        else { return .damaged }
        guard found <= version else { return .newer(Int(found)) }
        // What is wrong with a damaged record helps nobody.
        guard let file = try? JSONDecoder().decode(SessionFile.self, from: Data(bytes)), let session = file.session,
            key == nil || session.key == key
        else { return .damaged }
        return .session(session)
    }
}

private struct SessionFile: Codable {
    struct Tokens: Codable {
        var access: String
        var refresh: String?
        var receivedAt: Int64
        var boot: String?
        var uptimeMilliseconds: Int64?
        var lifeSeconds: Int64
        var userID: String?
        var realm: String?
        var principal: String?

        var receivedSinceBoot: BootTime? {
            guard let boot, let uptimeMilliseconds else { return nil }
            return BootTime(boot: boot, uptime: .milliseconds(uptimeMilliseconds))
        }
    }

    struct Record: Codable {
        var format: String
        var bytes: Data
    }

    var format: String
    var version: Int
    var host: String
    var port: UInt16
    var user: String
    var loginID: String?
    var tokens: Tokens?
    var records: [Record]

    init(_ session: StoredSession) {
        format = SessionCoding.format
        version = SessionCoding.version
        host = session.key.server.host
        port = session.key.server.port
        user = session.key.user.rawValue
        loginID = session.loginID?.rawValue
        tokens = session.tokens.map { tokens in
            Tokens(
                access: tokens.accessToken.reveal(),
                refresh: tokens.refreshToken?.reveal(),
                receivedAt: tokens.receivedAt.milliseconds,
                boot: tokens.receivedSinceBoot?.boot,
                uptimeMilliseconds: tokens.receivedSinceBoot.map { $0.uptime.wholeMilliseconds },
                lifeSeconds: tokens.life.components.seconds,
                userID: tokens.identity.userID,
                realm: tokens.identity.realm,
                principal: tokens.identity.principal
            )
        }
        records = session.records.map { Record(format: $0.format, bytes: Data($0.bytes)) }
    }

    /// nil when a value is there and cannot be meant.
    var session: StoredSession? {
        guard !host.isEmpty, !user.isEmpty, port > 0 else { return nil }
        if let tokens, tokens.access.isEmpty || tokens.lifeSeconds <= 0 { return nil }
        return StoredSession(
            key: SessionKey(server: HTTPOrigin(scheme: .https, host: host, port: port), user: UserName(user)),
            loginID: loginID.map { LoginID($0) },
            tokens: tokens.map { tokens in
                TokenSet(
                    accessToken: AccessToken(tokens.access),
                    refreshToken: tokens.refresh.map { RefreshToken($0) },
                    receivedAt: WallTime(milliseconds: tokens.receivedAt),
                    receivedSinceBoot: tokens.receivedSinceBoot,
                    life: .seconds(tokens.lifeSeconds),
                    identity: TokenIdentity(userID: tokens.userID, realm: tokens.realm, principal: tokens.principal)
                )
            },
            records: records.map { SessionRecord(format: $0.format, bytes: Array($0.bytes)) }
        )
    }
}

extension Duration {
    /// The milliseconds in it, rounded towards zero.
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
