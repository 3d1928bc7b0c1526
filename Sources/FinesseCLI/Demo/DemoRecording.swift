import WebAgent

/// A sign-in's recording in the two halves that the steps speak of: until the login form, and after it.
struct DemoRecording {
    /// The requests up to the page with the login form.
    private(set) var untilLoginForm: [HopRecord] = []

    /// The names of that form's controls.
    private(set) var loginForm: [String] = []

    /// The requests after it.
    private(set) var afterLoginForm: [HopRecord] = []

    /// What shows the pages, for people; nil where no page was shown.
    private(set) var walls: String?

    init(_ recording: Recording) {
        for entry in recording.entries {
            switch entry {
            case .hop(let hop) where hop.purpose == .page:
                if loginForm.isEmpty { untilLoginForm.append(hop) } else { afterLoginForm.append(hop) }
            case .page(_, let forms) where loginForm.isEmpty:
                loginForm = forms.first { $0.controls.contains { $0.hasSuffix("(password)") } }?.controls ?? []
            case .pageHost(let found):
                walls =
                    found.map { "in a process of its own, between these walls: \($0)" }
                    ?? "in this process, without walls around them"
            default: break
            }
        }
    }
}
