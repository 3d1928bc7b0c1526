import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl rules test, on pages of other makes", .timeLimit(.minutes(5)))
struct SkinFixtureTests {
    typealias Skin = SandboxIdentityProviderSettings.Skin

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/skins")

    /// What is done on a page, by what it asks.
    private static let decisions = [
        "password": "fill", "userName": "fill", "password-de": "fill", "password-ja": "fill", "realm": "stop",
        "oneTimeCode": "fill", "wrongCode": "fill", "consent": "press", "staySignedIn": "press",
        "newPassword": "refused",
        "wrongPassword": "refused", "accountLocked": "refused",
    ]

    /// Where a page of one make differs: its wall stops, its words alone tell, its "No" is no submit button.
    private static let exceptions = [
        "captcha/password": "stop", "unsupported/password": "stop", "entra/staySignedIn": "choose",
    ]

    @Test("the pages are those that are kept", arguments: Skin.allCases)
    func kept(_ skin: Skin) throws {
        for picture in SkinGallery.pictures(of: skin) {
            let file = Self.folder.appending(path: "\(skin.rawValue)/\(picture.name).html")
            if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(picture.text.utf8).write(to: file)
            }
            let kept = try? String(contentsOf: file, encoding: .utf8)
            #expect(
                kept == picture.text,
                """
                \(skin.rawValue)/\(picture.name).html differs or is missing: \
                RECORD=1 make test ARGS="--filter SkinFixtureTests" writes it anew; then read the difference.
                """
            )
        }
    }

    @Test("each page is decided on as its real one would be", arguments: Skin.allCases.filter { $0 != .plain })
    func decided(_ skin: Skin) async throws {
        let test = try TestContext()
        for picture in SkinGallery.pictures(of: skin) {
            let page = Self.folder.appending(path: "\(skin.rawValue)/\(picture.name).html").path()
            var words = ["rules", "test", page, "--in-process-pages", "--json", "--scripts", "--url", picture.address]
            if ["wrongPassword", "accountLocked", "newPassword"].contains(picture.name) {
                words.append("--after-password")
            }
            #expect(await FinesseProgram.run(words, in: test.context) == 0)
            let told = try JSONDecoder().decode([String: JSON].self, from: Data(test.takeOutput().joined().utf8))
            let expected = Self.exceptions["\(skin.rawValue)/\(picture.name)"] ?? Self.decisions[picture.name]
            #expect(told["decision"]?.text == expected, "\(skin.rawValue)/\(picture.name): \(told)")
        }
    }
}
