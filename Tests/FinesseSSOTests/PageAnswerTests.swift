import Finesse
import FinesseSSO
import FinesseTypes
import Testing

private let idp = "https://idp.example"

private func request(
    user: String = "ann",
    credentials: Bool = true,
    consent: Bool = false,
    _ answers: PageAnswers = PageAnswers(oneTimeCodes: OneTimeCodes { _ in OneTimeCode("123456") })
) -> SignInRequest {
    SignInRequest(
        startURL: "https://finesse.example/desktop/sso/token",
        finalAnswer: FinalAnswerRule(origins: ["https://finesse.example"]),
        credentials: credentials ? SignInCredentials(userName: user, password: Password("hunter2-hunter2")) : nil,
        acceptsConsent: consent,
        answers: answers
    )
}

private func page(
    _ forms: [FormFacts] = [],
    path: String = "/login",
    status: Int = 200,
    schemes: [String] = [],
    title: String = "Sign in",
    text: String = "",
    alerts: [String] = [],
    choices: [ChoiceFacts] = [],
    newSecret: Bool = false,
    elements: [String: ElementFacts] = [:],
    body: String = ""
) -> PageFacts {
    PageFacts(
        url: idp + path,
        origin: idp,
        host: "idp.example",
        path: path,
        status: status,
        authenticationSchemes: schemes,
        title: title,
        text: text,
        alerts: alerts,
        forms: forms,
        choices: choices,
        showsNewSecret: newSecret,
        elements: elements,
        body: Array(body.utf8)
    )
}

private let login = FormFacts(hasUserName: true, hasPassword: true, buttons: ["Sign in"], actionOrigin: idp)
private let codeForm = FormFacts(hasOneTimeCode: true, buttons: ["Verify"], actionOrigin: idp)

private func stop(_ move: SignInConversation.Move) -> SignInStop? {
    guard case .end(.stopped(let stop)) = move else { return nil }
    return stop
}

private func refusal(_ move: SignInConversation.Move) -> SignInRefusal? {
    guard case .end(.refused(let refusal)) = move else { return nil }
    return refusal
}

