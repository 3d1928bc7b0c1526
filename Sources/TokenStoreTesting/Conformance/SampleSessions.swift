import FinesseSSO
import FinesseTypes
import HTTPTransport

/// Records to save, made up here.
enum SampleSessions {
    static let node = HTTPOrigin(scheme: .https, host: "finesse1.example.com", port: 8445)

    static func key(_ user: String = "ablake", host: String = node.host, port: UInt16 = node.port) -> SessionKey {
        SessionKey(server: HTTPOrigin(scheme: .https, host: host, port: port), user: UserName(user))
    }

    static func tokens(_ number: Int = 1, refresh: String? = "refresh") -> TokenSet {
        TokenSet(
            accessToken: AccessToken("access.\(number)-Ä\"\\"),
            refreshToken: refresh.map { RefreshToken("\($0).\(number)") },
            receivedAt: WallTime(milliseconds: 1_700_000_000_001 + Int64(number)),
            receivedSinceBoot: BootTime(boot: "a-boot-id", uptime: .milliseconds(1_500 + number)),
            life: .seconds(300),
            identity: TokenIdentity(userID: "ablake", realm: "example.com", principal: "ablake@example.com")
        )
    }

    static func session(
        _ key: SessionKey = key(),
        tokens: TokenSet? = tokens(),
        records: [SessionRecord] = cookies
    ) -> StoredSession {
        StoredSession(key: key, loginID: "98411", tokens: tokens, records: records)
    }

    static let cookies = [
        SessionRecord(format: "cookies-1", bytes: Array(0...255)), SessionRecord(format: "ü/2", bytes: []),
    ]

    /// Names that a file system, a query or a table might take for something else.
    static let names = [
        ".", "..", "../../etc/passwd", "a/b", "a b", "a%20b", "a+b", "a_b", "a:b@c", "~", "*", "'\"\\;", "ünïcödé",
        "名前", "👩‍💻", "e\u{301}", "-", "a\nb", "a.session", "%", String(repeating: "long", count: 60),
        String(repeating: "長", count: 100), String(repeating: "長", count: 101),
    ]
}
