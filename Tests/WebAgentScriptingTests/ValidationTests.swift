import Testing

@testable import WebAgentScripting

@Suite("Constraint validation")
struct ValidationTests {
    private static let form = """
        <form id=f action=/go><input id=u name=u required><input id=e name=e type=email><button id=b>Go</button>
        <button id=lax formnovalidate>Lax</button></form>
        <script>
        const seen = [];
        for (const id of ['u', 'e']) document.all[id].addEventListener('invalid', event => seen.push(event.target.id));
        f.addEventListener('submit', () => seen.push('submit'));
        </script>
        """

    @Test("a click on a submit button checks the form, tells each control that is wrong, and submits nothing")
    func click() async throws {
        let page = TestPage()
        try await page.open(Self.form)
        #expect(try await page.value("e.value = 'no address'; 1") == "1")
        #expect(try await page.order(.click(.selector("#b"))).outcome == .done)
        #expect(try await page.value("[seen, document.activeElement.id]") == #"[["u","e"],"u"]"#)
        #expect(page.submissions.isEmpty)
        #expect(page.console.count == 1)
        try await page.order(.evaluate("seen.length = 0; u.value = 'x'; e.value = 'a@b.c'"))
        try await page.order(.click(.selector("#b")))
        #expect(try await page.value("seen") == #"["submit"]"#)
        #expect(page.submissions.count == 1)
    }

    @Test("a value is missing only where a person could give it, and a radio button's in its whole group")
    func missing() async throws {
        let page = TestPage()
        try await page.open(
            """
            <form id=f><input required><input required disabled><input required readonly><input type=hidden required>\
            <button required></button><input type=radio name=r required><input type=radio name=r><select required></select>
            """
        )
        #expect(
            try await page.value("Array.from(f.elements, control => control.validity.valueMissing ? 1 : 0).join('')")
                == "\"10000111\""
        )
        #expect(try await page.value("f.elements[6].checked = true; f.elements[5].validity.valueMissing") == "false")
    }

    @Test("requestSubmit checks as well, submit() does not and tells nobody")
    func methods() async throws {
        let page = TestPage()
        try await page.open(Self.form)
        try await page.order(.evaluate("f.requestSubmit()"))
        #expect(page.submissions.isEmpty)
        #expect(try await page.value("seen") == #"["u"]"#)
        try await page.order(.evaluate("f.submit()"))
        #expect(page.submissions.map(\.url) == ["https://idp.example.test/go?u=&e="])
        #expect(try await page.value("seen") == #"["u"]"#)
    }

    @Test("nothing is checked where the form or the button says so")
    func noValidate() async throws {
        let lax = TestPage()
        try await lax.open(Self.form)
        try await lax.order(.click(.selector("#lax")))
        #expect(lax.submissions.count == 1)
        #expect(try await lax.value("seen") == #"["submit"]"#)

        let form = TestPage()
        try await form.open(Self.form)
        try await form.order(.evaluate("f.noValidate = true; f.requestSubmit()"))
        #expect(form.submissions.count == 1)

        let button = TestPage()
        try await button.open(Self.form)
        try await button.order(.evaluate("f.requestSubmit(lax)"))
        #expect(button.submissions.count == 1)
    }

    @Test("a page that shows what is wrong itself keeps the focus where it is")
    func canceled() async throws {
        let page = TestPage()
        try await page.open(
            Self.form + "<script>u.addEventListener('invalid', event => event.preventDefault())</script>"
        )
        #expect(try await page.value("[f.reportValidity(), document.activeElement.localName]") == #"[false,"body"]"#)
        #expect(
            try await page.value("[f.checkValidity(), u.reportValidity(), e.reportValidity()]") == "[false,false,true]"
        )
    }

    @Test("a page's own complaint counts until it is taken back")
    func custom() async throws {
        let page = TestPage()
        try await page.open(Self.form)
        try await page.order(.evaluate("u.value = 'x'; u.setCustomValidity('Not you.'); f.requestSubmit()"))
        #expect(page.submissions.isEmpty)
        #expect(
            try await page.value("[u.validity.customError, u.validity.valid, u.validationMessage]")
                == #"[true,false,"Not you."]"#
        )
        try await page.order(.evaluate("u.setCustomValidity(''); f.requestSubmit()"))
        #expect(page.submissions.count == 1)
    }

    @Test(
        "each kind of constraint is judged",
        arguments: [
            ("required", "", "valueMissing"), ("required", "x", ""), ("required readonly", "", ""),
            ("required disabled", "", ""),
            ("type=email", "a", "typeMismatch"), ("type=email multiple", "a@b.c, d@e.f", ""),
            ("type=email multiple", "a@b.c, d", "typeMismatch"),
            ("type=url", "x", "typeMismatch"), ("type=url", "https://a.test", ""),
            ("pattern=[0-9]{6}", "12345", "patternMismatch"), ("pattern=[0-9]{6}", "123456", ""),
            ("pattern=[0-9]{6}", "", ""),
            ("type=number min=5", "4", "rangeUnderflow"), ("type=number max=5", "6", "rangeOverflow"),
            ("type=number", "1.5", "stepMismatch"), ("type=number step=any", "1.5", ""),
            ("type=number step=0.1", "0.3", ""),
            ("type=number step=2 min=1", "3", ""), ("type=number step=2 min=1", "4", "stepMismatch"),
            ("type=checkbox required", "on", "valueMissing"), ("type=hidden required", "", ""),
            ("type=button required", "", ""),
            ("minlength=8", "short", ""), ("maxlength=2", "long", ""),
        ]
    )
    func kinds(attributes: String, value: String, expected: String) async throws {
        let page = TestPage()
        try await page.open("<form><input id=i \(attributes)></form><script>i.value = '\(value)'</script>")
        let state =
            "i.willValidate ? Object.keys(i.validity).filter(key => key !== 'valid' && i.validity[key]).join() : ''"
        #expect(try await page.value(state) == "\"\(expected)\"")
        #expect(try await page.value("i.checkValidity()") == "\(expected.isEmpty)")
    }

    @Test(
        "lengths are judged of what a person typed",
        arguments: [("minlength=8", "tooShort"), ("maxlength=3", "tooLong"), ("", "")]
    )
    func lengths(attribute: String, expected: String) async throws {
        let page = TestPage()
        try await page.open("<form action=/go><input id=i name=i \(attribute)><button>Go</button></form>")
        try await page.order(.fill(.selector("#i"), "typed"))
        #expect(
            try await page.value("Object.keys(i.validity).filter(key => key !== 'valid' && i.validity[key]).join()")
                == "\"\(expected)\""
        )
        try await page.order(.submit(.selector("#i")))
        #expect(page.submissions.isEmpty == !expected.isEmpty)
        #expect(try await page.value("i.value = 'other'; i.validity.valid") == "true")
    }
}
