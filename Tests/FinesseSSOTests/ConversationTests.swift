import Finesse
import FinesseSSO
import FinesseTypes
import Testing

private let secret = "hunter2-hunter2"
private let idp = "https://idp.example"

private func request(
    credentials: Bool = true,
    rule: PasswordRule = .everySecureOrigin,
    consent: Bool = false,
    pages: Int = 12
) -> SignInRequest {
    SignInRequest(
        startURL: "https://finesse.example/desktop/sso/token",
        finalAnswer: FinalAnswerRule(origins: ["https://finesse.example"]),
        credentials: credentials ? SignInCredentials(userName: "ann", password: Password(secret)) : nil,
        passwordRule: rule,
        acceptsConsent: consent,
        maximumPages: pages
    )
}

private func page(
    _ forms: [FormFacts] = [],
    origin: String = idp,
    path: String = "/login",
    status: Int = 200,
    schemes: [String] = [],
    title: String = "Sign in",
    text: String = "",
    alerts: [String] = [],
    scripts: Bool = false
) -> PageFacts {
    let host = String(origin.drop { $0 != "/" }.dropFirst(2))
    return PageFacts(
        url: origin + path,
        origin: origin,
        host: host,
        path: path,
        status: status,
        authenticationSchemes: schemes,
        title: title,
        text: text,
        alerts: alerts,
        forms: forms,
        hasScripts: scripts,
        body: Array(text.utf8)
    )
}

private func login(_ action: String = idp, userName: Bool = true) -> FormFacts {
    FormFacts(hasUserName: userName, hasPassword: true, buttons: ["Sign in"], actionOrigin: action)
}

private func ending(_ move: SignInConversation.Move) -> SignInEnding? {
    guard case .end(let ending) = move else { return nil }
    return ending
}

private func stop(_ move: SignInConversation.Move) -> SignInStop? {
    guard case .stopped(let stop)? = ending(move) else { return nil }
    return stop
}

@Suite("Sign-in conversation")
struct ConversationTests {
    @Test(
        "ends at either final address of Finesse, whatever is there",
        arguments: ["/desktop/sso/token", "/desktop/sso/authcode"]
    )
    func final(path: String) {
        var conversation = SignInConversation(request())
        let move = conversation.next(page(origin: "https://finesse.example", path: path, status: 503, text: "no"))
        #expect(ending(move) == .answer(FinalAnswer(host: "finesse.example", status: 503, body: Array("no".utf8))))
    }

    @Test("does not end at the same path elsewhere, nor elsewhere on Finesse")
    func notFinal() {
        for (origin, path) in [(idp, "/desktop/sso/token"), ("https://finesse.example", "/desktop/sso/test")] {
            var conversation = SignInConversation(request())
            #expect(stop(conversation.next(page(origin: origin, path: path)))?.kind == .unknown)
        }
    }

    @Test("fills name and password, once")
    func fills() {
        var conversation = SignInConversation(request())
        #expect(conversation.next(page([login()])) == .fill(form: 0, userName: "ann", password: true))
    }

