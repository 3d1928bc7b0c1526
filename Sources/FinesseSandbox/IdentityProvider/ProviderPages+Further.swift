/// The pages after the password, each with one question.
extension ProviderPages {
    /// The page of a step.
    ///
    /// - Parameters:
    ///   - step: What it asks.
    ///   - action: Where its form goes.
    ///   - progress: The id of how far the user has come.
    ///   - error: What went wrong before, if anything.
    /// - Returns: The page.
    static func page(for step: ProviderStep, action: String, progress: String, error: String = "") -> HTMLPage {
        let hidden = HTMLPage.hiddenInputs([("Progress", progress), ("AuthMethod", step.rawValue)])
        let message = error.isEmpty ? "" : "<p role=\"alert\">\(TextEncodings.escapeMarkup(error))</p>"
        let (title, question) = words(step)
        return HTMLPage(
            title: title,
            body: """
                <h1>\(title)</h1>
                \(message)
                <form method="post" action="\(TextEncodings.escapeMarkup(action))">
                \(hidden)
                \(question)
                </form>
                """
        )
    }

    private static func words(_ step: ProviderStep) -> (title: String, question: String) {
        switch step {
        case .oneTimeCode:
            (
                "Enter your code",
                """
                <label for="code">Verification code</label>
                <input id="code" name="VerificationCode" inputmode="numeric" autocomplete="one-time-code">
                <button type="submit">Verify</button>
                """
            )
        case .consent:
            (
                "Permissions",
                """
                <p>Your name and your account are sent to the contact center.</p>
                <button type="submit" name="Answer" value="yes">Accept</button>
                <button type="submit" name="Answer" value="no">Cancel</button>
                """
            )
        case .staySignedIn:
            (
                "Stay signed in?",
                """
                <button type="submit" name="Answer" value="no">No</button>
                <button type="submit" name="Answer" value="yes">Yes</button>
                """
            )
        }
    }

    /// The page that wants a new password; nothing takes it.
    static func newPassword(userName: String) -> HTMLPage {
        HTMLPage(
            title: "Update password",
            body: """
                <h1>Update password</h1>
                <p role="alert">You must update your password before you sign in.</p>
                <form method="post" action="/adfs/portal/updatepassword/">
                <label for="name">User account</label>
                <input id="name" name="UserName" type="email" value="\(TextEncodings.escapeMarkup(userName))">
                <label for="old">Old password</label><input id="old" name="OldPassword" type="password">
                <label for="new">New password</label><input id="new" name="NewPassword" type="password">
                <label for="again">New password again</label><input id="again" name="ConfirmNewPassword" type="password">
                <button type="submit">Submit</button>
                </form>
                """
        )
    }
}
