import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting

@Suite("Sign-in through the light user agent", .timeLimit(.minutes(5)))
struct SignInTests {
    private func stop(_ ending: SignInEnding) throws -> SignInStop {
        guard case .stopped(let stop) = ending else { throw Unexpected(ending: ending) }
        return stop
    }

    private struct Unexpected: Error { var ending: SignInEnding }

    private func posts(_ transport: ScriptedTransport) -> [String] {
        transport.requests.filter { $0.method == "POST" }.map(\.target)
    }

    @Test("ends with the JSON at either of its places", arguments: [true, false])
    func token(endsAtCallback: Bool) async throws {
        var sites = ThreeSites()
        sites.endsAtCallback = endsAtCallback
        let transport = sites.transport()
        guard case .answer(let answer) = try await agent(transport).signIn(request()) else {
            Issue.record("no answer")
            return
        }
        let token = try TokenAnswer(reading: answer.body)
        #expect(answer.status == 200 && answer.host == "finesse1.example.com:8445")
        #expect(token.accessToken == AccessToken("at") && token.identity.userID == "ann")
        #expect(posts(transport) == ["/login", "/ids/saml/response"])
    }

    @Test("tells the provider's refusal in its words and never sends the password again")
    func wrongPassword() async throws {
        let transport = ThreeSites().transport()
        let ending = try await agent(transport).signIn(request(password: "wrong-password-9"))
        #expect(ending == .refused(SignInRefusal(host: "idp.example.org", message: "Wrong name or password.")))
        #expect(posts(transport) == ["/login"])
    }

    @Test("stops on the login page when there is nothing to fill in")
    func silent() async throws {
        let stop = try stop(try await agent(ThreeSites().transport()).signIn(request(password: nil)))
        #expect(stop.kind == .loginForm && stop.host == "idp.example.org" && stop.title == "Sign in")
    }

    @Test("needs no password while the provider knows the user, also with cookies that were kept")
    func keptSession() async throws {
        let transport = ThreeSites().transport()
        let first = agent(transport)
        _ = try await first.signIn(request())
        let second = agent(transport)
        await second.restore(await first.sessionRecords())
        guard case .answer = try await second.signIn(request(password: nil)) else {
            Issue.record("not silent")
            return
        }
        #expect(posts(transport) == ["/login", "/ids/saml/response", "/ids/saml/response"])
    }

    @Test("ignores records of another kind")
    func foreignRecords() async throws {
        let one = agent(ThreeSites().transport())
        await one.restore([
            SessionRecord(format: "other", bytes: [1]), SessionRecord(format: "web-agent-cookies", bytes: [1]),
        ])
        #expect(await one.sessionRecords().isEmpty)
    }

    @Test("sends the user's name in a cookie for old releases")
    func cookieForm() async throws {
        let options = SignInOptions(userNameForm: .cookie(domain: nil))
        let transport = ThreeSites().transport()
        _ = try await agent(transport, options).signIn(request(options))
        #expect(transport.requests.first?.fields.text(named: "Cookie") == "cc_username=ann")
        #expect(transport.requests.first?.target.contains("cc_username") == false)
    }

    @Test("stops where the provider wants Negotiate in place of a form")
    func negotiate() async throws {
        var sites = ThreeSites()
        sites.loginPage = (401, ["WWW-Authenticate": "Negotiate"], "<p>No.</p>")
        let stop = try stop(try await agent(sites.transport()).signIn(request()))
        #expect(stop.kind == .integratedSignIn(["Negotiate"]) && stop.host == "idp.example.org")
    }

