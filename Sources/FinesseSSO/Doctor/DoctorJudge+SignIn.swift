import Finesse
import FinesseTypes

extension DoctorJudge {
    /// What Finesse answered to a request for a token without cookies, or what the identity service answered to it.
    public enum Leading: Hashable, Sendable {
        /// It sends the client on.
        case redirect(Destination)
        /// It answers itself.
        case answer(host: String, status: Int, body: [UInt8])
        /// It shows a page that posts the client on.
        case form(Destination?)
    }

    /// Where a client is sent; of the query what is no secret.
    public struct Destination: Hashable, Sendable {
        /// Host and, unless it is the scheme's own, port.
        public var host: String
        /// The path.
        public var path: String
        /// `client_id`, where the query has it.
        public var clientID: String?
        /// Host and port of `redirect_uri`, where the query has it.
        public var redirectHost: String?

        /// Makes a destination from its parts.
        ///
        /// - Parameters:
        ///   - host: Host and port.
        ///   - path: The path.
        ///   - clientID: `client_id`.
        ///   - redirectHost: Host and port of `redirect_uri`.
        public init(host: String, path: String, clientID: String? = nil, redirectHost: String? = nil) {
            self.host = host
            self.path = path
            self.clientID = clientID
            self.redirectHost = redirectHost
        }
    }

    /// Judges the redirect to the identity service.
    ///
    /// - Parameters:
    ///   - leading: What Finesse answered.
    ///   - node: Host and port of the node as it was asked.
    /// - Returns: The finding.
    ///
    /// Source: "Client Integration", step 3; Cisco document 200662.
    public static func redirect(_ leading: Leading, node: String) -> DoctorFinding {
        switch leading {
        case .answer(let host, let status, let body):
            let message = TokenReading.message(in: body)
            let refusal = TokenRefusal(host: host, step: .signIn, status: status, message: message)
            if status == 200 {
                return DoctorFinding(
                    .redirect,
                    .failed,
                    "\(host) answered 200 in place of a redirect",
                    nextAction: "Check that the address is a Finesse node in SSO mode and no page of a proxy."
                )
            }
            return DoctorFinding(.redirect, refusal.explanation)
        case .form(let to), .redirect(let to as Destination?):
            guard let to else {
                return DoctorFinding(.redirect, .failed, "\(node) answered with a page that leads nowhere")
            }
            let client = to.clientID.map { ", client \($0.prefix(8))…" } ?? ""
            let back = to.redirectHost.map { ", back to \($0)" } ?? ""
            let evidence = "\(node) leads to \(to.host)\(to.path)\(client)\(back)"
            guard to.path.hasPrefix("/ids/") else {
                return DoctorFinding(
                    .redirect,
                    .warning,
                    evidence,
                    nextAction:
                        "This is no address of a Cisco Identity Service; see whether a proxy asks for a sign-in of its own."
                )
            }
            if let back = to.redirectHost, back.lowercased() != node.lowercased() {
                return DoctorFinding(
                    .redirect,
                    .warning,
                    evidence,
                    nextAction: "Use \(back) as the server: the session belongs to that name and not to the one given."
                )
            }
            return DoctorFinding(.redirect, .ok, evidence)
        }
    }

    /// Judges the identity service's answer to the client and its redirect URI.
    ///
    /// - Parameter leading: What it answered.
    /// - Returns: The finding.
    ///
    /// Source: Cisco document 200662, the errors of the authorization request.
    public static func client(_ leading: Leading) -> DoctorFinding {
        switch leading {
        case .answer(let host, let status, let body):
            let message = TokenReading.message(in: body)
            if let fault = IdentityFaults.recognise(text: String(decoding: body.prefix(256 << 10), as: UTF8.self)) {
                let report = IdentityFaultReport(fault: fault, host: host, status: status)
                return DoctorFinding(.client, report.explanation, fault: fault.code)
            }
            return DoctorFinding(
                .client,
                .failed,
                "\(host) answered \(status)\(message.isEmpty ? "" : " (\(message))")",
                nextAction: "Have Test SSO run in the administration of the identity service; its ids.log tells more."
            )
        case .form(let to), .redirect(let to as Destination?):
            let whom = to.map { $0.host + $0.path } ?? "its identity provider"
            return DoctorFinding(.client, .ok, "client and redirect URI are known; it leads to \(whom)")
        }
    }

