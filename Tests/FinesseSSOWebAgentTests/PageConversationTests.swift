import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent

/// Each page is made for one step; the sites around it are those of the other sign-in tests.
@Suite("Conversation with pages that ask for more", .timeLimit(.minutes(5)))
struct PageConversationTests {
    private func isSignedIn(_ ending: SignInEnding) -> Bool {
        if case .answer = ending { true } else { false }
    }

    private func stop(_ ending: SignInEnding) -> SignInStop? {
        if case .stopped(let stop) = ending { stop } else { nil }
    }

    private func bodies(_ transport: ScriptedTransport, _ path: String) -> [String] {
        transport.requests.filter { $0.method == "POST" && $0.target == path }
            .map { String(decoding: $0.body ?? [], as: UTF8.self) }
    }

    private func options(_ answers: PageAnswers, consent: Bool = false) -> SignInOptions {
        SignInOptions(acceptsConsent: consent, answers: answers)
    }

    @Test(
        "answers the user name first, also where the password's field is there already and hidden",
        arguments: [
            "", "<input name=Password type=password style='display:none'>",
            "<div hidden><input name=Password type=password></div>",
            "<input name=Password type=password aria-hidden=true tabindex=-1>",
        ]
    )
    func twoPages(hidden: String) async throws {
        var sites = ThreeSites()
        let login = sites.login
        sites.loginPage = (
            200, [:],
            "<form method=post action=/user><input name=u autocomplete=username>\(hidden)<button>Next</button></form>"
        )
        sites.furtherPages = ["/user": { _ in login }]
        let transport = sites.transport()
        #expect(isSignedIn(try await agent(transport).signIn(request())))
        let first = bodies(transport, "/user").first ?? ""
        #expect(first.hasPrefix("u=ann%40example.com") && !first.contains(ThreeSites.password))
        #expect(bodies(transport, "/login").count == 1)
    }

    @Test(
        "chooses the realm by its words, in a list, of radio buttons, or of buttons that a script makes",
        arguments: [
            "<select name=r><option value=''>Choose…</option><option value=p>Partners</option><option value=c>Corporate</option></select><button>Go</button>",
            "<input type=radio name=r value=p id=a><label for=a>Partners</label><input type=radio name=r value=c id=b><label for=b>Corporate</label><button>Go</button>",
            "<input type=hidden name=r id=r><div role=button onclick=\"document.getElementById('r').value='p';document.forms[0].submit()\">Partners</div><div role=button onclick=\"document.getElementById('r').value='c';document.forms[0].submit()\">Corporate</div>",
        ]
    )
    func realm(controls: String) async throws {
        var sites = ThreeSites()
        let login = sites.login
        sites.loginPage = (200, [:], "<title>Where from?</title><form method=post action=/realm>\(controls)</form>")
        sites.furtherPages = ["/realm": { _ in login }]
        let transport = sites.transport()
        let options = options(PageAnswers(realm: "corporate"))
        #expect(isSignedIn(try await agent(transport, options).signIn(request(options))))
        #expect(bodies(transport, "/realm") == ["r=c"])
        let none = stop(try await agent(sites.transport()).signIn(request()))
        #expect(none?.kind == .choice(["Partners", "Corporate"]))
    }

