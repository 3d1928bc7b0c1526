import WebAgentHTML
import WebAgentURL

/// Rule 1 of the captured pages: where each form goes, how, and with which entries, before any script ran.
///
/// The parser reads the page as a browser with scripts does (the contents of `noscript` are text), and placeholders stay.
package enum PagesRuleOne {
    /// Checks one page.
    ///
    /// - Parameters:
    ///   - page: the page's member of the manifest.
    ///   - body: the bytes of the page's file.
    /// - Returns: what the manifest says of the forms and what was found, in one notation.
    package static func check(_ page: JSONValue, body: [UInt8]) -> (expected: String, got: String) {
        let expected = (page["forms"]?.array ?? []).map(shown).joined(separator: "\n")
        let document = document(of: page, body: body)
        let got = document.forms.map { shown($0, in: document) }.joined(separator: "\n")
        return (expected, got)
    }

    private static func document(of page: JSONValue, body: [UInt8]) -> Document {
        let (text, encoding) = EncodingSniffer.decode(body, contentType: page["serve_as"]?.string)
        let document = HTMLParser.parse(text, scripting: true)
        document.url = page["document_url"]?.string.flatMap { WebURL($0) }
        document.encoding = encoding
        return document
    }

    private static func shown(_ form: JSONValue) -> String {
        let entries = { (key: String) in
            form[key]?.array?.map { entry in entry.array?.map { $0.string ?? "?" } ?? [] }
        }
        return shown(
            action: form["action_resolved"]?.string,
            method: form["method"]?.string,
            enctype: form["enctype"]?.string,
            bare: entries("entries_for_form_submit"),
            button: entries("entries_for_first_submit_button")
        )
    }

    private static func shown(_ form: NodeID, in document: Document) -> String {
        let bare = document.submission(of: form)
        let button = document.controls(of: form).first { document.isSubmitButton($0) }
        return shown(
            action: document.action(of: form)?.href,
            method: document.method(of: form).rawValue.uppercased(),
            enctype: document.encodingType(of: form).rawValue,
            bare: bare?.entries.map { [$0.name, $0.text] },
            button: button.map { document.entries(of: form, submitter: $0).map { [$0.name, $0.text] } }
        )
    }

    private static func shown(
        action: String?,
        method: String?,
        enctype: String?,
        bare: [[String]]?,
        button: [[String]]?
    ) -> String {
        "\(action ?? "none") \(method ?? "none") \(enctype ?? "none") submit=\(shown(bare)) button=\(shown(button))"
    }

    private static func shown(_ entries: [[String]]?) -> String {
        entries.map { "\($0)" } ?? "none"
    }
}
