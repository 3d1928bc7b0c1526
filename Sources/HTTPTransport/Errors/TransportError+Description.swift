extension TransportError: CustomStringConvertible {
    /// A sentence for people: what failed, where, and what to do next.
    public var description: String {
        switch self {
        case .nameNotResolved(let origin):
            "The name \(origin.host) has no address. Check the name, the DNS server and the VPN."
        case .connectionRefused(let origin):
            "\(origin) refuses connections: nothing listens on port \(origin.port). Check the port and that the server runs."
        case .unreachable(let origin, let detail):
            "\(origin) cannot be reached (\(detail)). Check the network, the VPN and the firewall."
        case .proxy(let origin, let failure):
            "\(origin) was not reached, since \(failure)."
        case .tls(let origin, let failure):
            failure.sentence(for: origin)
        case .timedOut(let origin, let phase, let deadline):
            "\(origin) \(phase.overdue) within \(deadline.inSeconds). \(phase.advice)"
        case .tooLarge(let origin, let part, let limit):
            "\(origin) sent a \(part.rawValue) of more than \(limit) bytes. "
                + "Check that the address is the right one, or allow a larger one."
        case .truncated(let origin, .head, _):
            "\(origin) closed the connection before it had answered. "
                + "Try again; if it stays so, check that the port speaks \(origin.scheme.rawValue)."
        case .truncated(let origin, .body, let received):
            "\(origin) closed the connection in the middle of its answer, after \(received) bytes of the body. Try again."
        case .malformedResponse(let origin, let detail):
            "\(origin) did not answer in HTTP (\(detail)). Check the port and what listens there."
        case .invalidRequest(let origin, let detail):
            "The request to \(origin) cannot be sent: \(detail). This is a mistake of the program, not of the server."
        case .cancelled(let origin):
            "The request to \(origin) was cancelled. Ask again if it is still wanted."
        case .failed(let origin, let detail):
            "The request to \(origin) failed on this side (\(detail)). Try again; if it stays so, report it."
        }
    }
}

extension ExchangePhase {
    fileprivate var overdue: String {
        switch self {
        case .connecting: "did not accept a connection"
        case .waitingForHead: "accepted the connection but did not answer"
        case .receivingBody: "began its answer but did not end it"
        }
    }

    fileprivate var advice: String {
        switch self {
        case .connecting: "Check the address, the VPN and the firewall."
        case .waitingForHead, .receivingBody: "Try again, or allow more time."
        }
    }
}

extension Duration {
    /// The duration in seconds, to a thousandth, as `1.5 s`.
    fileprivate var inSeconds: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        let fraction = milliseconds % 1000
        if fraction == 0 { return "\(milliseconds / 1000) s" }
        let digits = String(1000 + fraction).dropFirst()
        return "\(milliseconds / 1000).\(digits.reversed().drop { $0 == "0" }.reversed().map(String.init).joined()) s"
    }
}