    @Test("fills the form with the password, not another")
    func choosesForm() {
        var conversation = SignInConversation(request())
        let search = FormFacts(otherControls: ["q"], buttons: ["Search"], actionOrigin: idp)
        #expect(
            conversation.next(page([search, login(userName: false)])) == .fill(form: 1, userName: nil, password: true)
        )
    }

    @Test("answers the user name first where the page asks for it alone")
    func twoPages() {
        var conversation = SignInConversation(request())
        let first = page([FormFacts(hasUserName: true, buttons: ["Next"], actionOrigin: idp)])
        #expect(conversation.next(first) == .fill(form: 0, userName: "ann", password: false))
        #expect(conversation.next(page([login(userName: false)])) == .fill(form: 0, userName: nil, password: true))
    }

    @Test("takes a login page that comes back for a refusal, with the page's own words")
    func refused() {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login()], text: "Welcome\nUser name"))
        let again = page([login()], text: "Welcome\nIncorrect user ID or password.\nUser name")
        #expect(
            ending(conversation.next(again))
                == .refused(SignInRefusal(host: "idp.example", message: "Incorrect user ID or password."))
        )
    }

    @Test("prefers what the page marks as a message")
    func alerts() {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login()]))
        let again = page([login()], text: "New banner today", alerts: ["Account  locked"])
        #expect(
            ending(conversation.next(again))
                == .refused(SignInRefusal(host: "idp.example", reason: .accountLocked, message: "Account locked"))
        )
    }

    @Test("takes a page without a form for a refusal when it has a message after the password")
    func refusedWithoutForm() {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login()]))
        let locked = page(status: 403, alerts: ["Your account is locked."])
        #expect(
            ending(conversation.next(locked))
                == .refused(
                    SignInRefusal(host: "idp.example", reason: .accountLocked, message: "Your account is locked.")
                )
        )
    }

    @Test("quotes an error page, and an error that is no page for people")
    func quotesErrors() {
        var conversation = SignInConversation(request())
        let shown = ending(conversation.next(page(status: 400, text: "Cannot go on\nThe clock is wrong")))
        guard case .stopped(let stop) = shown else {
            Issue.record("\(String(describing: shown))")
            return
        }
        #expect(stop.kind == .error(400) && stop.message == "Cannot go on The clock is wrong")

        var answer = page(status: 400, title: "")
        answer.body = Array(#"{"apiErrors": {"errorType": "Bad Request", "errorMessage": "No cookie"}}"#.utf8)
        var another = SignInConversation(request())
        guard case .stopped(let plain) = ending(another.next(answer)) else {
            Issue.record("no stop")
            return
        }
        #expect(plain.message == "Bad Request, No cookie")
    }

    @Test("takes a user name page that comes back for a refusal")
    func unknownUser() {
        var conversation = SignInConversation(request())
        let form = FormFacts(hasUserName: true, buttons: ["Next"], actionOrigin: idp)
        _ = conversation.next(page([form]))
        let again = ending(conversation.next(page([form], alerts: ["No such account"])))
        #expect(again == .refused(SignInRefusal(host: "idp.example", message: "No such account")))
    }

    @Test("never lets a message carry the password or what looks like a code, nor run on")
    func redacts() {
        var conversation = SignInConversation(request())
        _ = conversation.next(page([login()]))
        let code = "Ab3dEf6hIj9lMn2pQr5tUv8xYz"
        let text = "Wrong: \(secret) \(code) " + String(repeating: "word ", count: 200)
        guard case .refused(let refusal)? = ending(conversation.next(page([login()], alerts: [text]))) else {
            Issue.record("not refused")
            return
        }
        #expect(!refusal.message.contains(secret) && !refusal.message.contains(code))
        #expect(refusal.message.hasPrefix("Wrong: <redacted> <redacted> word") && refusal.message.count <= 200)
    }

    @Test("stops on a login page when there is nothing to fill in")
    func silent() {
        var conversation = SignInConversation(request(credentials: false))
        let found = stop(conversation.next(page([login()])))
        #expect(
            found?.kind == .loginForm && found?.asksFor == ["user name", "password"] && found?.host == "idp.example"
        )
    }

    @Test(
        "keeps the password from where it may not go",
        arguments: [
            ("http://idp.example", "http://idp.example", PasswordObjection.Reason.notEncrypted, "http://idp.example"),
            ("https://idp.example", "http://idp.example", .notEncrypted, "http://idp.example"),
            ("http://idp.example", "https://idp.example", .notEncrypted, "http://idp.example"),
            ("https://evil.example", "https://idp.example", .notAllowed, "https://evil.example"),
            ("https://idp.example", "https://evil.example", .notAllowed, "https://evil.example"),
        ]
    )
    func passwordRule(origin: String, action: String, reason: PasswordObjection.Reason, named: String) {
        var conversation = SignInConversation(request(rule: PasswordRule(origins: [idp])))
        let found = stop(conversation.next(page([login(action)], origin: origin)))
        guard case .passwordNotAllowed(let objection)? = found?.kind else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(objection.reason == reason && objection.origin == named)
        #expect(found?.explanation.problem.contains(named) == true)
    }

    @Test("lets the password go to an origin without TLS that was named")
    func plainAllowed() {
        let rule = PasswordRule(plainOrigins: ["http://127.0.0.1:8080"])
        var conversation = SignInConversation(request(rule: rule))
        let plain = page([login("http://127.0.0.1:8080")], origin: "http://127.0.0.1:8080")
        #expect(conversation.next(plain) == .fill(form: 0, userName: "ann", password: true))
    }

    @Test("says yes to consent only when that is allowed, and never presses no")
    func consent() {
        let forms = [
            FormFacts(buttons: ["No, cancel"], actionOrigin: idp),
            FormFacts(buttons: ["Details", "Yes, continue"], actionOrigin: idp),
        ]
        var asking = SignInConversation(request())
        #expect(stop(asking.next(page(forms)))?.kind == .consent)
        var agreeing = SignInConversation(request(consent: true))
        #expect(agreeing.next(page(forms)) == .press(form: 1, button: 1))
        var beside = SignInConversation(request(consent: true))
        let language = FormFacts(otherControls: ["language"], buttons: ["Continue"], actionOrigin: idp)
        #expect(beside.next(page([language] + forms)) == .press(form: 2, button: 1))
        var unsure = SignInConversation(request(consent: true))
        let odd = [FormFacts(buttons: ["Do not continue", "Help"], actionOrigin: idp)]
        #expect(stop(unsure.next(page(odd)))?.kind == .otherForm)
    }

    @Test(
        "names the kind of a page it stops on",
        arguments: [
            (page([FormFacts(hasOneTimeCode: true, actionOrigin: idp)]), SignInStop.Kind.oneTimeCode),
            (page([FormFacts(otherControls: ["realm"], buttons: ["Go"], actionOrigin: idp)]), .otherForm),
            (page(status: 401, schemes: ["Negotiate", "NTLM"]), .integratedSignIn(["Negotiate", "NTLM"])),
            (page(status: 500), .error(500)), (page(scripts: true), .scriptOnly), (page(), .unknown),
        ]
    )
    func kinds(page: PageFacts, kind: SignInStop.Kind) {
        var conversation = SignInConversation(request())
        #expect(stop(conversation.next(page))?.kind == kind)
    }

    @Test(
        "stops where the user agent did not let the page go on",
        arguments: [
            (PageBlock.scriptEnded, SignInStop.Kind.scriptEnded), (.navigation("No."), .blocked("No.")),
            (
                .password(PasswordObjection(origin: "http://x", reason: .notEncrypted)),
                .passwordNotAllowed(PasswordObjection(origin: "http://x", reason: .notEncrypted))
            ),
        ]
    )
    func blocked(block: PageBlock, kind: SignInStop.Kind) {
        var conversation = SignInConversation(request())
        var facts = page([login()])
        facts.block = block
        #expect(stop(conversation.next(facts))?.kind == kind)
    }

    @Test("is bounded in pages")
    func bounded() {
        var conversation = SignInConversation(request(consent: true, pages: 3))
        let consent = page([FormFacts(buttons: ["Continue"], actionOrigin: idp)])
        for _ in 0..<3 { #expect(conversation.next(consent) == .press(form: 0, button: 0)) }
        #expect(stop(conversation.next(consent))?.kind == .tooManyPages)
    }

    @Test("knows a documented error of the identity service")
    func fault() {
        var conversation = SignInConversation(request())
        let body = #"{"error":"invalid_client","error_description":"x"}"#
        let move = conversation.next(
            page(origin: "https://ids.example:8553", status: 401, schemes: ["Basic"], text: body)
        )
        guard case .identityFault(let report)? = ending(move) else {
            Issue.record("\(move)")
            return
        }
        #expect(report.fault.code == "ids-invalid-client" && report.host == "ids.example:8553" && report.status == 401)
    }

    @Test("explains every kind of stop with host, step, problem and next action")
    func explanations() {
        let kinds: [SignInStop.Kind] = [
            .loginForm, .oneTimeCode, .consent, .otherForm, .integratedSignIn(["Negotiate"]), .error(500), .scriptOnly,
            .tooManyPages, .unknown, .scriptEnded, .blocked("It was not followed."),
            .passwordNotAllowed(PasswordObjection(origin: "http://x", reason: .notEncrypted)),
            .passwordNotAllowed(PasswordObjection(origin: "http://x", reason: .notAllowed)),
        ]
        var seen: Set<String> = []
        for kind in kinds {
            let explanation = SignInStop(host: "idp.example", kind: kind, title: "T", message: "M", asksFor: ["x"])
                .explanation
            #expect(explanation.host == "idp.example" && explanation.step == "walking through the sign-in pages")
            #expect(explanation.problem.contains("\"M\"") && explanation.nextAction.hasSuffix("."))
            #expect(seen.insert(explanation.problem).inserted)
        }
        let broken = SignInStop(host: "idp.example", kind: .scriptOnly, scriptTroubles: ["a script needs X"])
            .explanation
        #expect(broken.problem.hasSuffix("(a script needs X)"))
        #expect(SignInRefusal(host: "idp.example", message: "No").explanation.description.contains("\"No\""))
    }
}
