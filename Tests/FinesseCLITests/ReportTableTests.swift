import Testing

@testable import FinesseCLI

@Suite("A table on the terminal")
struct ReportTableTests {
    private var table: ReportTable {
        var table = ReportTable(
            [.init("id", "ID"), .init("name", "NAME"), .init("calls", "CALLS")],
            empty: "There is none."
        )
        table.add([.text("7"), .filled("Ann Field"), .count(3)])
        table.add([.text("1234"), .filled("")])
        return table
    }

    @Test("has aligned columns under their titles, and a dash for what is absent")
    func lines() {
        #expect(table.lines == ["ID    NAME       CALLS", "7     Ann Field  3", "1234  –          –"])
    }

    @Test("says so in a sentence when it is empty")
    func empty() {
        let table = ReportTable([.init("id", "ID")], empty: "There is none.")
        #expect(table.lines == ["There is none."] && table.json == "[]")
    }

    @Test("is an array of objects for programs")
    func json() {
        #expect(
            table.json
                == #"[{"calls":3,"id":"7","name":"Ann Field"},{"calls":null,"id":"1234","name":null}]"#
        )
    }
}
