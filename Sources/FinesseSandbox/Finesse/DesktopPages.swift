/// The HTML pages of Finesse's single sign-on.
enum DesktopPages {
    /// The page of `/desktop/sso/test`: it shows the outcome and tells its opener.
    ///
    /// Source: Finesse 12.5(1) developer guide, pages 189 and 190.
    static func test(error: String, user: SandboxIdentity, expires: SandboxInstant) -> HTMLPage {
        let rows =
            error.isEmpty
            ? [("User", user.userID), ("Principal", user.principal), ("Token ends", expires.timestamp)]
            : [("Error", error)]
        let table = rows.map { "<dt>\($0.0)</dt><dd>\(TextEncodings.escapeMarkup($0.1))</dd>" }.joined()
        let message = JSONText.object([
            ("status", .string(error.isEmpty ? "true" : "false")), ("errorMessage", .string(error)),
        ])
        return HTMLPage(
            title: "Single sign-on test",
            body: "<h1>Single sign-on \(error.isEmpty ? "works" : "failed")</h1><dl>\(table)</dl>",
            script: """
                var peer = window.opener || (window.parent !== window ? window.parent : null);
                if (peer) { peer.postMessage(JSON.stringify(\(message.text)), window.location.origin); }
                """
        )
    }

    /// A page where JSON was to be.
    static let unexpected = HTMLPage(
        title: "Cisco Finesse",
        body: "<h1>Welcome</h1><p>The desktop is starting. Please wait.</p>"
    )

    /// A page whose script never ends.
    static let endless = HTMLPage(
        title: "Please wait",
        body: "<p>One moment.</p><script>for (;;) { }</script>"
    )

    /// A page of 40 MB.
    static var huge: SandboxAnswer {
        var answer = HTMLPage(title: "Large page", body: "").answer(status: 200)
        let chunk = Array((String(repeating: "Autobots roll out. ", count: 3449) + "<br>\n").utf8.prefix(1 << 16))
        answer.body = .repeated(
            prefix: Array("<!DOCTYPE html><title>Large page</title>\n".utf8),
            chunk: chunk,
            count: 640
        )
        return answer
    }
}
