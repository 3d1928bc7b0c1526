/// Every page of every skin, drawn without a sandbox.
package enum SkinGallery {
    /// A page by the name of what it asks.
    package struct Picture: Sendable {
        /// The stage, and the language or the message behind it.
        package var name: String
        /// The address under which it is shown.
        package var address: String
        /// The markup.
        package var text: String
    }

    /// The pages of a skin.
    package static func pictures(of skin: SandboxIdentityProviderSettings.Skin) -> [Picture] {
        guard let pages = skin.pages else { return [] }
        let origin = "https://idp.corp.example"
        func picture(_ name: String, _ change: (inout SkinView) -> Void) -> Picture {
            var view = SkinView(
                visit: SkinVisit(
                    id: "visit1",
                    cookieDigest: "",
                    query: "SAMLRequest=x",
                    stage: .password,
                    token: "token1"
                ),
                stage: .password,
                origin: origin
            )
            change(&view)
            view.visit.stage = view.stage
            return Picture(name: name, address: origin + pages.signInPath, text: pages.page(view).text)
        }
        func message(_ message: SkinMessage, at stage: SkinStage = .password) -> Picture {
            picture(message.rawValue) {
                $0.stage = stage
                $0.message = message
                $0.visit.typedName = "sjefferson@finesse.com"
            }
        }
        var stages: [SkinStage] = [.password]
        if pages.asksNameFirst { stages.append(.userName) }
        guard skin != .captcha, skin != .unsupported else { return stages.map { picture($0.rawValue) { _ in } } }
        if pages.asksForRealm { stages.append(.realm) }
        stages += [.oneTimeCode, .consent, .newPassword]
        if !pages.hasStayBox { stages.append(.staySignedIn) }
        var pictures = stages.map { stage in
            picture(stage.rawValue) {
                $0.stage = stage
                $0.realms = ["Corp", "Partner"]
                $0.offersToStay = true
                if stage != .userName { $0.visit.typedName = "sjefferson@finesse.com" }
            }
        }
        pictures += [message(.wrongPassword), message(.accountLocked), message(.wrongCode, at: .oneTimeCode)]
        if pages is ADFSSkin {
            for language in [SkinLanguage.german, .japanese] {
                pictures.append(picture("password-\(language.rawValue)") { $0.language = language })
            }
        }
        return pictures
    }
}
