import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization

let node = HTTPOrigin(scheme: .https, host: "finesse1.example.com", port: 8445)
let address = ServerAddress(host: "finesse1.example.com", port: 8445)
let noon = WallTime(milliseconds: 1_700_000_000_000)

/// A transport that answers by path; what is not listed is a 404.
func routes(_ table: [String: (Int, String)]) -> ScriptedTransport {
    ScriptedTransport { (request) throws(TransportError) in
        let path = String(request.target.prefix { $0 != "?" })
        let (status, body) = table["\(request.method) \(path)"] ?? (404, "")
        return HTTPResponse(status: status, body: Array(body.utf8))
    }
}

func systemInfo(mode: String, deployment: String = "UCCE") -> (Int, String) {
    (
        200,
        "<SystemInfo><deploymentType>\(deployment)</deploymentType><systemAuthMode>\(mode)</systemAuthMode></SystemInfo>"
    )
}

func userBody(id: String, name: String) -> (Int, String) {
    (200, "<User><loginId>\(id)</loginId><loginName>\(name)</loginName><state>LOGOUT</state></User>")
}

let systemInfoPath = "GET /finesse/api/SystemInfo"

/// An agent that gives one ending and keeps what it was asked.
final class ScriptedAgent: SignInAgent {
    private let ending: Result<SignInEnding, SignInAgentError>
    private let kept = Mutex<[SignInRequest]>([])

    init(_ ending: SignInEnding) {
        self.ending = .success(ending)
    }

    init(failing error: SignInAgentError) {
        ending = .failure(error)
    }

    /// Ends at the token's address with this body.
    convenience init(answer body: String, status: Int = 200) {
        self.init(.answer(FinalAnswer(host: "finesse1.example.com:8445", status: status, body: Array(body.utf8))))
    }

    var requests: [SignInRequest] { kept.withLock { $0 } }

    func signIn(_ request: SignInRequest) async throws(SignInAgentError) -> SignInEnding {
        kept.withLock { $0.append(request) }
        return try ending.get()
    }

    func sessionRecords() async -> [SessionRecord] { [] }
    func restore(_ records: [SessionRecord]) async {}
}

func ssoFailure<Value>(_ body: () async throws(SSOError) -> Value) async -> SSOError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

func tokenJSON(
    user: String = "sjefferson",
    principal: String = "sjefferson@example.com",
    refresh: String? = "rt-1"
) -> String {
    let refreshMember = refresh.map { "\"refresh_token\":\"\($0)\"," } ?? ""
    return """
        {"token":"at-1",\(refreshMember)"expires_in":300,"user_id":"\(user)","realm":"example.com",\
        "user_principal":"\(principal)"}
        """
}

func tokens(refresh: String? = "rt-0", receivedAt: WallTime = noon, life: Duration = .seconds(300)) -> TokenSet {
    TokenSet(
        accessToken: AccessToken("at-0"),
        refreshToken: refresh.map { RefreshToken($0) },
        receivedAt: receivedAt,
        life: life,
        identity: TokenIdentity(userID: "sjefferson")
    )
}
