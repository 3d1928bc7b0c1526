import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization

let node = HTTPOrigin(scheme: .https, host: "finesse1.example.com", port: 8445)

/// One answer of a script.
struct Answer: Sendable {
    var status: Int
    var body: String

    init(_ status: Int, _ body: String = "") {
        self.status = status
        self.body = body
    }
}

/// A transport that gives the answers in order and the last one over and over.
func script(_ answers: Answer...) -> ScriptedTransport {
    let place = Mutex(0)
    return ScriptedTransport { (_) throws(TransportError) in
        let turn = place.withLock { turn in
            defer { turn += 1 }
            return turn
        }
        let answer = answers[min(turn, answers.count - 1)]
        return HTTPResponse(status: answer.status, body: Array(answer.body.utf8))
    }
}

func client(
    _ transport: ScriptedTransport,
    _ credentials: FinesseCredentials = .none,
    clock: any Clock<Duration> = SteppingClock()
) -> FinesseClient {
    FinesseClient(transport: transport, origin: node, credentials: credentials, clock: clock)
}

func userXML(id: String = "98411", name: String = "sjefferson", state: String, pending: String = "") -> String {
    """
    <User><dialogs>/finesse/api/User/777/Dialogs</dialogs><extension></extension><loginId>\(id)</loginId>\
    <loginName>\(name)</loginName><pendingState>\(pending)</pendingState><reasonCodeId>-1</reasonCodeId>\
    <roles><role>Agent</role><role>Supervisor</role></roles><state>\(state)</state>\
    <uri>/finesse/api/User/\(name)</uri><wrapUpTimer>30</wrapUpTimer><futureField>kept</futureField></User>
    """
}

/// The error that a call throws, or nil.
func failure<Value>(_ body: () async throws(FinesseError) -> Value) async -> FinesseError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

extension HTTPRequest {
    var bodyText: String { String(decoding: body ?? [], as: UTF8.self) }
}
