/// A sign-in under way at a skin's pages.
struct SkinVisit: Sendable, Hashable, Codable {
    /// Its name in addresses and forms.
    var id: String
    /// The digest of what the browser that began it has in its cookie.
    var cookieDigest: String
    /// The request as it came: the query of a redirect, or the fields of a form.
    var query: String
    var samlRequest: String?
    var relayState: String?
    /// What is asked now.
    var stage: SkinStage
    /// What the page that is shown now gives its answer, so that a page is answered once.
    var token: String
    /// How many pages were shown.
    var pages = 1
    /// The name as it was typed.
    var typedName = ""
    /// Whose password was right.
    var loginName: String?
    /// What is asked after the present stage.
    var rest: [SkinStage] = []
}

extension SandboxWorld {
    /// Keeps a sign-in under way for as long as a person may take.
    func keep(_ visit: SkinVisit) {
        state.skinVisits.set(
            SecretDigest.of(visit.id),
            visit,
            until: clock.now.advanced(by: .seconds(1800)),
            now: clock.now
        )
    }

    /// A sign-in under way.
    func skinVisit(_ id: String) -> SkinVisit? { state.skinVisits.value(SecretDigest.of(id), now: clock.now) }

    /// Takes a sign-in out, so that of two answers at once only one counts.
    func takeSkinVisit(_ id: String) -> SkinVisit? { state.skinVisits.remove(SecretDigest.of(id), now: clock.now) }
}
