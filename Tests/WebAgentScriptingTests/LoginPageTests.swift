import Testing

@testable import WebAgentScripting

@Suite("Login pages", .timeLimit(.minutes(5)))
struct LoginPageTests {
    /// A page whose script checks the fields and submits, as the well-known ones do: no submit button at all.
    private static let page = """
        <!DOCTYPE html><html><head><title>Sign in</title></head><body>
        <div id="noscript" style="display:block">Scripts are needed.</div>
        <form method="post" id="loginForm" autocomplete="off" action="/ls/?id=7">
        <div id="errorText"></div>
        <label for="userNameInput">User account</label>
        <input id="userNameInput" name="UserName" type="email" value="">
        <input id="passwordInput" name="Password" type="password" onkeypress="if (event.keyCode == 13) Login.submit();">
        <input type="checkbox" name="Kmsi" id="kmsi" value="true">
        <span id="submitButton" onclick="return Login.submit();">Sign in</span>
        <input type="hidden" name="AuthMethod" value="FormsAuthentication">
        </form>
        <script>
        document.getElementById('noscript').style.display = 'none';
        function Login() {}
        Login.submit = function () {
            var user = document.getElementById('userNameInput'), password = document.getElementById('passwordInput');
            if (!user.value || !user.value.match('[@\\\\\\\\]')) {
                document.getElementById('errorText').innerHTML = 'Enter your user ID as user@domain.';
                user.focus();
                return false;
            }
            if (!password.value) { password.focus(); return false; }
            document.forms['loginForm'].submit();
            return false;
        };
        </script></body></html>
        """

    @Test("the page's own script submits after the fields were filled and its button clicked")
    func scriptValidatedLogin() async throws {
        let page = TestPage()
        try await page.open(Self.page)
        #expect(try await page.order(.fill(.role(.username), "agent@corp.example")).outcome == .done)
        #expect(try await page.order(.fill(.role(.password), "p&w")).outcome == .done)
        #expect(page.submissions == [])
        try await page.order(.click(.selector("#submitButton")))
        let submission = try #require(page.submissions.first)
        #expect(submission.text == "UserName=agent%40corp.example&Password=p%26w&AuthMethod=FormsAuthentication")
        #expect(submission.url == "https://idp.example.test/ls/?id=7")
        #expect(submission.hasPasswordField)
        #expect(submission.userActivated)
        #expect(page.submissions.count == 1)
        #expect(page.errors == [])
    }

    @Test("the page's script refuses what it does not accept and says so")
    func scriptRefuses() async throws {
        let page = TestPage()
        try await page.open(Self.page)
        try await page.order(.fill(.role(.username), "agent"))
        try await page.order(.fill(.role(.password), "pw"))
        try await page.order(.click(.selector("#submitButton")))
        #expect(page.submissions == [])
        #expect(
            try await page.value("document.getElementById('errorText').textContent")
                == "\"Enter your user ID as user@domain.\""
        )
        #expect(try await page.value("document.activeElement.id") == "\"userNameInput\"")
    }

    @Test("submitting presses Enter in the field filled last, where there is no button")
    func enterKey() async throws {
        let page = TestPage()
        try await page.open(Self.page)
        try await page.order(.fill(.role(.username), "agent@corp.example"))
        try await page.order(.fill(.name("Password"), "pw"))
        try await page.order(.submit(.selector("#loginForm")))
        #expect(page.submissions.count == 1)
    }

    @Test("a form whose password was not filled is never submitted by the agent")
    func passwordNotFilled() async throws {
        let page = TestPage()
        try await page.open(
            "<form id=f method=post><input name=u><input type=password name=p value=x><button>Go</button></form>"
        )
        try await page.order(.fill(.name("u"), "agent"))
        let report = try await page.order(.submit(.selector("#f")))
        #expect(report.outcome == .refused(.passwordNotFilled))
        #expect(page.submissions == [])
        try await page.order(.fill(.role(.password), "pw"))
        #expect(try await page.order(.submit(.name("u"))).outcome == .done)
        #expect(page.submissions.map(\.text) == ["u=agent&p=pw"])
    }

    @Test("filling fires focus, input and change, in this order")
    func fillEvents() async throws {
        let page = TestPage()
        try await page.open(
            """
            <input id=a><input id=b><script>
            var seen = [];
            for (const type of ['focus', 'blur', 'input', 'change', 'keydown', 'keyup'])
                document.addEventListener(type, e => seen.push(type + ':' + e.target.id + ':' + e.target.value), true);
            </script>
            """
        )
        try await page.order(.fill(.selector("#a"), "1"))
        try await page.order(.fill(.selector("#b"), "2"))
        let seen =
            "focus:a:,keydown:a:,input:a:1,keyup:a:1,change:a:1,blur:a:1,focus:b:,keydown:b:,input:b:2,keyup:b:2,change:b:2"
        #expect(try await page.value("seen.join()") == "\"\(seen)\"")
    }

    @Test("describing names the forms, their controls and parts, and the text a person reads")
    func describe() async throws {
        let page = TestPage()
        try await page.open(Self.page)
        try await page.order(.fill(.role(.password), "pw"))
        let report = try await page.order(.describe)
        let form = try #require(report.forms.first)
        #expect(report.title == "Sign in")
        #expect(form.id == "loginForm")
        #expect(form.action == "https://idp.example.test/ls/?id=7")
        let controls = form.controls.map { "\($0.name) \($0.type) \($0.role?.rawValue ?? "-") \($0.isFilled)" }
        #expect(controls.prefix(2) == ["UserName email username false", "Password password password true"])
        #expect(report.text.contains("User account"))
        #expect(!report.text.contains("Scripts are needed"))
    }

    @Test("without scripts a click still does what the markup says")
    func withoutScripts() async throws {
        let page = TestPage()
        try await page.open(
            "<body onload='document.forms[0].submit()'><form method=post><input name=a value=1><input type=submit name=s value=2>"
                + "</form><script>document.forms[0].submit()</script>",
            scripts: false
        )
        #expect(page.submissions == [])
        try await page.order(.click(.name("s")))
        #expect(page.submissions.map(\.text) == ["a=1&s=2"])
    }

    @Test("an order that can't be done says by which rule")
    func refusals() async throws {
        let page = TestPage()
        #expect(try await page.order(.describe).outcome == .refused(.noPage))
        try await page.open("<input id=x disabled><input id=y><p id=z>text</p>")
        #expect(try await page.order(.fill(.role(.password), "x")).outcome == .refused(.notFound(.role(.password))))
        #expect(try await page.order(.click(.selector("<"))).outcome == .refused(.invalidSelector("<")))
        #expect(try await page.order(.fill(.selector("#x"), "")).outcome == .refused(.disabled(.selector("#x"))))
        #expect(try await page.order(.fill(.selector("#z"), "")).outcome == .refused(.notFillable(.selector("#z"))))
        #expect(try await page.order(.submit(.selector("#y"))).outcome == .refused(.noForm(.selector("#y"))))
        #expect(try await page.order(.evaluate("throw 1")).outcome == .refused(.scriptFailed))
        #expect(try await page.order(.close).outcome == .done)
        #expect(try await page.order(.click(.selector("p"))).outcome == .refused(.noPage))
        #expect(try await page.open("", url: "no address").outcome == .refused(.invalidAddress("no address")))
    }
}