@Suite("Pages that ask for more")
struct PageAnswerTests {
    @Test(
        "get a one-time code where there is a source of codes, once; a second page that asks is a refusal of the code"
    )
    func oneTimeCode() {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login]))
        #expect(conversation.next(page([codeForm])) == .fill(form: 0, userName: nil, password: false, code: true))
        let refused = refusal(conversation.next(page([codeForm], alerts: ["Wrong code"])))
        #expect(refused?.reason == .oneTimeCode && refused?.message == "Wrong code")
        #expect(refused?.explanation.problem.contains("not the password") == true)
    }

    @Test("get name, password and code together where one form asks for all of them")
    func allAtOnce() {
        var form = login
        form.hasOneTimeCode = true
        var conversation = SignInConversation(request())
        #expect(conversation.next(page([form])) == .fill(form: 0, userName: "ann", password: true, code: true))
        var without = SignInConversation(request(PageAnswers()))
        #expect(stop(without.next(page([form])))?.kind == .oneTimeCode)
    }

    @Test("get no code where there is no source, nor in a silent sign-in, nor at an origin the password may not go to")
    func noCode() {
        var none = SignInConversation(request(PageAnswers()))
        #expect(stop(none.next(page([codeForm])))?.kind == .oneTimeCode)
        var silent = SignInConversation(request(credentials: false))
        #expect(stop(silent.next(page([codeForm])))?.kind == .oneTimeCode)
        var plain = codeForm
        plain.actionOrigin = "http://idp.example"
        var conversation = SignInConversation(request())
        #expect(
            stop(conversation.next(page([plain])))?.kind
                == .passwordNotAllowed(PasswordObjection(origin: "http://idp.example", reason: .notEncrypted))
        )
    }

    @Test("never get a code where they show a new secret: the second factor has to be set up first")
    func enrolment() {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login]))
        #expect(refusal(conversation.next(page([codeForm], newSecret: true)))?.reason == .enrolmentRequired)
    }

    @Test("that ask for a new password mean that the old one has expired, whatever they say")
    func newPassword() {
        for passwords in [PasswordFacts(shown: 2), PasswordFacts(shown: 3), PasswordFacts(shown: 1, isNew: true)] {
            var conversation = SignInConversation(request())
            _ = conversation.next(page([login]))
            let change = FormFacts(hasPassword: true, passwords: passwords, buttons: ["Save"], actionOrigin: idp)
            #expect(refusal(conversation.next(page([change])))?.reason == .passwordExpired)
        }
    }

    @Test("may have a form for new users beside the one to sign in with")
    func signUp() {
        var conversation = SignInConversation(request())
        let signUp = FormFacts(hasPassword: true, passwords: PasswordFacts(shown: 2), actionOrigin: idp)
        #expect(conversation.next(page([signUp, login])) == .fill(form: 1, userName: "ann", password: true))
    }

    @Test(
        "tell what is wrong with the account, in the languages that were seen",
        arguments: [
            ("Your account is locked. Contact your administrator.", .accountLocked),
            ("Ihr Konto wurde gesperrt.", .accountLocked), ("アカウントがロックされています。", .accountLocked),
            ("Account is disabled, contact your administrator.", .accountDisabled),
            ("Das Konto ist deaktiviert.", .accountDisabled), ("アカウントは無効です。", .accountDisabled),
            ("Your password has expired.", .passwordExpired), ("Ihr Kennwort ist abgelaufen.", .passwordExpired),
            ("パスワードの有効期限が切れています。", .passwordExpired), ("Too many attempts. Try again later.", .tooManyAttempts),
            ("Zu viele Versuche.", .tooManyAttempts), ("You must set up your authenticator first.", .enrolmentRequired),
            ("Incorrect user ID or password.", .credentials), ("無効なユーザー名またはパスワードです。", .credentials),
            ("Der Benutzername oder das Kennwort ist falsch.", .credentials),
        ] as [(String, SignInRefusal.Reason)]
    )
    func account(words: String, reason: SignInRefusal.Reason) {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login], text: "Sign in\nIs your account locked? Call 4711."))
        let again = page([login], text: "Sign in\nIs your account locked? Call 4711.\n\(words)")
        let refused = refusal(conversation.next(again))
        #expect(refused?.reason == reason && refused?.message == words)
    }

    @Test("tell it also by a number that their scripts would turn into words")
    func codes() {
        for (code, reason) in [("50055", SignInRefusal.Reason.passwordExpired), ("50053", .accountLocked)] {
            var conversation = SignInConversation(request())
            _ = conversation.next(page([login]))
            let told = page(body: "$Config={\"sErrorCode\":\"\(code)\"};")
            #expect(refusal(conversation.next(told))?.reason == reason)
        }
    }

    @Test("say nothing of the account before the password was sent")
    func beforePassword() {
        var conversation = SignInConversation(request())
        let first = page([login], alerts: ["Your account is locked after five attempts."])
        #expect(conversation.next(first) == .fill(form: 0, userName: "ann", password: true))
    }

    @Test("name each reason with what to do next", arguments: SignInRefusal.Reason.allCases)
    func explained(reason: SignInRefusal.Reason) {
        let explanation = SignInRefusal(host: "idp.example", reason: reason, message: "No.").explanation
        #expect(explanation.problem.hasSuffix("\"No.\"") && !explanation.nextAction.isEmpty)
    }

    @Test("are told no about staying signed in, unless yes is wanted", arguments: [(false, 1), (true, 0)])
    func staySignedIn(wanted: Bool, button: Int) {
        var answers = PageAnswers()
        answers.keepsSignedIn = wanted
        var conversation = SignInConversation(request(answers))
        let form = FormFacts(buttons: ["Yes", "No"], actionOrigin: idp)
        let move = conversation.next(page([form], text: "Stay signed in?\nDo this to be asked less often."))
        #expect(move == .press(form: 0, button: button))
    }

    @Test("have their box about staying signed in as it is wanted")
    func box() {
        for (isTicked, isWanted, changed) in [
            (false, false, nil), (true, false, "#k"), (false, true, "#k"), (true, true, nil),
        ] {
            var form = login
            form.keepSignedInBox = BoxFacts(selector: "#k", isTicked: isTicked)
            var conversation = SignInConversation(request(PageAnswers(keepsSignedIn: isWanted)))
            #expect(conversation.next(page([form])) == .fill(form: 0, userName: "ann", password: true, box: changed))
        }
    }

    private var realms: [ChoiceFacts] {
        [
            ChoiceFacts(.button, text: "Active Directory", value: "HRD.selection('AD AUTHORITY')", selector: "#a"),
            ChoiceFacts(.button, text: "Partners", value: "http://adfs.partner.example/trust", selector: "#b"),
        ]
    }

    @Test(
        "that offer realms get the one that was configured, by words or value, else the one with the user's domain",
        arguments: [("active directory", "ann", 0), ("AD AUTHORITY", "ann", 0), (nil, "ann@partner.example", 1)]
            as [(String?, String, Int)]
    )
    func realm(configured: String?, user: String, chosen: Int) {
        var conversation = SignInConversation(request(user: user, PageAnswers(realm: configured)))
        #expect(conversation.next(page([FormFacts(actionOrigin: idp)], choices: realms)) == .choose(realms[chosen]))
    }

    @Test("that offer realms stop the sign-in where none fits, with their words; none is chosen twice")
    func noRealm() {
        var none = SignInConversation(request())
        let offered = page([FormFacts(actionOrigin: idp)], choices: realms)
        #expect(stop(none.next(offered))?.kind == .choice(["Active Directory", "Partners"]))
        var twice = SignInConversation(request(PageAnswers(realm: "Partners")))
        _ = twice.next(offered)
        #expect(stop(twice.next(offered))?.kind == .choice(["Active Directory", "Partners"]))
    }

    @Test("that want the operating system's sign-in say whether it was allowed")
    func negotiate() {
        let wants = page(status: 401, schemes: ["Negotiate", "NTLM"])
        var closed = SignInConversation(request())
        let advice = stop(closed.next(wants))
        #expect(advice?.kind == .integratedSignIn(["Negotiate", "NTLM"]))
        #expect(advice?.explanation.nextAction.contains("allow https://idp.example") == true)
        var open = SignInConversation(request(PageAnswers(negotiateOrigins: [idp])))
        let ticketless = stop(open.next(wants))
        #expect(ticketless?.kind == .noTicket(["Negotiate", "NTLM"]))
        #expect(ticketless?.explanation.nextAction.contains("kinit") == true)
        var other = SignInConversation(request(PageAnswers(negotiateOrigins: ["https://other.example"])))
        #expect(stop(other.next(wants))?.kind == .integratedSignIn(["Negotiate", "NTLM"]))
        var onlyNTLM = SignInConversation(request(PageAnswers(negotiateOrigins: [idp])))
        let stopped = stop(onlyNTLM.next(page(status: 401, schemes: ["NTLM"])))
        #expect(stopped?.kind == .integratedSignIn(["NTLM"]))
        #expect(stopped?.explanation.nextAction.contains("Kerberos") == true)
    }
}

