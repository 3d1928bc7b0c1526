import WebAgentHTML
import WebAgentURL

/// The three encoders, each row through a form with one entry.
package enum FormEncodingSuite: ConformanceSuite {
    package static let name = "form-encoding"
    package static let defaultPath = "forms/encode-urlencoded.json"
    package static let defaultPaths = [
        "forms/encode-urlencoded.json", "forms/encode-multipart.json", "forms/encode-text-plain.json",
    ]

    private static let boundary = "----boundary"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        let file = try input.file()
        guard let rows = try file.json().array else {
            throw .malformed(file: file.name, reason: "it is not an array")
        }
        return rows.enumerated().map { index, row in
            CaseOutcome(id: "\(file.name)#\(index)", expected: expected(row), got: got(row))
        }
    }

    private static func expected(_ row: JSONValue) -> String {
        guard let part = row["expected"]?.object else { return row["expected"]?.string ?? "?" }
        return shown { part[$0]?.string }
    }

    private static func got(_ row: JSONValue) -> String {
        guard let submission = submission(of: row), let request = submission.request(boundary: boundary) else {
            return "no submission"
        }
        // One character per byte, as the data has it.
        let body = String(String.UnicodeScalarView((request.body ?? []).map { Unicode.Scalar($0) }))
        guard submission.encodingType == .multipart else { return body }
        return shown(MultipartPart(only: body, boundary: boundary).member)
    }

    /// The submission of a page with the row's form.
    private static func submission(of row: JSONValue) -> FormSubmission? {
        let document = HTMLParser.parse("<form method=post><input></form>", scripting: true)
        document.url = WebURL("https://form.test/")
        guard let form = document.forms.first, let control = document.controls(of: form).first else { return nil }
        document.setAttribute("enctype", row["enctype"]?.string ?? "", of: form)
        document.setAttribute("accept-charset", row["accept_charset"]?.string ?? "", of: form)
        document.setAttribute("name", row["name"]?.string ?? "", of: control)
        if let file = row["file"] {
            document.setAttribute("type", "file", of: control)
            document.setFiles([self.file(file)], of: control)
        } else {
            // A hidden control keeps newlines in its value.
            document.setAttribute("type", "hidden", of: control)
            document.setValue(row["value"]?.string ?? "", of: control)
        }
        return document.submission(of: form)
    }

    private static func file(_ file: JSONValue) -> FormFile {
        FormFile(
            filename: file["filename"]?.string ?? "",
            type: file["type"]?.string ?? "",
            content: Array((file["content"]?.string ?? "").utf8)
        )
    }

    private static func shown(_ member: (String) -> String?) -> String {
        ["name", "filename", "value"].compactMap { key in member(key).map { "\(key)=\($0)" } }.joined(separator: " ")
    }
}

/// The one part of a multipart body, read back.
struct MultipartPart {
    private let header: String
    private let value: String

    init(only body: String, boundary: String) {
        let start = "--\(boundary)\r\n".unicodeScalars.count
        let end = "\r\n--\(boundary)--\r\n".unicodeScalars.count
        let part = Array(body.unicodeScalars.dropFirst(start).dropLast(end))
        let gap = part.indices.first { part[$0...].starts(with: "\r\n\r\n".unicodeScalars) } ?? part.endIndex
        header = String(String.UnicodeScalarView(part[..<gap]))
        value = String(String.UnicodeScalarView(part[gap...].dropFirst(4)))
    }

    func member(_ key: String) -> String? {
        if key == "value" { return value }
        let mark = Array("; \(key)=\"".unicodeScalars)
        let scalars = Array(header.unicodeScalars)
        guard let start = scalars.indices.first(where: { scalars[$0...].starts(with: mark) }) else { return nil }
        return String(String.UnicodeScalarView(scalars[(start + mark.count)...].prefix { $0 != "\"" }))
    }
}
