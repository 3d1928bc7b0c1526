public import Finesse
public import FinesseTypes
public import HTTPTransport

/// Judges evidence: pure, without a network, a clock or a person in its hands.
public enum DoctorJudge {
    /// How many days before its end a certificate is worth a word.
    public static let certificateNotice = 30

    /// Judges the server's name.
    ///
    /// - Parameters:
    ///   - host: The name as it was given.
    ///   - way: How it is reached.
    /// - Returns: The finding.
    ///
    /// Source: the identity service knows Finesse's redirect URI by the fully qualified name only.
    public static func name(_ host: String, _ way: NameResolution) -> DoctorFinding {
        let evidence: String
        switch way {
        case .unknown:
            return DoctorFinding(
                .name,
                .failed,
                "\(host) has no address",
                nextAction: "Check the spelling and the name server; away from the office, check the VPN."
            )
        case .addresses(let list): evidence = "\(host) is \(list.joined(separator: ", "))"
        case .unseen: evidence = "\(host) has an address"
        case .override(let place): evidence = "\(host) is taken to \(place) by --connect-to"
        case .proxy: evidence = "\(host) is looked up by the proxy"
        }
        if IPAddress(host) != nil {
            return DoctorFinding(
                .name,
                .warning,
                "\(evidence), and that is an address",
                nextAction:
                    "Use the node's fully qualified name: the identity service refuses every other redirect URI."
            )
        }
        guard host.contains(".") else {
            return DoctorFinding(
                .name,
                .warning,
                "\(evidence), a short name",
                nextAction:
                    "Use the node's fully qualified name: the identity service refuses every other redirect URI."
            )
        }
        return DoctorFinding(.name, .ok, evidence)
    }

    /// How a name is reached.
    public enum NameResolution: Hashable, Sendable {
        /// The name server gives these addresses.
        case addresses([String])
        /// The name server gives an address, which the system did not name.
        case unseen
        /// It is taken to another host or port.
        case override(String)
        /// A proxy looks it up.
        case proxy
        /// The name server gives none.
        case unknown
    }

    /// Judges TLS of one server.
    ///
    /// - Parameters:
    ///   - probe: Which of the three.
    ///   - origin: The server.
    ///   - connection: What is known of the connection, or why there was none.
    ///   - now: Seconds since 1970.
    /// - Returns: The finding.
    public static func tls(
        _ probe: DoctorProbe,
        _ origin: HTTPOrigin,
        _ connection: Result<ConnectionFacts, TransportError>,
        now: Int64
    ) -> DoctorFinding {
        switch connection {
        case .failure(let error): return unreached(probe, origin, error)
        case .success(let facts):
            let host = hostAndPort(origin)
            guard let tls = facts.tls, let own = tls.chain.first else {
                return DoctorFinding(
                    probe,
                    .warning,
                    "\(host) was reached without TLS",
                    nextAction: "Have it served over https: cookies and tokens cross the network readably."
                )
            }
            let ends = tls.chain.map { ($0, ($0.notAfter.secondsSinceEpoch - now) / 86_400) }
            let (next, days) = ends.min { $0.1 < $1.1 } ?? (own, 0)
            let whose = next == own ? "its certificate" : "the certificate of \(commonName(next.subject)) above it"
            let above = tls.chain.count > 1 ? ", \(tls.chain.count) in the chain" : ""
            let evidence =
                "\(host): \(tls.version), name and chain are good, issued by \(commonName(own.issuer))\(above),"
                + " \(days) days left"
            guard days < certificateNotice else { return DoctorFinding(probe, .ok, evidence) }
            return DoctorFinding(
                probe,
                .warning,
                evidence,
                nextAction: "Have \(whose) renewed before \(next.notAfter); after that nobody signs in."
            )
        }
    }

    /// The part of a distinguished name that people know.
    private static func commonName(_ name: String) -> String {
        let part = name.split(separator: ",").first { $0.hasPrefix("CN=") }
        return part.map { String($0.dropFirst(3)) } ?? name
    }

    private static func unreached(_ probe: DoctorProbe, _ origin: HTTPOrigin, _ error: TransportError) -> DoctorFinding
    {
        let host = hostAndPort(origin)
        guard case .tls(_, let failure) = error else {
            return DoctorFinding(
                probe,
                .failed,
                "\(host) \(words(for: error))",
                nextAction: "Check that it runs, that the port is right and that no firewall stands between.",
                fault: error.label.rawValue
            )
        }
        var action = "Have the certificate put right at that server, or check this machine's clock."
        if case .unknownIssuer = failure.reason {
            action = "Give its authority with --ca, or after comparing the fingerprint: finessectl trust \(host)."
            if probe == .identityServiceTLS {
                action += " Finesse and CUIC need the certificate of the identity service too."
            }
        }
        return DoctorFinding(
            probe,
            .failed,
            "\(host): \(failure)",
            nextAction: action,
            fault: failure.label.rawValue
        )
    }