    @Test("types the one-time code, and takes its refusal for one of the code")
    func oneTimeCode() async throws {
        let form =
            "<p role=alert>%</p><form method=post action=/code><label>One-time code <input name=otp></label><button>Verify</button></form>"
        var sites = ThreeSites()
        sites.afterPassword = form.replacing("%", with: "")
        sites.furtherPages = [
            "/code": { body in body.contains("otp=135790") ? nil : form.replacing("%", with: "That code is wrong.") }
        ]
        let right = sites.transport()
        let good = options(PageAnswers(oneTimeCodes: OneTimeCodes { _ in OneTimeCode("135 790") }))
        #expect(isSignedIn(try await agent(right, good).signIn(request(good))))
        let wrong = options(PageAnswers(oneTimeCodes: OneTimeCodes { _ in OneTimeCode("1") }))
        let transport = sites.transport()
        let ending = try await agent(transport, wrong).signIn(request(wrong))
        #expect(
            ending
                == .refused(
                    SignInRefusal(host: "idp.example.org", reason: .oneTimeCode, message: "That code is wrong.")
                )
        )
        #expect(bodies(transport, "/code") == ["otp=1"] && bodies(transport, "/login").count == 1)
    }

    @Test("says why there was no code")
    func noCode() async throws {
        var sites = ThreeSites()
        sites.afterPassword =
            "<form method=post action=/code><input autocomplete=one-time-code name=otp><button>Verify</button></form>"
        let failing = options(
            PageAnswers(
                oneTimeCodes: OneTimeCodes { _ throws(OneTimeCodeError) in throw .notGiven(reason: "Nobody is here") }
            )
        )
        let stopped = stop(try await agent(sites.transport(), failing).signIn(request(failing)))
        #expect(stopped?.kind == .noOneTimeCode(.notGiven(reason: "Nobody is here")))
        #expect(stopped?.explanation.nextAction == "Nobody is here. Then sign in again.")
    }

    @Test(
        "says no where it is asked whether to stay signed in, and yes where that is wanted",
        arguments: [false, true]
    )
    func staySignedIn(wanted: Bool) async throws {
        var sites = ThreeSites()
        sites.afterPassword = """
            <h1>Stay signed in?</h1><form method=post action=/stay><input type=checkbox name=DontShowAgain>
            <button name=stay value=yes>Yes</button><button name=stay value=no>No</button></form>
            """
        sites.furtherPages = ["/stay": { _ in nil }]
        let transport = sites.transport()
        let options = options(PageAnswers(keepsSignedIn: wanted))
        #expect(isSignedIn(try await agent(transport, options).signIn(request(options))))
        #expect(bodies(transport, "/stay") == [wanted ? "stay=yes" : "stay=no"])
    }

    @Test("ticks the box about it in the login form where that is wanted", arguments: [false, true])
    func box(wanted: Bool) async throws {
        var sites = ThreeSites()
        sites.loginPage = (
            200, [:],
            sites.login.replacing(
                "<button",
                with:
                    "<input type=checkbox name=Kmsi id=kmsiInput value=true><label for=kmsiInput>Keep me signed in</label><button"
            )
        )
        let transport = sites.transport()
        let options = options(PageAnswers(keepsSignedIn: wanted))
        #expect(isSignedIn(try await agent(transport, options).signIn(request(options))))
        #expect(bodies(transport, "/login").first?.contains("Kmsi=true") == wanted)
    }

    @Test("knows a page for a new password by its form, and sends it nothing")
    func newPassword() async throws {
        var sites = ThreeSites()
        sites.afterPassword = """
            <form method=post action=/new><input type=password name=a><input type=password name=b><button>Save</button></form>
            """
        let transport = sites.transport()
        let ending = try await agent(transport).signIn(request())
        guard case .refused(let refusal) = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(refusal.reason == .passwordExpired && bodies(transport, "/new").isEmpty)
    }

    @Test("gives no code to a page that shows a new secret")
    func enrolment() async throws {
        var sites = ThreeSites()
        sites.afterPassword = """
            <p>Scan this.</p><img id=totp-qr-code alt="QR code" src="data:image/png;base64,AA=="><form method=post action=/code>
            <input type=hidden name=totpSecret value=GEZDGNBV><input name=totp><button>Save</button></form>
            """
        let options = options(PageAnswers(oneTimeCodes: OneTimeCodes { _ in OneTimeCode("1") }))
        let transport = sites.transport()
        let ending = try await agent(transport, options).signIn(request(options))
        guard case .refused(let refusal) = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(refusal.reason == .enrolmentRequired && bodies(transport, "/code").isEmpty)
    }

    private func extraRule(_ steps: [SignInRule.Step]) throws -> SignInOptions {
        let url = try #require(AddressPattern("https://idp.example.org/**"))
        let rule = SignInRule("department", url: url, when: ["form#extra"], steps: steps)
        return options(PageAnswers(rules: SignInRules([rule])))
    }

    private var extraPage: ThreeSites {
        var sites = ThreeSites()
        sites.afterPassword = """
            <title>One more thing</title><form id=extra method=post action="/extra?state=q9"><input name=dept>
            <select name=site><option>West</option><option value=e1>East</option></select>
            <input type=hidden name=csrf value="hidden-secret-77"><button name=go value=1>Go</button></form>
            <script>var state = "script-secret-42";</script>
            """
        sites.furtherPages = [
            "/extra": { body in body == "dept=4711&site=e1&csrf=hidden-secret-77&go=1" ? nil : "<p>no</p>" }
        ]
        return sites
    }

    @Test("does what a rule says on a page that it would stop on")
    func rule() async throws {
        let byClick = try extraRule([
            .fill("[name=dept]", .text("4711")), .fill("[name=site]", .text("e1")), .click("#extra button"),
        ])
        #expect(isSignedIn(try await agent(extraPage.transport(), byClick).signIn(request(byClick))))
        let byChoice = try extraRule([.fill("[name=dept]", .text("4711")), .choose("[name=site]", .text("East"))])
        #expect(isSignedIn(try await agent(extraPage.transport(), byChoice).signIn(request(byChoice))))
    }

    @Test("tells which part of a rule cannot be followed")
    func ruleNotFollowed() async throws {
        let missing = try extraRule([.click("#nowhere")])
        let stopped = stop(try await agent(extraPage.transport(), missing).signIn(request(missing)))
        guard case .ruleNotFollowed("department", let reason)? = stopped?.kind else {
            Issue.record("\(String(describing: stopped))")
            return
        }
        #expect(reason.contains("#nowhere"))
    }

    @Test("stops on a page nobody knows with a rule to begin with and a copy in which nothing is secret")
    func unknownPage() async throws {
        let stopped = try #require(stop(try await agent(extraPage.transport()).signIn(request())))
        #expect(
            stopped.kind == .otherForm && stopped.title == "One more thing"
                && stopped.origin == "https://idp.example.org"
        )
        #expect(stopped.suggestedRule?.when == ["form#extra"])
        #expect(stopped.suggestedRule?.steps.first == .fill("[name=\"dept\"]", .text("what belongs here")))
        let copy = try #require(stopped.redactedMarkup)
        #expect(copy.contains("form id=\"extra\"") && copy.contains("name=\"csrf\"") && copy.contains("East"))
        for secret in ["hidden-secret-77", "script-secret-42", "state=q9", ThreeSites.password] {
            #expect(!copy.contains(secret), "\(secret)")
        }
    }

    @Test("cuts values, queries, strings of scripts, comments, templates, known secrets and codes out of a copy")
    func redaction() async throws {
        var sites = ThreeSites()
        sites.afterPassword = """
            <!-- c-secret --><form id=f action="/x;j=s-1?y=s-2#s-3" data-state="s-4"><input type=hidden name=SAMLResponse value="s-5">
            <textarea name=t>s-6</textarea><input type=submit value="Go on"><input name=n value=s-7 onchange="f('s-8')"></form>
            <p>Hello ann@example.com, your code is Ab3dEf6hIj9lMn2pQr5tUv8xYz.</p><a href="https://sp.example/p/Ab3dEf6hIj9lMn2pQr5tUv8xYz/q">l</a>
            <template><input value=s-9></template><meta name=token content="s-10-and-so-on-and-so-on-and-so-on">
            <script>/* it's */ var a = 's-11\\'s-12', b = `s-13`, c = "s-14";</script><script type=application/json>{"k":"s-15"}</script>
            """
        let copy = try #require(stop(try await agent(sites.transport()).signIn(request()))?.redactedMarkup)
        for number in 1...15 { #expect(!copy.contains("s-\(number)"), "s-\(number)") }
        for secret in ["c-secret", "ann@example.com", "Ab3dEf6hIj9"] { #expect(!copy.contains(secret)) }
        #expect(copy.contains("Go on") && copy.contains("name=\"SAMLResponse\"") && copy.contains("action=\"/x?…\""))
    }
}
