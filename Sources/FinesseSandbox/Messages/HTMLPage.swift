/// An HTML page of the sandbox: a frame around a body, with the head fields that a page needs.
struct HTMLPage: Sendable {
    /// The title, plain text.
    var title: String
    /// The body, markup.
    var body: String
    /// The script in the head, when there is one.
    var script = ""
    /// The address of a script that goes before it, when there is one.
    var scriptAddress = ""
    /// Attributes of the body element, markup.
    var bodyAttributes = ""
    /// The language of the page.
    var language = "en"
    /// What else stands in the head, markup.
    var head = ""
    /// The style sheet.
    var style = """
        body { font: 16px/1.5 system-ui, sans-serif; margin: 12vh auto; max-width: 26rem; padding: 0 1rem; }
        input { box-sizing: border-box; display: block; font: inherit; margin: 0 0 .75rem; padding: .4rem; width: 100%; }
        .submit { background: #0b5cad; border-radius: 4px; color: #fff; cursor: pointer; padding: .45rem 1.2rem; }
        #error { color: #a4262c; }
        """

    /// The whole page.
    var text: String {
        let external = scriptAddress.isEmpty ? "" : "<script src=\"\(scriptAddress)\"></script>\n"
        let script = external + (script.isEmpty ? "" : "<script>\n\(script)\n</script>\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(TextEncodings.escapeMarkup(title))</title>
            <style>
            \(style)
            </style>
            \(head.isEmpty ? "" : head + "\n")\(script)</head>
            <body\(bodyAttributes.isEmpty ? "" : " " + bodyAttributes)>
            \(body)
            </body>
            </html>

            """
    }

    /// The page as an answer that nothing may frame or keep.
    func answer(status: Int) -> SandboxAnswer {
        SandboxAnswer.text(text, type: "text/html;charset=UTF-8", status: status)
            .adding("X-Frame-Options", "DENY")
            .adding("Referrer-Policy", "strict-origin-when-cross-origin")
            .adding(
                "Content-Security-Policy",
                "default-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src 'self' data:; frame-ancestors 'none'"
            )
    }

    /// Hidden inputs for a form.
    static func hiddenInputs(_ fields: [(name: String, value: String)]) -> String {
        fields
            .map { field in
                let name = TextEncodings.escapeMarkup(field.name)
                return #"<input type="hidden" name="\#(name)" value="\#(TextEncodings.escapeMarkup(field.value))">"#
            }
            .joined(separator: "\n")
    }
}