    /// A failed exchange without its next action, which is the finding's to give.
    private static func words(for error: TransportError) -> String {
        switch error {
        case .nameNotResolved: "has no address"
        case .connectionRefused: "refuses connections: nobody listens there"
        case .unreachable(_, let detail): "cannot be reached (\(detail))"
        case .proxy(_, let failure): "is not reached: \(failure)"
        case .timedOut(_, _, let limit): "gives no answer within \(limit.components.seconds) s"
        default: "gave no answer that can be used (\(error.label.rawValue))"
        }
    }

    /// Judges what the system says of itself.
    ///
    /// - Parameters:
    ///   - result: SystemInfo, or why there is none.
    ///   - isModeGiven: Whether the mode was given by hand.
    /// - Returns: The finding.
    public static func systemInfo(
        _ result: Result<SystemInfo, FinesseError>,
        isModeGiven: Bool
    ) -> DoctorFinding {
        switch result {
        case .success(let info):
            let kind = info.deploymentType.map { "\($0)" } ?? "a system of unknown kind"
            let status = info.status?.uppercased() ?? "without a status"
            let reason = info.statusReason.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
            let evidence = "\(kind), \(status)\(reason), xmpp domain \(info.xmppDomain ?? "not named")"
            guard status == "IN_SERVICE" else {
                return DoctorFinding(
                    .systemInfo,
                    .warning,
                    evidence,
                    nextAction: "Use the other Finesse node until this one is in service; have its CTI link checked."
                )
            }
            return DoctorFinding(.systemInfo, .ok, evidence)
        case .failure(.refused(let refusal)) where [401, 403].contains(refusal.status):
            return DoctorFinding(
                .systemInfo,
                isModeGiven ? .warning : .failed,
                "\(refusal.call.host) wants credentials for SystemInfo (status \(refusal.status)), as Cisco's reverse proxy does",
                nextAction: isModeGiven ? nil : "Give the mode by hand: --auth-mode SSO."
            )
        case .failure(let error):
            return DoctorFinding(.systemInfo, error.explanation)
        }
    }

    /// Judges the other node.
    ///
    /// - Parameter others: Each other node, and its status or why it gave none.
    /// - Returns: The finding.
    public static func otherNode(_ others: [(node: HTTPOrigin, result: Result<String, FinesseError>)]) -> DoctorFinding
    {
        guard !others.isEmpty else {
            return DoctorFinding(
                .otherNode,
                .ok,
                "the system names no other node: there is nowhere to go when this one fails"
            )
        }
        let words = others.map { other in
            switch other.result {
            case .success(let status): "\(hostAndPort(other.node)) is \(status)"
            case .failure(.transport(let error, _)): "\(hostAndPort(other.node)) \(Self.words(for: error))"
            case .failure(let error): "\(hostAndPort(other.node)): \(error.explanation.problem)"
            }
        }
        let isWell = others.allSatisfy { if case .success("IN_SERVICE") = $0.result { true } else { false } }
        return DoctorFinding(
            .otherNode,
            isWell ? .ok : .warning,
            words.joined(separator: "; "),
            nextAction: isWell ? nil : "Have that node looked at: agents go there when this one fails."
        )
    }

    /// Judges the system's mode.
    ///
    /// - Parameters:
    ///   - info: SystemInfo, where it was read.
    ///   - given: The mode that was given by hand.
    /// - Returns: The finding.
    public static func mode(_ info: SystemInfo?, given: AuthenticationMode?) -> DoctorFinding {
        let said = info?.authenticationMode
        guard let mode = given ?? said else {
            let word = info?.authenticationModeWord
            return DoctorFinding(
                .mode,
                .failed,
                word.map { "the server says \"\(String($0.prefix(40)))\", a mode that is not known" }
                    ?? "the server does not say how users sign in",
                nextAction: "Give the mode by hand: --auth-mode SSO, NON_SSO or HYBRID."
            )
        }
        if let given, let said, given != said {
            return DoctorFinding(
                .mode,
                .warning,
                "\(given) was given by hand, and the server says \(said)",
                nextAction: "Leave out --auth-mode, and the profile's authentication-mode."
            )
        }
        if mode == .hybrid, info?.deploymentType == .express {
            return DoctorFinding(
                .mode,
                .warning,
                "HYBRID on Unified CCX, which has no such mode",
                nextAction: "Give the mode by hand: --auth-mode SSO or NON_SSO."
            )
        }
        return DoctorFinding(.mode, .ok, "\(mode)\(given == nil ? "" : ", given by hand")")
    }