@Suite("Rules for pages")
struct SignInRuleTests {
    private func rules(_ rule: SignInRule) -> SignInRequest {
        request(PageAnswers(oneTimeCodes: OneTimeCodes { _ in OneTimeCode("1") }, rules: SignInRules([rule])))
    }

    private func rule(_ steps: [SignInRule.Step], overrides: Bool = false) throws -> SignInRule {
        SignInRule(
            "extra",
            url: try #require(AddressPattern("https://idp.example/**")),
            when: ["#extra"],
            unless: ["#done"],
            overrides: overrides,
            steps: steps
        )
    }

    private let extra = FormFacts(otherControls: ["Department"], buttons: ["Next"], actionOrigin: idp)
    private let shown = ["#extra": ElementFacts()]

    @Test("are followed where the general rules would stop, and say why")
    func followed() throws {
        let rule = try rule([.fill("#dept", .text("4711")), .click("#next")])
        var conversation = SignInConversation(rules(rule))
        #expect(conversation.next(page([extra], elements: shown)) == .follow(rule))
        #expect(conversation.reason == "the rule \"extra\" holds: #extra, address https://idp.example/**")
    }

    @Test("do not touch a page that the general rules know, unless they say that they go first")
    func generalFirst() throws {
        var conversation = SignInConversation(rules(try rule([.click("#next")])))
        #expect(conversation.next(page([login], elements: shown)) == .fill(form: 0, userName: "ann", password: true))
        let first = try rule([.click("#next")], overrides: true)
        var overriding = SignInConversation(rules(first))
        #expect(overriding.next(page([login], elements: shown)) == .follow(first))
    }

