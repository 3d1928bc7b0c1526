import Testing
import WebAgentHTML
import WebAgentURL

@Suite("Entry list, HTML 4.10.22.4")
struct FormEntryTests {
    private func entries(
        _ markup: String,
        submitter: String? = nil,
        click: (x: Int, y: Int) = (0, 0)
    ) throws -> [String] {
        let document = page(markup)
        let form = try document.find("form")
        let button = try submitter.map { try document.find($0) }
        return document.entries(of: form, submitter: button, click: click).map { "\($0.name)=\($0.text)" }
    }

    @Test("takes named controls in tree order, buttons only if they submit")
    func order() throws {
        let markup = """
            <form><input type=submit><input name=a value=1><button name=b value=2>x</button><input type=hidden name=c>
            <input value=unnamed><input name="" value=empty><textarea name=d>
            x</textarea><input type=reset name=r value=r></form>
            """
        #expect(try entries(markup) == ["a=1", "c=", "d=x"])
        #expect(try entries(markup, submitter: "button") == ["a=1", "b=2", "c=", "d=x"])
    }

    @Test("leaves out what is disabled, but not within the first legend of a disabled fieldset")
    func disabled() throws {
        let markup = """
            <form><fieldset disabled><legend><input name=a></legend><legend><input name=b></legend><input name=c></fieldset>
            <input name=d disabled><fieldset><input name=e></fieldset><datalist><input name=f></datalist></form>
            """
        #expect(try entries(markup) == ["a=", "e="])
    }

    @Test("takes the checked boxes, and of a radio group the one checked last")
    func checked() throws {
        let markup = """
            <form><input type=checkbox name=a checked><input type=checkbox name=b value=1>
            <input type=radio name=r value=1 checked><input type=radio name=r value=2 checked>
            <input type=radio name=s value=3></form>
            """
        #expect(try entries(markup) == ["a=on", "r=2"])
    }

    @Test(
        "takes selected options, and of a drop-down box without any the first that can be chosen",
        arguments: [
            ("<select name=s><option disabled>a<option>b<option>c</select>", ["s=b"]),
            ("<select name=s><option selected>a<option selected value=x>b</select>", ["s=x"]),
            ("<select name=s multiple><option selected>a<option selected> b  c <option>d</select>", ["s=a", "s=b c"]),
            ("<select name=s size=2><option>a</select>", []),
            ("<select name=s><optgroup disabled><option selected>a</optgroup></select>", []),
        ] as [(String, [String])]
    )
    func selects(markup: String, expected: [String]) throws {
        #expect(try entries("<form>\(markup)</form>") == expected)
    }

    @Test("adds the place of the click for an image button, with and without a name")
    func images() throws {
        let markup = "<form><input type=image id=i name=go value=v><input type=image id=j></form>"
        #expect(try entries(markup) == [])
        #expect(try entries(markup, submitter: "#i", click: (3, 4)) == ["go.x=3", "go.y=4"])
        #expect(try entries(markup, submitter: "#j") == ["x=0", "y=0"])
    }

    @Test("adds direction, the name of the encoding and an empty file where asked for")
    func extras() throws {
        let markup = """
            <form accept-charset="nonsense latin1"><input name=a value="\u{5D0}" dirname=a.dir dir=auto>
            <input type=hidden name=_Charset_ value=x><input type=file name=f></form>
            """
        #expect(try entries(markup) == ["a=\u{5D0}", "a.dir=rtl", "_Charset_=windows-1252", "f="])
    }

    @Test("finds the owner by the attribute, by the parser, and by the tree")
    func owners() throws {
        let document = page(
            """
            <input name=a form=two><table><form id=one><tr><td><input name=b></table></form>
            <form id=two><input name=c form=one><input name=d form=none></form><input name=e>
            """
        )
        let names = { (selector: String) in
            document.controls(of: try document.find(selector)).map { document.attribute("name", of: $0) ?? "" }
        }
        #expect(try names("#one") == ["b", "c"])
        #expect(try names("#two") == ["a"])
        document.removeAttribute("form", of: try document.find("[name=d]"))
        #expect(try names("#two") == ["a", "d"])
        document.append(try document.find("[name=e]"), to: try document.find("#two"))
        #expect(try names("#two") == ["a", "d", "e"])
    }

    @Test("forgets the parser's owner when the control leaves the form's tree")
    func ownersAfterRemoval() throws {
        let document = page("<table><form id=one><tr><td><input></table></form><form id=two></form>")
        let input = try document.find("input")
        #expect(document.formOwner(of: input) == (try document.find("#one")))
        document.remove(input)
        #expect(document.formOwner(of: input) == nil)
        document.append(input, to: try document.find("#two"))
        #expect(document.formOwner(of: input) == (try document.find("#two")))
    }
}