    /// Judges the user's own mode.
    ///
    /// - Parameters:
    ///   - system: The system's mode.
    ///   - user: The user, where one was named.
    ///   - result: The user's mode, or why it is not known; nil where it was not asked for.
    /// - Returns: The finding.
    public static func userMode(
        _ system: AuthenticationMode,
        _ user: UserName?,
        _ result: Result<AuthenticationMode, SSOError>?
    ) -> DoctorFinding {
        guard system == .hybrid else {
            return DoctorFinding(.userMode, .skipped, "only a hybrid system has one; this one is \(system)")
        }
        guard let user, let result else {
            return DoctorFinding(
                .userMode,
                .skipped,
                "no user was named",
                nextAction: "Name one with --user: in a hybrid system each has a mode.",
                isObstacle: true
            )
        }
        switch result {
        case .success(let mode): return DoctorFinding(.userMode, .ok, "\(user) signs in by \(mode)")
        case .failure(let error): return DoctorFinding(.userMode, error.explanation)
        }
    }

    /// Judges the clocks.
    ///
    /// The identity service and the identity provider must agree with each other: an assertion of the future is refused, and one
    /// is good for five minutes. This machine's own clock matters less.
    ///
    /// - Parameter clocks: Each server and how far its clock is from this machine's.
    /// - Returns: The finding.
    ///
    /// Source: Cisco document 200662 (the clocks of IdS and IdP).
    public static func clocks(_ clocks: [(host: String, skew: ClockSkew, isIdentityParty: Bool)]) -> DoctorFinding {
        guard let worst = clocks.max(by: { $0.skew.least < $1.skew.least }) else {
            return DoctorFinding(.clocks, .warning, "no server told its time")
        }
        let words = clocks.map { "\($0.host): \($0.skew)" }.joined(separator: "; ")
        let parties = clocks.filter(\.isIdentityParty)
        if parties.count == 2 {
            let apart = parties[0].skew.offset - parties[1].skew.offset
            let least = max(apart, .zero - apart) - parties[0].skew.uncertainty - parties[1].skew.uncertainty
            if least > .zero {
                return DoctorFinding(
                    .clocks,
                    least > .seconds(30) ? .failed : .warning,
                    words,
                    nextAction:
                        "Have \(parties[0].host) and \(parties[1].host) synchronised with NTP: they are at least"
                        + " \(least.components.seconds) s apart, and an assertion of the future is refused.",
                    fault: "ids-clock-skew",
                    isObstacle: false
                )
            }
        }
        switch worst.skew.verdict {
        case .harmless where worst.skew.least == .zero:
            let hosts = clocks.map { "\($0.host) (\($0.skew.bound))" }.joined(separator: ", ")
            return DoctorFinding(.clocks, .ok, "this machine's agrees with \(hosts)")
        case .harmless: return DoctorFinding(.clocks, .ok, words)
        case .noticeable, .harmful:
            return DoctorFinding(
                .clocks,
                worst.skew.verdict == .harmful ? .failed : .warning,
                words,
                nextAction: "Have this machine, or \(worst.host), synchronised with NTP: one-time codes, cookies and"
                    + " certificates go by the clock.",
                isObstacle: false
            )
        }
    }

    /// Judges the walls around the pages.
    ///
    /// - Parameters:
    ///   - standing: The names of the walls that stand; nil where pages run in this process.
    ///   - known: The names of all walls there are.
    /// - Returns: The finding.
    public static func walls(_ standing: [String]?, known: [String]) -> DoctorFinding {
        guard let standing else {
            return DoctorFinding(
                .walls,
                .warning,
                "pages run in this process, without walls around their scripts",
                nextAction: "Leave out --in-process-pages."
            )
        }
        let missing = known.filter { !standing.contains($0) }
        guard missing.isEmpty else {
            return DoctorFinding(
                .walls,
                .warning,
                "a process of its own; these walls do not stand: \(missing.joined(separator: ", "))",
                nextAction: "Use a kernel that has them, or let nobody but trusted identity providers show pages here."
            )
        }
        return DoctorFinding(.walls, .ok, "a process of its own, all \(known.count) walls stand")
    }
}

extension String {
    /// The text without the full stop at its end.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
