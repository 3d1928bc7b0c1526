import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import Synchronization
import Testing

@Suite("The same user")
struct SameUserTests {
    private let blake = TokenIdentity(userID: "ablake", realm: "example.com", principal: "ablake@example.com")

    private func user(_ id: String, _ name: String) async throws -> User {
        let client = FinesseClient(
            transport: routes(["GET /finesse/api/User/x": userBody(id: id, name: name)]),
            origin: node
        )
        return try await client.user("x")
    }

    private func verdict(
        _ asked: UserName,
        _ identity: TokenIdentity,
        looksUp: Bool = true,
        found: User? = nil
    ) async -> (SameUser, [String]) {
        let lookUps = Mutex<[String]>([])
        let verdict = await SameUser.verdict(asked: asked, identity: identity, looksUp: looksUp) { userID in
            lookUps.withLock { $0.append(userID) }
            return found
        }
        return (verdict, lookUps.withLock { $0 })
    }

    @Test(
        "is the one whom the answer names, without case and without a look-up",
        arguments: ["ablake", "ABlake", "ablake@example.com", "ABLAKE@EXAMPLE.COM"]
    )
    func byName(asked: String) async {
        let (verdict, lookUps) = await verdict(UserName(asked), blake)
        #expect(verdict == .byName && lookUps.isEmpty)
    }

    @Test("is the one whom the local part of user_id names")
    func localPart() async {
        let (verdict, lookUps) = await verdict("ablake", TokenIdentity(userID: "ABlake@corp.example"))
        #expect(verdict == .byName && lookUps.isEmpty)
    }

    @Test("is the one whose login id or login name the look-up gives", arguments: ["98411", "Blake.Ann"])
    func byLookup(asked: String) async throws {
        let found = try await user("98411", "blake.ann")
        let (verdict, lookUps) = await verdict(UserName(asked), blake, found: found)
        #expect(verdict == .byLookup(found) && lookUps == ["ablake"])
    }

    @Test(
        "is not one whom only a part of the name fits",
        arguments: ["abl", "ablake@other.example", "example.com", "", "@"]
    )
    func other(asked: String) async throws {
        let found = try await user("98411", "ablake")
        let (verdict, _) = await verdict(UserName(asked), blake, found: found)
        #expect(verdict == .other(found))
    }

    @Test("is not looked up where names and ids are the same")
    func noLookup() async throws {
        let (verdict, lookUps) = await verdict("98411", blake, looksUp: false, found: try await user("98411", "ablake"))
        #expect(verdict == .other(nil) && lookUps.isEmpty)
    }

    @Test("is nobody when the look-up finds nobody")
    func nobody() async {
        let (verdict, lookUps) = await verdict("98411", blake)
        #expect(verdict == .other(nil) && lookUps == ["ablake"])
    }
}