    /// Judges what the walk through the pages came to, without anything filled in.
    ///
    /// - Parameter result: How it ended, or why it could not be done.
    /// - Returns: The finding.
    public static func page(_ result: Result<SignInEnding, SignInAgentError>) -> DoctorFinding {
        switch result {
        case .success(.stopped(let stop)):
            switch stop.kind {
            case .loginForm:
                let asks = stop.asksFor.isEmpty ? "" : ", which asks for \(stop.asksFor.joined(separator: ", "))"
                let title = stop.title.isEmpty ? "" : " \"\(stop.title)\""
                return DoctorFinding(.page, .ok, "\(stop.host) shows the login page\(title)\(asks)")
            default:
                return DoctorFinding(.page, stop.explanation, .warning)
            }
        case .success(.answer(let answer)):
            return DoctorFinding(
                .page,
                .warning,
                "\(answer.host) answered without a login page: somebody is signed in silently",
                nextAction: "If nobody should be, look at what signs this machine in at the identity provider."
            )
        case .success(let ending): return ended(.page, ending)
        case .failure(let error): return DoctorFinding(.page, SSOError.agent(error).explanation)
        }
    }

    /// Judges Finesse's own test of single sign-on.
    ///
    /// - Parameters:
    ///   - result: How the walk ended, or why it could not be done.
    ///   - cookie: The value of the cookie `ssotest`, where one came.
    ///   - text: What the page says.
    /// - Returns: The finding.
    ///
    /// Source: Finesse developer guide, "Single Sign-On: Test".
    public static func ssoTest(
        _ result: Result<SignInEnding, SignInAgentError>,
        cookie: String?,
        text: String
    ) -> DoctorFinding {
        guard case .success(.answer(let answer)) = result else {
            switch result {
            case .success(let ending): return ended(.ssoTest, ending)
            case .failure(let error): return DoctorFinding(.ssoTest, SSOError.agent(error).explanation)
            }
        }
        let word = ["AUTH_ERROR", "NO TOKEN"].first { text.contains($0) }
        let evidence = "\(answer.host) answered \(answer.status), cookie ssotest=\(cookie.map(shown) ?? "absent")"
        switch cookie {
        case "true":
            return DoctorFinding(.ssoTest, .ok, evidence)
        case "false":
            return DoctorFinding(
                .ssoTest,
                .failed,
                evidence + (word.map { ", \($0)" } ?? ""),
                nextAction: word == "NO TOKEN"
                    ? "Finesse got no token for the code: have the state of both identity service nodes checked."
                    : "Have Test SSO run in the administration of the identity service.",
                isObstacle: false
            )
        default:
            return DoctorFinding(
                .ssoTest,
                .warning,
                evidence,
                nextAction: "This release sets no such cookie; the sign-in below says more."
            )
        }
    }

    /// A value that is one of two words, or else none that should be shown.
    private static func shown(_ value: String) -> String {
        ["true", "false"].contains(value) ? value : "<redacted>"
    }

    /// Judges a sign-in.
    ///
    /// - Parameters:
    ///   - result: How it ended, or why it could not be done.
    ///   - byToken: Whether tokens are asked for, not a password judged.
    /// - Returns: The finding.
    public static func signIn(_ result: Result<SignInOutcome, SSOError>, byToken: Bool) -> DoctorFinding {
        switch result {
        case .success(.signedIn(let agent)):
            let how = agent.tokens == nil ? "the password is right" : "a token came"
            return DoctorFinding(.signIn, .ok, "\(agent.userName) is signed in at \(hostAndPort(agent.origin)): \(how)")
        case .success(.identityFault(let report)): return ended(.signIn, .identityFault(report))
        case .success(.stopped(let stop)): return ended(.signIn, .stopped(stop))
        case .success(.refused(let refusal)): return ended(.signIn, .refused(refusal))
        case .success(.otherUser(let other)): return DoctorFinding(.signIn, other.explanation, fault: "other-user")
        case .failure(.finesse(.refused(let refusal))) where refusal.isVoidToken:
            guard !byToken else { return voidTokens(.signIn, refusal) }
            return DoctorFinding(
                .signIn,
                .failed,
                "\(refusal.call.host) refuses the user name or the password",
                nextAction:
                    "Check both; five wrong passwords in a row lock the account for five minutes, so nothing is sent a"
                    + " second time.",
                fault: "refused"
            )
        case .failure(let error): return DoctorFinding(.signIn, error.explanation)
        }
    }

    /// An ending that is no answer.
    private static func ended(_ probe: DoctorProbe, _ ending: SignInEnding) -> DoctorFinding {
        switch ending {
        case .answer(let answer):
            DoctorFinding(probe, .failed, "\(answer.host) answered \(answer.status)")
        case .stopped(let stop): DoctorFinding(probe, stop.explanation)
        case .refused(let refusal): DoctorFinding(probe, refusal.explanation, fault: "refused")
        case .identityFault(let report): DoctorFinding(probe, report.explanation, fault: report.fault.code)
        }
    }
}
