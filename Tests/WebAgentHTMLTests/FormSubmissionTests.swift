import Testing
import WebAgentHTML
import WebAgentURL

@Suite("Form submission, HTML 4.10.22.3")
struct FormSubmissionTests {
    @Test(
        "resolves the action",
        arguments: [
            ("<form>", "https://login.test/dir/page?old=1"), ("<form action=''>", "https://login.test/dir/page?old=1"),
            ("<form action='?'>", "https://login.test/dir/page?"),
            ("<form action='#'>", "https://login.test/dir/page?old=1#"),
            ("<form action=next>", "https://login.test/dir/next"),
            ("<base href=/b/><form action=x>", "https://login.test/b/x"),
            ("<base href=/b/><form action=''>", "https://login.test/dir/page?old=1"),
        ]
    )
    func actions(markup: String, expected: String) throws {
        let document = page(markup)
        #expect(document.action(of: try document.find("form"))?.href == expected)
    }

    @Test("puts the entries in place of the query for GET, and keeps the fragment")
    func get() throws {
        let document = page("<form action='/s?x=1#f'><input name=q value='a b&\u{E4}'></form>")
        let request = document.submission(of: try document.find("form"))?.request(boundary: "b")
        #expect(request?.method == "GET")
        #expect(request?.url.href == "https://login.test/s?q=a+b%26%C3%A4#f")
        #expect(request?.body == nil)
        let empty = page("<form></form>")
        #expect(
            empty.submission(of: try empty.find("form"))?.request(boundary: "b")?.url.href
                == "https://login.test/dir/page?"
        )
    }

    @Test("sends a body for POST and keeps the query")
    func post() throws {
        let document = page(
            "<form method=post action='?x=1'><input name=u value=me><textarea name=t>\n1\n2</textarea></form>"
        )
        let request = document.submission(of: try document.find("form"))?.request(boundary: "b")
        #expect(request?.url.href == "https://login.test/dir/page?x=1")
        #expect(request?.contentType == "application/x-www-form-urlencoded")
        #expect(request?.body.map { String(decoding: $0, as: UTF8.self) } == "u=me&t=1%0D%0A2")
    }

    @Test("lets the submitter's attributes go before the form's")
    func submitter() throws {
        let document = page(
            """
            <form action=/a method=post enctype=multipart/form-data target=t><button formaction=/b formmethod=get
            formenctype=text/plain formtarget=_top name=n value=v></form>
            """
        )
        let submission = document.submission(of: try document.find("form"), submitter: try document.find("button"))
        #expect(submission?.action.href == "https://login.test/b")
        #expect(submission?.method == .get)
        #expect(submission?.encodingType == .plainText)
        #expect(submission?.target == "_top")
        #expect(submission?.entries == [FormEntry(name: "n", text: "v")])
        #expect(document.submission(of: try document.find("form"))?.encodingType == .multipart)
    }

    @Test("sends nothing for a dialog")
    func dialog() throws {
        let document = page("<form method=dialog>")
        let submission = try #require(document.submission(of: try document.find("form")))
        #expect(submission.request(boundary: "b") == nil)
    }

    @Test("writes a part for each entry, names escaped, newlines equal")
    func multipart() {
        let file = FormFile(filename: "a\"b\r\n.txt", type: "", content: [1, 2])
        let entries = [FormEntry(name: "x\ny", text: "1\n2"), FormEntry(name: "f", value: .file(file))]
        let body = FormEncoding.multipart(entries, encoding: .utf8, boundary: "XX")
        let expected =
            "--XX\r\nContent-Disposition: form-data; name=\"x%0D%0Ay\"\r\n\r\n1\r\n2\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a%22b%0D%0A.txt\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n\u{1}\u{2}\r\n--XX--\r\n"
        #expect(String(decoding: body, as: UTF8.self) == expected)
    }

    @Test("encodes in the page's encoding, and what it lacks as a number")
    func encodings() throws {
        let document = page("<form method=post enctype=text/plain><input name=a value='\u{E4}\u{20AC}\u{4E00}'></form>")
        document.encoding = .windows1252
        let request = document.submission(of: try document.find("form"))?.request(boundary: "b")
        #expect(request?.body == Array("a=".utf8) + [0xE4, 0x80] + Array("&#19968;\r\n".utf8))
        document.setAttribute("accept-charset", "utf-8", of: try document.find("form"))
        #expect(document.submissionEncoding(of: try document.find("form")) == .utf8)
    }

    @Test("finds the default button, disabled or not")
    func defaultButton() throws {
        let document = page(
            "<form id=f><button type=button></button><input type=image disabled id=i><button id=b></form>"
        )
        #expect(document.defaultButton(of: try document.find("form")) == (try document.find("#i")))
    }
}
