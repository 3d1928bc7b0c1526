extension SandboxFault {
    /// What happens to a request.
    public enum Effect: Hashable, Sendable {
        /// This answer in place of the true one; nothing else is done.
        case status(Int, body: String = "", headers: [String: String] = [:])
        /// The true answer comes later: what was asked is done at once.
        case delay(Delay)
        /// The connection is reset (RST).
        case reset(Moment = .beforeWork)
        /// The connection is closed without an answer.
        case hangUp(Moment = .beforeWork)
        /// The true answer's status without a body.
        case empty
        /// The head of the true answer and some of its body, then the end of the connection; the first half of it when no number is
        /// given.
        case truncated(bytes: Int? = nil)
        /// A head that is no HTTP.
        case malformedHead
        /// The true answer with a body that is neither JSON nor XML.
        case malformedBody
        /// The true answer under another content type.
        case contentType(String)
        /// The true answer, some bytes at a time.
        case drip(bytes: Int, every: Duration)
        /// What a switched failure does.
        case failure(SandboxFailure)
        /// A user's account at the identity provider is like that.
        case account(Account, user: String)
    }

    /// When something happens to a connection.
    public enum Moment: String, CaseIterable, Codable, Hashable, Sendable {
        /// Before anything is done: as if the request had never arrived.
        case beforeWork
        /// What was asked is done and its answer is lost.
        case afterWork
    }

    /// What an account at the identity provider is like.
    public enum Account: String, CaseIterable, Codable, Hashable, Sendable {
        /// The password has to be changed first.
        case passwordExpired
        /// It is locked.
        case locked
    }

    /// How long an answer takes, on the sandbox's clock: with a virtual one until that is turned.
    public enum Delay: Hashable, Sendable {
        /// Always the same.
        case fixed(Duration)
        /// Long tails, as networks and busy servers have them: `exp(sigma · z)` times the median, where z is normal; never more than
        /// the most.
        case logNormal(median: Duration, sigma: Double, most: Duration = .seconds(120))
    }
}

extension SandboxFault.Effect {
    /// What it does, in a few words.
    public var label: String {
        switch self {
        case .status(let code, _, _): "status \(code)"
        case .delay: "delay"
        case .reset(.beforeWork): "reset"
        case .reset(.afterWork): "reset, the answer lost"
        case .hangUp(.beforeWork): "no answer"
        case .hangUp(.afterWork): "no answer, the work done"
        case .empty: "empty answer"
        case .truncated: "truncated answer"
        case .malformedHead: "malformed head"
        case .malformedBody: "malformed body"
        case .contentType(let type): "content type \(type)"
        case .drip: "slow drip"
        case .failure(let failure): failure.rawValue
        case .account(let account, let user): "\(account.rawValue) \(user)"
        }
    }

    /// Whether it stands in the way of another effect of its kind: one answer has one shape.
    var shapesAnswer: Bool {
        switch self {
        case .delay, .failure, .account: false
        default: true
        }
    }

    /// The answer that comes in place of the services' work; nothing where they are asked.
    var insteadOfWork: SandboxAnswer? {
        switch self {
        case .status(let code, let body, let headers):
            var answer = SandboxAnswer.plain(body, status: code)
            for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
                answer.headers.removeAll { $0.name.lowercased() == name.lowercased() }
                answer.headers.append((name, value))
            }
            return answer.refusing(.fault)
        case .reset(.beforeWork): return SandboxAnswer(status: 0, refusal: .fault, delivery: .reset)
        case .hangUp(.beforeWork): return SandboxAnswer(status: 0, refusal: .fault, delivery: .hangUp)
        default: return nil
        }
    }

    /// What becomes of the services' answer.
    func shape(_ answer: SandboxAnswer, waiting: @escaping @Sendable (Duration) async -> Void) -> SandboxAnswer {
        var answer = answer
        switch self {
        case .reset(.afterWork): return SandboxAnswer(status: 0, refusal: .fault, notes: answer.notes, delivery: .reset)
        case .hangUp(.afterWork):
            return SandboxAnswer(status: 0, refusal: .fault, notes: answer.notes, delivery: .hangUp)
        case .empty: answer.body = .bytes([])
        case .truncated(let bytes): answer.delivery = .truncated(after: bytes ?? answer.size / 2)
        case .malformedHead: answer.delivery = .malformedHead
        case .malformedBody:
            // A zero byte is allowed nowhere in JSON and nowhere in XML.
            if case .bytes(let bytes) = answer.body {
                answer.body = .bytes(
                    bytes.prefix(bytes.count / 2) + [0x00, 0x3C, 0x26] + bytes.dropFirst(bytes.count / 2)
                )
            }
        case .contentType(let type):
            answer.headers.removeAll { $0.name.lowercased() == "content-type" }
            answer.headers.append(("Content-Type", type))
        case .drip(let bytes, let interval):
            answer.delivery = .drip(bytes: bytes) { await waiting(interval) }
        default: break
        }
        return answer
    }
}
