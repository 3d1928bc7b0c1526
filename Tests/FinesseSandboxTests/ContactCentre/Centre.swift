import Testing

@testable import FinesseSandbox

/// A small contact centre without servers: four agents and a supervisor, with Basic credentials and a clock that stands still.
struct Centre {
    static let agents = ["1001", "1002", "1003", "1004"]
    static let supervisor = "1009"

    let sandbox: FinesseSandbox

    init(
        _ deployment: SandboxDeployment = .ucce,
        _ change: (inout SandboxConfiguration) -> Void = { _ in }
    ) async throws {
        sandbox = try await FinesseSandbox.withoutServers(
            .with { configuration in
                configuration.authenticationMode = .nonSSO
                configuration.deployment = deployment
                configuration.users = (Self.agents + [Self.supervisor, "1010"]).map { id in
                    // In Unified CCX the login name takes the id's place; here they are the same number, but for a letter.
                    SandboxUser(
                        loginName: deployment == .uccx ? id : "a\(id)",
                        loginId: deployment == .uccx ? "x\(id)" : id,
                        password: "secret",
                        teamId: id == "1010" ? "5001" : "5000",
                        roles: id > "1008" ? ["Agent", "Supervisor"] : ["Agent"]
                    )
                }
                configuration.teams.append(SandboxTeam(id: "5001", name: "Others"))
                change(&configuration)
            }
        )
    }

    /// A phone's number: the agent's id with a 2 before it.
    static func phone(_ id: String) -> String { "2\(id)" }

    func client(_ id: String) -> RESTClient {
        let name = sandbox.configuration.deployment == .uccx ? id : "a\(id)"
        return RESTClient(sandbox: sandbox, authorization: RESTClient.basic(name, "secret"))
    }

    var administrator: RESTClient {
        RESTClient(sandbox: sandbox, authorization: RESTClient.basic("administrator", "Primus-Matrix-84"))
    }

    func advance(_ span: Duration = .milliseconds(20)) async { await sandbox.clock.advance(by: span) }

    // MARK: Agents

    /// Signs agents in at their phones, and lets them take the states that follow.
    func signIn(_ ids: String..., then states: String...) async {
        for id in ids {
            _ = await client(id).change(id, to: "LOGIN", extra: "<extension>\(Self.phone(id))</extension>")
            for state in states { _ = await client(id).change(id, to: state) }
        }
    }

    func user(_ id: String, _ element: String = "state") async -> String? {
        await client(id).get("/finesse/api/User/\(id)").element(element)
    }

    // MARK: Calls

    /// Asks for something with a call, and lets the clock pass its moment.
    @discardableResult
    func act(
        _ id: String,
        _ action: String,
        on dialog: String,
        extra: String = "",
        target: String? = nil
    ) async
        -> SandboxAnswer
    {
        let answer = await client(id).put(
            "/finesse/api/Dialog/\(dialog)",
            """
            <Dialog><requestedAction>\(action)</requestedAction>\
            <targetMediaAddress>\(target ?? Self.phone(id))</targetMediaAddress>\(extra)</Dialog>
            """
        )
        // A consult call has to reach the other phone as well.
        await advance(.milliseconds(action == "CONSULT_CALL" ? 40 : 20))
        return answer
    }

    /// Begins a call and lets it reach the other phone.
    @discardableResult
    func begin(
        _ id: String,
        _ action: String = "MAKE_CALL",
        to number: String,
        extra: String = "",
        from: String? = nil
    ) async -> SandboxAnswer {
        let answer = await client(id).post(
            "/finesse/api/User/\(id)/Dialogs",
            """
            <Dialog><requestedAction>\(action)</requestedAction><fromAddress>\(from ?? Self.phone(id))</fromAddress>\
            <toAddress>\(number)</toAddress>\(extra)</Dialog>
            """
        )
        await advance(.milliseconds(40))
        return answer
    }

    /// The ids of an agent's calls.
    func dialogs(_ id: String) async -> [String] {
        let text = await client(id).get("/finesse/api/User/\(id)/Dialogs").text
        return text.split(separator: "<id>").dropFirst().compactMap { $0.split(separator: "<").first.map(String.init) }
    }

    /// The states of those in a call, by their phones, and of the call.
    func parties(_ dialog: String, as id: String) async -> [String: String] {
        let text = await client(id).get("/finesse/api/Dialog/\(dialog)").text
        var states: [String: String] = [:]
        for part in text.split(separator: "<Participant>").dropFirst() {
            let part = String(part)
            states[ChainClient.between(part, "<mediaAddress>", "<") ?? ""] = ChainClient.between(part, "<state>", "<")
        }
        states[""] = text.split(separator: "</participants>").last.flatMap {
            ChainClient.between(String($0), "<state>", "<")
        }
        return states
    }

    /// What an agent may do in a call.
    func actions(_ dialog: String, of id: String) async -> [String] {
        let text = await client(id).get("/finesse/api/Dialog/\(dialog)").text
        let own = text.split(separator: "<Participant>").dropFirst().last { part in
            part.contains("<mediaAddress>\(Self.phone(id))</mediaAddress>")
        }
        return own?.split(separator: "<action>").dropFirst().compactMap {
            $0.split(separator: "<").first.map(String.init)
        } ?? []
    }

    /// A call between two agents who talk: its id.
    func talk(_ first: String, _ second: String) async throws -> String {
        await begin(first, to: Self.phone(second))
        let id = try #require(await dialogs(second).last)
        await act(second, "ANSWER", on: id)
        return id
    }

    // MARK: Events

    /// What was published after a number at a node, in short: method, what it is about, and its state or its error.
    func events(_ node: String, after: Int = 0) async -> [String] {
        await sandbox.world.notifications(after: after).filter { $0.node == "/finesse/api/\(node)" }.map { event in
            let state = event.data.split(separator: "</participants>").last.flatMap {
                ChainClient.between(String($0), "<state>", "<")
            }
            let error = ChainClient.between(event.data, "<errorType>", "<")
            return "\(event.method) \(error ?? state ?? "")"
        }
    }

    var lastEvent: Int { get async { await sandbox.world.lastNotification } }

    /// The error that was reported last to an agent, if that is the last event there.
    func fault(_ id: String, _ suffix: String = "/Dialogs") async -> [String]? {
        let events = await sandbox.world.notifications(after: 0).filter {
            $0.node == "/finesse/api/User/\(id)\(suffix)"
        }
        guard let data = events.last?.data, data.contains("<apiErrors>") else { return nil }
        return ["errorType", "errorMessage", "errorData"].map { ChainClient.between(data, "<\($0)>", "<") ?? "" }
    }
}