    @Test(
        "hold only where everything of \"when\" is visible and nothing of \"unless\"",
        arguments: [
            [:], ["#extra": ElementFacts(isShown: false)], ["#extra": ElementFacts(), "#done": ElementFacts()],
        ] as [[String: ElementFacts]]
    )
    func conditions(elements: [String: ElementFacts]) throws {
        var conversation = SignInConversation(rules(try rule([.click("#next")])))
        #expect(stop(conversation.next(page([extra], elements: elements)))?.kind == .otherForm)
    }

    @Test("stop with their own words")
    func stops() throws {
        var conversation = SignInConversation(rules(try rule([.stop("Call the help desk.")])))
        let stopped = stop(conversation.next(page([extra], elements: shown)))
        #expect(stopped?.kind == .ruled(name: "extra", message: "Call the help desk."))
    }

    @Test("have the password and a code go only where they may, and each only once")
    func secrets() throws {
        let rule = try rule([.fill("#p", .password), .fill("#c", .oneTimeCode)])
        var elements = shown
        elements["#p"] = ElementFacts(actionOrigin: "http://evil.example")
        var plain = SignInConversation(rules(rule))
        #expect(
            stop(plain.next(page([extra], elements: elements)))?.kind
                == .passwordNotAllowed(PasswordObjection(origin: "http://evil.example", reason: .notEncrypted))
        )
        elements["#p"] = ElementFacts(actionOrigin: idp)
        var conversation = SignInConversation(rules(rule))
        #expect(conversation.next(page([extra], elements: elements)) == .follow(rule))
        #expect(refusal(conversation.next(page([extra], elements: elements)))?.reason == .credentials)
    }

    @Test(
        "hold at the addresses that fit their pattern",
        arguments: [
            ("https://*.corp.example/adfs/**", "https://a.corp.example/adfs/ls/?x=1", true),
            ("https://*.corp.example/adfs/**", "https://evil.example/a.corp.example/adfs/ls", false),
            ("https://*.corp.example/adfs/**", "http://a.corp.example/adfs/ls", false),
            ("https://*/adfs/ls", "https://a.b/adfs/ls#x", true), ("https://*/adfs/ls", "https://a.b/adfs/ls/", false),
            ("https://a.b/*/login", "https://a.b/x/login", true),
            ("https://a.b/*/login", "https://a.b/x/y/login", false),
            ("https://a.b/**/login", "https://a.b/x/y/login", true), ("https://a.b:8443/", "https://a.b/", false),
        ]
    )
    func patterns(pattern: String, address: String, fits: Bool) throws {
        #expect(try #require(AddressPattern(pattern)).matches(address) == fits)
    }

    @Test(
        "refuse a pattern without a scheme, with a query, or with ** for a host",
        arguments: ["idp/x", "https://**/x", "https://a/b?c"]
    )
    func noPattern(text: String) {
        #expect(AddressPattern(text) == nil)
    }
}

@Suite("A page that nobody knows")
struct UnknownPageTests {
    @Test("is told by its features, and a rule to begin with is made of it")
    func explained() throws {
        let form = FormFacts(
            name: "extra",
            otherControls: ["Department"],
            otherControlSelectors: ["[name=\"dept\"]"],
            buttons: ["Next"],
            actionOrigin: idp
        )
        let next = ChoiceFacts(.button, text: "Next", selector: "#n")
        var conversation = SignInConversation(request(PageAnswers(rules: SignInRules([]))))
        let stopped = try #require(
            stop(
                conversation.next(
                    page(
                        [form],
                        path: "/u/0123456789abcdef0123456789/step?state=secret",
                        choices: [next],
                        elements: ["div#okta-sign-in": ElementFacts(), "script[src*=okta-sign-in]": ElementFacts()]
                    )
                )
            )
        )
        #expect(stopped.kind == .otherForm)
        #expect(stopped.look?.what == "an Okta sign-in widget")
        #expect(
            stopped.explanation.problem.contains(
                "it looks like an Okta sign-in widget: div#okta-sign-in, script[src*=okta-sign-in]"
            )
        )
        #expect(
            stopped.suggestedRule
                == SignInRule(
                    "a page of idp.example",
                    url: try #require(AddressPattern("https://idp.example/u/*/step")),
                    when: ["form#extra"],
                    steps: [.fill("[name=\"dept\"]", .text("what belongs here")), .click("#n")]
                )
        )
    }

    @Test("looks like nothing where no feature speaks for anything")
    func noLook() {
        #expect(PageLook(guessing: page()) == nil)
    }
}
