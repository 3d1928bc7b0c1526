import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing

/// Answers by host and path; a host that is not listed is silent.
private func system(_ table: [String: [String: (Int, String)]]) -> ScriptedTransport {
    ScriptedTransport { (request) throws(TransportError) in
        guard let node = table[request.origin.host] else { throw .connectionRefused(request.origin) }
        let path = String(request.target.prefix { $0 != "?" })
        let (status, body) = node["\(request.method) \(path)"] ?? (404, "")
        return HTTPResponse(status: status, body: Array(body.utf8))
    }
}

private let one = "finesse1.example.com"
private let two = "finesse2.example.com"
private let outOfService = (
    503, "<ApiErrors><ApiError><ErrorMessage>SERVER_OUT_OF_SERVICE</ErrorMessage></ApiError></ApiErrors>"
)

/// What was asked of whom, in order.
private func asked(_ transport: ScriptedTransport) -> [String] {
    transport.requests.map { "\($0.origin.host) \($0.method) \($0.target.prefix { $0 != "?" })" }
}

private func nodes(current: HTTPOrigin? = nil) -> SystemNodes {
    SystemNodes(NodeMachine(node: first, others: [second], current: current))
}

@Suite("Calls to a system of two nodes")
struct FailoverTransportTests {
    private func user(over transport: ScriptedTransport, _ nodes: SystemNodes) async throws(FinesseError) -> User {
        let source = FixedAccessToken(AccessToken("at-0"))
        let failover = FailoverTransport(transport, nodes: nodes)
        return try await FinesseClient(transport: failover, origin: first, credentials: .bearer(source)).user("98411")
    }

    @Test(
        "are answered by the other node on 503, on 403 and on silence, and go there from then on",
        arguments: [
            [one: ["GET /finesse/api/User/98411": outOfService]], [one: ["GET /finesse/api/User/98411": (403, "")]],
            [:],
        ]
    )
    func failover(table: [String: [String: (Int, String)]]) async throws {
        var table = table
        table[two] = ["GET /finesse/api/User/98411": userBody(id: "98411", name: "sjefferson")]
        let transport = system(table)
        let nodes = nodes()
        #expect(try await user(over: transport, nodes).loginID == "98411")
        #expect(nodes.state.current == second)
        _ = try await user(over: transport, nodes)
        #expect(transport.requests.map(\.origin.host) == [one, two, two])
        #expect(transport.requests.allSatisfy { $0.fields.text(named: "Authorization") == "Bearer at-0" })
    }

    @Test("fail with the first node's reason when both have trouble")
    func both() async {
        let transport = system([two: ["GET /finesse/api/User/98411": outOfService]])
        let error = await #expect(throws: FinesseError.self) { try await user(over: transport, nodes()) }
        guard case .transport(.connectionRefused(first), _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("take a refusal to no other node, a refused password least of all", arguments: [400, 401, 404, 500])
    func refusals(status: Int) async {
        let transport = system([one: ["GET /finesse/api/User/sjefferson": (status, "")], two: [:]])
        let failover = FailoverTransport(transport, nodes: nodes())
        let client = FinesseClient(
            transport: failover,
            origin: first,
            credentials: .basic("sjefferson", Password("Wrong-1"))
        )
        await #expect(throws: FinesseError.self) { try await client.user(named: "sjefferson") }
        #expect(transport.requests.count == 1)
    }

    @Test(
        "that make something go to the node in use, and elsewhere only where they certainly were not done",
        arguments: [(503, 2), (403, 2), (502, 1), (504, 1), (nil, 2)] as [(Int?, Int)]
    )
    func once(status: Int?, count: Int) async throws {
        var table = [two: ["POST /finesse/api/User/98411/Dialogs": (202, "")]]
        if let status { table[one] = ["POST /finesse/api/User/98411/Dialogs": (status, "")] }
        let transport = system(table)
        let nodes = nodes()
        let failover = FailoverTransport(transport, nodes: nodes)
        let request = HTTPRequest(method: "POST", origin: first, target: "/finesse/api/User/98411/Dialogs")
        #expect(try await failover.perform(request).status == (count == 2 ? 202 : status))
        #expect(transport.requests.count == count)
        guard count == 2 else { return }
        _ = try await failover.perform(request)
        #expect(transport.requests.last?.origin == second && transport.requests.count == 3)
    }

    @Test("that make something are not repeated where nobody knows whether they were done")
    func unknownOutcome() async {
        let transport = ScriptedTransport { (request) throws(TransportError) in
            throw .truncated(request.origin, .body, received: 0)
        }
        let request = HTTPRequest(method: "POST", origin: first, target: "/finesse/api/User/98411/Dialogs")
        await #expect(throws: TransportError.truncated(first, .body, received: 0)) {
            try await FailoverTransport(transport, nodes: nodes()).perform(request)
        }
        #expect(transport.requests.count == 1)
    }

    @Test("leave SystemInfo, pages and other hosts alone")
    func others() async throws {
        let transport = system([two: ["GET /finesse/api/SystemInfo": (200, "")]])
        let failover = FailoverTransport(transport, nodes: nodes())
        for (origin, target) in [
            (first, "/finesse/api/SystemInfo"), (first, "/desktop/sso/token?x"),
            (HTTPOrigin(scheme: .https, host: "ids.example"), "/finesse/api/User/1"),
        ] {
            await #expect(throws: TransportError.connectionRefused(origin)) {
                try await failover.perform(HTTPRequest(origin: origin, target: target))
            }
        }
        #expect(transport.requests.count == 3)
    }
}

