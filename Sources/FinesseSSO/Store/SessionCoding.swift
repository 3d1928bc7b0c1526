import FinesseTypes
import HTTPTransport

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The form of a record in a file: JSON with a name and a version.
///
/// The tokens themselves are not `Codable`; this is the one place that writes them out.
enum SessionCoding {
    static let format = "finessekit-session"
    static let version = 1

    enum Failure: Error {
        case damaged
        case newer(Int)
    }

    static func encode(_ session: StoredSession) -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(SessionFile(session))).map { Array($0) }
    }

    static func decode(_ bytes: [UInt8]) throws(Failure) -> StoredSession {
        guard let value = JSONValue(parsing: bytes), value["format"]?.text == format,
            let found = value["version"]?.integer
        else { throw .damaged }
        guard found <= version else { throw .newer(Int(found)) }
        guard let file = try? JSONDecoder().decode(SessionFile.self, from: Data(bytes)), let session = file.session
        else {
            throw .damaged
        }
        return session
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
