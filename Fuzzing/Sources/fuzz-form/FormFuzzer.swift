import FuzzDriver
import WebAgentHTML
import WebAgentURL

/// The three encodings of a form: what is written can be read as the entries that went in.
///
/// An input is the letter of the source, the letter of the encoding, and then either entries (each a name, a value, and
/// after a third separator a file's name) or the markup of a page with forms.
@main
enum FormFuzzer {
    private static let encodings = ["utf-8", "windows-1252", "shift_jis", "gb18030", "iso-2022-jp", "utf-16le"]
        .compactMap { CharacterEncoding(label: $0) }

    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let isPage = input.choice(of: [false, true])
            let encoding = input.choice(of: encodings)
            if isPage {
                checkPage(String(decoding: input.rest, as: UTF8.self), encoding)
            } else {
                var entries: [FormEntry] = []
                while let record = input.record() {
                    if let entry = entry(FuzzInput(record)) { entries.append(entry) }
                }
                check(entries, encoding)
            }
        }
    }

    private static func entry(_ record: FuzzInput) -> FormEntry? {
        var record = record
        guard let name = record.text(endingAt: 0x1F) else { return nil }
        let value = record.record(endingAt: 0x1F) ?? []
        guard let filename = record.text(endingAt: 0x1F) else {
            return FormEntry(name: name, text: String(decoding: value, as: UTF8.self))
        }
        return FormEntry(name: name, value: .file(FormFile(filename: filename, type: "text/plain", content: value)))
    }

    private static func checkPage(_ markup: String, _ encoding: CharacterEncoding) {
        let page = HTMLParser.parse(markup, scripting: true)
        page.url = WebURL("https://www.site.example/login?a=b#c")
        page.encoding = encoding
        for node in Array(page.descendants(of: page.root)) where page.isHTML(node, "form") {
            let submitter = page.defaultButton(of: node)
            guard let submission = page.submission(of: node, submitter: submitter) else { continue }
            check(submission.entries, submission.encoding)
            guard let request = submission.request(boundary: FormReading.boundary) else { continue }
            require(["GET", "POST"].contains(request.method), "a form is sent by \(request.method)")
            require((request.method == "POST") == (request.body != nil), "a body goes with \(request.method)")
            require(WebURL(request.url.href)?.href == request.url.href, "the address of a form cannot be read")
        }
    }

    private static func check(_ entries: [FormEntry], _ encoding: CharacterEncoding) {
        let query = FormEncoding.urlEncoded(entries, encoding: encoding)
        require(
            query.utf8.allSatisfy(FormReading.isFormByte),
            "what is sent has bytes that a query may not have: \(query)"
        )
        let multipart = FormEncoding.multipart(entries, encoding: encoding, boundary: FormReading.boundary)
        let plain = FormEncoding.plainText(entries, encoding: encoding)
        require(entries.isEmpty == plain.isEmpty, "plain text of \(entries.count) entries has \(plain.count) bytes")
        guard encoding == .utf8 else { return }
        FormReading.check(entries, query: query)
        FormReading.check(entries, multipart: multipart)
        FormReading.check(entries, plain: plain)
        plantedCrash(if: entries.count == 3 && entries[1].name == entries[2].name && entries[2].text.contains("\n"))
    }
}