    @Test("keeps the password from a provider without TLS unless its origin was named")
    func plainProvider() async throws {
        var sites = ThreeSites()
        sites.provider = HTTPOrigin(scheme: .http, host: "idp.example.org")
        let refused = sites.transport()
        let stop = try stop(try await agent(refused).signIn(request()))
        #expect(
            stop.kind
                == .passwordNotAllowed(PasswordObjection(origin: "http://idp.example.org", reason: .notEncrypted))
        )
        #expect(posts(refused).isEmpty)
        let options = SignInOptions(passwordRule: PasswordRule(plainOrigins: ["http://idp.example.org"]))
        guard case .answer = try await agent(sites.transport(), options).signIn(request(options)) else {
            Issue.record("not allowed")
            return
        }
    }

    @Test("answers a consent page when that is allowed, and stops on it otherwise", arguments: [true, false])
    func consent(accepts: Bool) async throws {
        var sites = ThreeSites()
        sites.afterPassword = """
            <title>Consent</title><p>Your name is about to be sent.</p>
            <form method="post" action="/consent"><button type="submit" name="yes">Yes, continue</button></form>
            <form method="post" action="/no"><button type="submit" name="no">No, cancel</button></form>
            """
        let options = SignInOptions(acceptsConsent: accepts)
        let transport = sites.transport()
        let ending = try await agent(transport, options).signIn(request(options))
        if accepts {
            guard case .answer = ending else {
                Issue.record("\(ending)")
                return
            }
            #expect(posts(transport) == ["/login", "/consent", "/ids/saml/response"])
        } else {
            #expect(try stop(ending).kind == .consent)
        }
    }

    @Test("presses what a script makes a button where the form has none")
    func scriptedButton() async throws {
        var sites = ThreeSites()
        sites.loginPage = (
            200, [:],
            """
            <form id="f" method="post" action="/login"><input name="UserName" type="text"><input name="Password" type="password">
            <span role="button" onclick="document.getElementById('f').submit()">Sign in</span></form>
            """
        )
        guard case .answer = try await agent(sites.transport()).signIn(request()) else {
            Issue.record("not signed in")
            return
        }
    }

    @Test("knows a page that shows nothing without a fuller browser")
    func scriptOnly() async throws {
        var sites = ThreeSites()
        sites.loginPage = (200, [:], "<div id=root></div><script>window.app = 1</script>")
        #expect(try stop(try await agent(sites.transport()).signIn(request())).kind == .scriptOnly)
    }

    @Test("names what a page's scripts did not find, and the line they ended in, where it stops")
    func brokenScripts() async throws {
        var sites = ThreeSites()
        sites.loginPage = (
            200, [:],
            """
            <title>App</title><div id=root></div><script>if (!window.PublicKeyCredential) window.old = true</script>
            <script>
            var socket = new WebSocket('wss://idp.example.org/');
            document.getElementById('root').innerHTML = '<form>';
            </script>
            """
        )
        let stop = try stop(try await agent(sites.transport()).signIn(request()))
        #expect(stop.kind == .scriptOnly)
        #expect(
            stop.scriptTroubles.prefix(2) == [
                "a script needs PublicKeyCredential, which is not here", "a script needs WebSocket, which is not here",
            ]
        )
        let problem = stop.explanation.problem
        #expect(problem.contains("a script needs WebSocket, which is not here"))
        #expect(
            problem.contains(
                "a script ended in ReferenceError: Can't find variable: WebSocket (https://idp.example.org/login, line 2)"
            )
        )
    }

    @Test("names them also where the form is there but cannot be used")
    func brokenForm() async throws {
        var sites = ThreeSites()
        sites.loginPage = (
            200, [:], "<form><select name=realm><option>a</select></form><script>document.body.animate([], 5)</script>"
        )
        let stop = try stop(try await agent(sites.transport()).signIn(request()))
        #expect(stop.kind == .otherForm)
        #expect(stop.explanation.description.contains("a script needs element.animate, which is not here"))
    }

    @Test("ends on a page whose script does not")
    func endlessScript() async throws {
        var sites = ThreeSites()
        sites.loginPage = (200, [:], "<title>Busy</title><script>for (;;) {}</script>")
        var configuration = WebAgentConfiguration(for: SignInOptions())
        configuration.pageLimits.taskMilliseconds = 100
        configuration.pageLimits.scriptMilliseconds = 100
        let agent = WebAgent(
            transport: sites.transport(),
            pageHosts: InProcessPageHosts(),
            configuration: configuration
        )
        let stop = try stop(try await agent.signIn(request()))
        #expect(stop.kind == .scriptEnded && stop.host == "idp.example.org")
    }

    @Test("asks for the one-time code it does not have")
    func oneTimeCode() async throws {
        var sites = ThreeSites()
        sites.afterPassword =
            "<form><input autocomplete=one-time-code name=otp inputmode=numeric><button>Verify</button></form>"
        #expect(try stop(try await agent(sites.transport()).signIn(request())).kind == .oneTimeCode)
    }

    @Test("explains a documented fault of the identity service")
    func fault() async throws {
        let transport = ScriptedTransport { (request) throws(TransportError) in
            request.origin == ThreeSites.finesse
                ? HTTPResponse(status: 302, fields: ["Location": "\(ThreeSites.service)/ids/v1/oauth/authorize"])
                : HTTPResponse(
                    status: 401,
                    fields: ["Content-Type": "application/json"],
                    body: Array(#"{"error":"invalid_client","error_description":"x"}"#.utf8)
                )
        }
        guard case .identityFault(let report) = try await agent(transport).signIn(request()) else {
            Issue.record("not recognised")
            return
        }
        #expect(report.fault.code == "ids-invalid-client" && report.host == "ids.example.net:8553")
    }

    @Test("names the hosts of a redirect loop")
    func loop() async throws {
        let transport = ScriptedTransport { (request) throws(TransportError) in
            HTTPResponse(status: 302, fields: ["Location": "\(request.origin)/desktop/sso/token?again=secret-value-1"])
        }
        do throws(SignInAgentError) {
            _ = try await agent(transport).signIn(request())
            Issue.record("no error")
        } catch {
            guard case .redirectLoop(let host, let chain) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(host == "finesse1.example.com:8445" && chain.count > 5)
            #expect(!chain.joined().contains("secret-value-1"))
        }
    }

    @Test("passes the transport's reason on")
    func transport() async throws {
        let transport = ScriptedTransport { (request) throws(TransportError) in throw .nameNotResolved(request.origin) }
        do throws(SignInAgentError) {
            _ = try await agent(transport).signIn(request())
            Issue.record("no error")
        } catch {
            #expect(error == .transport(.nameNotResolved(ThreeSites.finesse)))
        }
    }
}
