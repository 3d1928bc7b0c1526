import Finesse
import Testing

@Suite("Contacts as CSV, RFC 4180")
struct ContactCSVTests {
    @Test("are written with the documented header, every field in quotation marks")
    func writes() {
        let contacts = [
            ContactChange(firstName: "Ann", lastName: "O\"Neill", phoneNumber: "+49,30", details: "a\nb"),
            ContactChange(phoneNumber: "117"),
        ]
        let text = String(decoding: ContactCSV.write(contacts), as: UTF8.self)
        #expect(
            text == "\"First Name\",\"Last Name\",\"Phone Number\",\"Notes\"\r\n"
                + "\"Ann\",\"O\"\"Neill\",\"+49,30\",\"a\nb\"\r\n\"\",\"\",\"117\",\"\"\r\n"
        )
    }

    @Test(
        "are read in every usual form",
        arguments: [
            "First Name,Last Name,Phone Number,Notes\r\nAnn,Field,1,x\r\n", "Ann,Field,1,x",
            "\u{FEFF}\"First Name\",\"Last Name\",\"Phone Number\",\"Notes\"\n\"Ann\",\"Field\",\"1\",\"x\"\n\n",
            "first name,LAST NAME,phone number,notes,more\rAnn,Field,1,x,y\r", ",,,\r\nAnn,Field,1,x\r\n",
        ]
    )
    func reads(text: String) {
        let contact = ContactChange(firstName: "Ann", lastName: "Field", phoneNumber: "1", details: "x")
        #expect(ContactCSV.read(Array(text.utf8)) == [contact])
    }

    @Test("are none where a row has text behind its columns only")
    func textBehind() { #expect(ContactCSV.read(Array(",,,,x\r\n,,,,,y\n".utf8)).isEmpty) }

    @Test("are read with fields that are missing", arguments: ["Ann", "Ann,", "\"Ann\""])
    func shortRow(text: String) {
        let contact = ContactChange(firstName: "Ann", lastName: "", phoneNumber: "", details: "")
        #expect(ContactCSV.read(Array(text.utf8)) == [contact])
    }

    @Test("are read as they were written, whatever they hold", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = ["a", "b", "\"", ",", "\r", "\n", " ", "ü", "\u{301}", ";", "'", "\\"]
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) }
                .joined()
        }
        let contacts = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            ContactChange(firstName: text(), lastName: text(), phoneNumber: "1" + text(), details: text())
        }
        #expect(ContactCSV.read(ContactCSV.write(contacts)) == contacts, "seed \(seed)")
    }
}
