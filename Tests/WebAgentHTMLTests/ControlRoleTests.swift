import Testing
import WebAgentHTML

@Suite("Roles of controls")
struct ControlRoleTests {
    private func names(_ markup: String) -> [ControlRole: String] {
        let document = page(markup)
        return document.roles().mapValues { document.attribute("name", of: $0) ?? "" }
    }

    @Test(
        "finds name and password by whatever sign there is",
        arguments: [
            "<input name=u><input type=password name=p>",
            "<input name=q type=search><input name=u type=email><input type=password name=p>",
            "<label for=x>Benutzername</label><input id=x name=u><input name=z><label>Kennwort <input type=password name=p></label>",
            "<input name=z><input name=u autocomplete=username><input type=password name=p autocomplete=current-password><input type=password name=n autocomplete=new-password>",
            "<input name=u placeholder=\"ユーザー名\"><input name=z placeholder=\"検索\"><input type=password name=p>",
            "<div style='display: none'><input name=z><input type=password name=zz></div><input name=u><input type=password name=p>",
        ]
    )
    func nameAndPassword(markup: String) {
        #expect(names("<form>\(markup)</form>") == [.username: "u", .password: "p"])
    }

    @Test(
        "finds a one-time code, also where it is typed as a password",
        arguments: [
            "<input name=c autocomplete=one-time-code>", "<label>Verification code <input name=c type=tel></label>",
            "<input type=password name=c id=otp aria-label='One-time passcode'>", "<input name=c placeholder='確認コード'>",
            "<p id=l>Sicherheitscode</p><input name=c aria-labelledby=l>",
        ]
    )
    func oneTimeCode(markup: String) {
        #expect(names(markup) == [.oneTimeCode: "c"])
    }

    @Test("finds a name alone on the first of two pages")
    func nameAlone() {
        #expect(
            names("<form><label for=a>Email, phone or Skype</label><input id=a type=email name=loginfmt></form>") == [
                .username: "loginfmt"
            ]
        )
    }

    @Test(
        "finds nothing where nothing is asked for",
        arguments: [
            "<input type=hidden name=username>", "<input name=search>", "<input name=username disabled>",
            "<input type=checkbox name=user>",
        ]
    )
    func nothing(markup: String) {
        #expect(names(markup).isEmpty)
    }

    @Test("describes forms without a secret value")
    func descriptions() throws {
        let document = page(
            """
            <title> Sign  in </title><form name=f action=go method=post><input name=u value=me><input type=password name=p value=secret>
            <input name=otp value=123456><select name=s><option>1<option value=2>x</select></form><button>loose</button>
            """
        )
        let forms = document.formDescriptions
        #expect(document.title == "Sign in")
        #expect(forms.map(\.index) == [0, -1])
        let form = try #require(forms.first)
        #expect(form.action == "https://login.test/dir/go")
        #expect(form.method == "post")
        #expect(form.hasPassword)
        #expect(form.controls.map(\.value) == ["me", nil, nil, "1"])
        #expect(form.controls.map(\.role) == [.username, .password, .oneTimeCode, nil])
        #expect(form.controls.last?.options == ["1", "2"])
        #expect(!"\(forms)".contains("secret"))
        #expect(!"\(forms)".contains("123456"))
    }
}