@Suite("Signing in to a system of two nodes")
struct NodeSignInTests {
    private let credentials = SignInCredentials(userName: "sjefferson", password: Password("Right-1"))

    private func signOn(_ transport: any HTTPTransport) -> SingleSignOn {
        SingleSignOn(transport: transport, address: ServerAddress(host: one, port: 8445), now: { noon })
    }

    private let lookUp = ["GET /finesse/api/User/sjefferson": userBody(id: "98411", name: "sjefferson")]

    @Test("begins anew at the other node while the first is out of service or silent", arguments: [true, false])
    func begins(isSilent: Bool) async throws {
        var table = [two: lookUp.merging([systemInfoPath: (200, twoNodes())]) { $1 }]
        if !isSilent { table[one] = [systemInfoPath: (200, twoNodes(status: "OUT_OF_SERVICE"))] }
        let transport = system(table)
        let agent = ScriptedAgent(answer: tokenJSON())
        let nodes = nodes()
        let outcome = try await signOn(transport).signIn("sjefferson", credentials: nil, agent: agent, atAnyOf: nodes)
        guard case .signedIn(let signedIn) = outcome else {
            Issue.record("\(outcome.label)")
            return
        }
        #expect(signedIn.origin == second && nodes.state.current == second)
        #expect(agent.requests.map { $0.startURL.prefix { $0 != "?" } } == ["\(second)/desktop/sso/token"])
        #expect(agent.requests.first?.finalAnswer.origins == ["\(second)"])
    }

    @Test(
        "learns the other node from SystemInfo, and goes there when the token's address has trouble",
        arguments: [403, 503]
    )
    func learns(status: Int) async throws {
        let info = [systemInfoPath: (200, twoNodes())]
        let transport = system([one: info, two: info.merging(lookUp) { $1 }])
        let agent = NodeAgent(refusing: one, with: status)
        let nodes = SystemNodes(NodeMachine(node: first))
        let outcome = try await signOn(transport).signIn("sjefferson", credentials: nil, agent: agent, atAnyOf: nodes)
        #expect(outcome.label == "signed-in" && nodes.state.current == second)
    }

    @Test("sends a password that one node refused to no other node")
    func refusedPassword() async {
        let info = [systemInfoPath: (200, twoNodes(mode: "NON_SSO")), "GET /finesse/api/User/sjefferson": (401, "")]
        let transport = system([one: info, two: info])
        await #expect(throws: SSOError.self) {
            try await signOn(transport).signIn("sjefferson", credentials: credentials, agent: nil, atAnyOf: nodes())
        }
        #expect(transport.requests.filter { $0.fields.contains(named: "Authorization") }.count == 1)
        #expect(Set(transport.requests.map(\.origin.host)) == [one])
    }

    @Test("sends a password that no node has judged to the next one")
    func unjudgedPassword() async throws {
        let info = [systemInfoPath: (200, twoNodes(mode: "NON_SSO"))]
        let transport = system([
            one: info.merging(["GET /finesse/api/User/sjefferson": outOfService]) { $1 },
            two: info.merging(lookUp) { $1 },
        ])
        let outcome = try await signOn(transport)
            .signIn("sjefferson", credentials: credentials, agent: nil, atAnyOf: nodes())
        #expect(outcome.label == "signed-in")
    }

    @Test("asks the user's mode without the realm where the name with it is not known")
    func realm() async throws {
        let transport = routes([
            "GET /finesse/api/UserAuthMode/ablake": (200, "<UserAuthMode><authMode>SSO</authMode></UserAuthMode>")
        ])
        let discovery = ServerDiscovery(transport: transport, address: address)
        let server = DiscoveredServer(origin: node, mode: .hybrid)
        #expect(try await discovery.mode(of: "ablake@example.com", on: server) == .singleSignOn)
        #expect(transport.requests.count == 2)
    }

    @Test("is where tokens are refreshed, and a session at the other node has a record of its own")
    func supplier() async throws {
        let info = [systemInfoPath: (200, twoNodes())]
        let transport = system([
            two: info.merging(lookUp) { $1 }.merging(["POST /desktop/sso/token": (401, "")]) { $1 }
        ])
        let nodes = nodes()
        let store = MemoryTokenStore()
        // Over the transport that calls go by: a sign-in must not take its answers for those of another node.
        let failover = FailoverTransport(transport, nodes: nodes)
        let supplier = NodeAwareTokenSupplier(
            signOn: signOn(failover),
            user: "sjefferson",
            nodes: nodes,
            store: store
        ) { () throws(SSOError) in ScriptedAgent(answer: tokenJSON()) }
        #expect(try await supplier.refresh(tokens()) == .needsSignIn(.status(401, message: "")))
        #expect(nodes.state.current == second)
        let (outcome, _) = try await supplier.signIn(with: [])
        #expect(outcome.label == "signed-in")
        #expect(try await store.keys() == [SessionKey(server: second, user: "sjefferson")])
    }
}

/// An agent that is answered with a status by one node and with a token by any other.
private struct NodeAgent: SignInAgent {
    let host: String
    let status: Int

    init(refusing host: String, with status: Int) {
        self.host = host
        self.status = status
    }

    func signIn(_ request: SignInRequest) async throws(SignInAgentError) -> SignInEnding {
        guard request.startURL.contains(host) else {
            return .answer(FinalAnswer(host: two, status: 200, body: Array(tokenJSON().utf8)))
        }
        return .answer(FinalAnswer(host: host, status: status, body: []))
    }

    func sessionRecords() async -> [SessionRecord] { [] }
    func restore(_ records: [SessionRecord]) async {}
}
