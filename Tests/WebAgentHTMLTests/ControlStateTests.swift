import Testing
import WebAgentHTML

@Suite("Control state, HTML 4.10.18.1")
struct ControlStateTests {
    @Test(
        "makes values fit their type",
        arguments: [
            ("text", "a\r\nb", "ab"), ("password", " a\n", " a"), ("email", " a@b \n", "a@b"),
            ("url", "\n http://x ", "http://x"),
            ("number", "1e3", "1e3"), ("number", "1,5", ""), ("number", "+1", ""), ("date", "2024-02-29", "2024-02-29"),
            ("date", "2023-02-29", ""), ("week", "2020-W53", "2020-W53"), ("week", "2021-W53", ""),
            ("month", "2020-13", ""),
            ("time", "23:59:59.5", "23:59:59.5"), ("time", "24:00", ""),
            ("datetime-local", "2020-01-01 10:00:00.0", "2020-01-01T10:00"),
            ("color", "#ABCDEF", "#abcdef"), ("color", "red", "#000000"), ("range", "200", "100"), ("range", "x", "50"),
            ("hidden", "a\nb", "a\nb"), ("nonsense", "a\nb", "ab"),
        ]
    )
    func sanitises(type: String, value: String, expected: String) throws {
        let document = page("<input>")
        let input = try document.find("input")
        document.setAttribute("type", type, of: input)
        document.setValue(value, of: input)
        #expect(document.value(of: input) == expected)
    }

    @Test("follows the attribute until it is typed into")
    func dirtyValue() throws {
        let document = page("<input value=a><textarea>b</textarea>")
        let input = try document.find("input")
        document.setAttribute("value", "c", of: input)
        #expect(document.value(of: input) == "c")
        document.setValue("typed", of: input)
        document.setAttribute("value", "d", of: input)
        #expect(document.value(of: input) == "typed")
        #expect(document.defaultValue(of: input) == "d")
        let area = try document.find("textarea")
        document.setValue("1\r\n2\r3", of: area)
        #expect(document.value(of: area) == "1\n2\n3")
    }

    @Test("hands a typed value on when the type changes to one without a value of its own")
    func typeChange() throws {
        let document = page("<input value=a>")
        let input = try document.find("input")
        document.setValue("typed", of: input)
        document.setAttribute("type", "hidden", of: input)
        #expect(document.value(of: input) == "typed")
        #expect(document.attribute("value", of: input) == "typed")
    }

    @Test("checks one radio button of a group at a time, and only of the same form")
    func radios() throws {
        let document = page(
            "<form><input type=radio name=r id=a checked><input type=radio name=r id=b></form><input type=radio name=r id=c checked>"
        )
        let (a, b, c) = (try document.find("#a"), try document.find("#b"), try document.find("#c"))
        #expect(document.isChecked(a))
        document.setChecked(true, of: b)
        #expect([a, b, c].map { document.isChecked($0) } == [false, true, true])
        document.setChecked(false, of: b)
        #expect(!document.isChecked(b))
    }

    @Test("selects by script, by value and by position")
    func selection() throws {
        let document = page("<select><option id=a>1<option id=b value=2>x<option id=c disabled>3</select>")
        let select = try document.find("select")
        #expect(document.value(of: select) == "1")
        document.setSelected(true, of: try document.find("#b"))
        #expect(document.selectedIndex(of: select) == 1)
        document.setValue("3", of: select)
        #expect(document.isSelected(try document.find("#c")))
        document.setValue("none of them", of: select)
        #expect(document.selectedIndex(of: select) == -1)
        #expect(document.value(of: select) == "")
        document.setSelectedIndex(0, of: select)
        #expect(document.value(of: select) == "1")
    }

    @Test("goes back to the markup when the form is reset")
    func reset() throws {
        let document = page(
            "<form><input value=a><input type=checkbox checked><select><option>1<option>2</select></form>"
        )
        let form = try document.find("form")
        document.setValue("b", of: try document.find("input"))
        document.setChecked(false, of: try document.find("[type=checkbox]"))
        document.setSelectedIndex(1, of: try document.find("select"))
        document.reset(form)
        #expect(document.value(of: try document.find("input")) == "a")
        #expect(document.isChecked(try document.find("[type=checkbox]")))
        #expect(document.selectedIndex(of: try document.find("select")) == 0)
    }
}
