import FinesseSandbox
import Foundation
import TestSupport
import Testing

@Suite("The search for secrets")
struct SecretHuntTests {
    /// Every kind of character that one of the forms writes differently.
    private static let secret = "kV7???~~~\"q/Z+9=é&x<Wm 2'%\\T4~R0>p8"
    private let hunt = SecretHunt(for: [Secret("the secret", secret)])

    /// Spellings made by others than the search itself.
    private static func spelling(_ form: SecretForm) throws -> String {
        let data = Data(secret.utf8)
        switch form {
        case .raw: return secret
        case .base64: return data.base64EncodedString()
        case .base64URL:
            return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
                "=",
                with: ""
            )
        case .hexadecimal: return data.map { String(format: "%02x", $0) }.joined()
        case .percentEncoded:
            return try #require(secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        case .escapedInJSON:
            return String(decoding: try JSONEncoder().encode(secret), as: UTF8.self)
        case .escapedInMarkup:
            return secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
        case .deflated:
            let deflated = try #require(RawDeflate.compress(Array("<Request secret='\(secret)'/>".utf8)))
            return Data(deflated).base64EncodedString()
        }
    }

    @Test("finds a secret in each form", arguments: SecretForm.allCases)
    func findsEachForm(_ form: SecretForm) throws {
        let text = "before \(try Self.spelling(form)) behind"
        let findings = hunt.findings(in: text, "the text")
        #expect(findings.map(\.form).contains(form), "\(findings)")
        #expect(findings.allSatisfy { $0.secret == "the secret" && $0.place == "the text" })
    }

    @Test(
        "finds any piece of twelve characters of each form",
        arguments: SecretForm.allCases.filter { $0 != .deflated }
    )
    func findsEachPiece(_ form: SecretForm) throws {
        // The ends are the encoder's: quotation marks, padding, the last bits.
        var characters = Array(try Self.spelling(form))
        if form == .escapedInJSON { characters = Array(characters.dropFirst().dropLast()) }
        if form == .base64 || form == .base64URL {
            while characters.last == "=" { characters.removeLast() }
            if Self.secret.utf8.count % 3 != 0 { characters.removeLast() }
        }
        for start in 0...(characters.count - 12) {
            let piece = String(characters[start..<start + 12])
            #expect(!hunt.findings(in: "x\(piece)x", "").isEmpty, "the piece at \(start)")
        }
    }

    @Test("finds a secret inside longer base64, wherever it begins", arguments: 0..<6)
    func findsShifted(_ shift: Int) {
        let text = String(repeating: "u", count: shift) + Self.secret + "tail"
        let encoded = Data(text.utf8).base64EncodedString()
        #expect(hunt.findings(in: encoded, "").map(\.form) == [.base64])
    }

    @Test("finds a SAML request as a redirect carries it: deflated, in base64, percent-encoded")
    func findsRedirectBinding() throws {
        let encoded = try Self.spelling(.deflated).addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        let query = "https://idp.example/ls/?SAMLRequest=\(try #require(encoded))&RelayState=1"
        #expect(hunt.findings(in: query, "").map(\.form) == [.deflated])
    }

    @Test("finds what zlib and gzip have compressed, cut short or not", arguments: [false, true])
    func findsFramed(_ isCut: Bool) throws {
        let bare = try #require(
            RawDeflate.compress(Array((String(repeating: "filler ", count: 40) + Self.secret).utf8))
        )
        let rest = isCut ? bare : bare + [1, 2, 3, 4]
        let zlib = Data([0x78, 0x9C] + rest).base64EncodedString()
        let gzip = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + rest).base64EncodedString()
        #expect(hunt.findings(in: zlib, "").map(\.form) == [.deflated])
        #expect(hunt.findings(in: gzip, "").map(\.form) == [.deflated])
    }

    @Test("finds a secret that is shorter than a piece, whole")
    func findsShort() {
        let hunt = SecretHunt(for: [Secret("a word", "b8Qz!4")])
        #expect(hunt.findings(in: "it was b8Qz!4.", "").count == 1)
        #expect(hunt.findings(in: "it was b8Qz!", "").isEmpty)
    }

    @Test("finds nothing where nothing is")
    func findsNothing() {
        let piece = Self.secret.suffix(11)
        let innocent = [
            "", "kV7?", String(piece), "before \(piece) behind",
            Data("another text of some length".utf8).base64EncodedString(),
            "%6b%56%37", String(repeating: "abc def 0123 /+=", count: 500),
        ]
        for text in innocent { #expect(hunt.findings(in: text, "").isEmpty, "\(text.prefix(40))") }
    }

    @Test("leaves alone what may be shown")
    func publicTexts() {
        let secret = Secret("an answer", "<Issuer>adfs.corp.example</Issuer><ID>f81d4fae7dec11d0</ID>")
        let hunt = SecretHunt(for: [secret], publicTexts: ["adfs.corp.example"])
        #expect(hunt.findings(in: "at adfs.corp.example, while", "").isEmpty)
        #expect(hunt.findings(in: "f81d4fae7dec11d0", "").count == 1)
    }

    @Test("does not show what it found")
    func findingsAreSafe() {
        let findings = hunt.findings(in: Self.secret, "the text")
        #expect(findings.count == 1)
        #expect(hunt.findings(in: printedInEveryWay(findings), "the findings").isEmpty)
        #expect(hunt.findings(in: printedInEveryWay(hunt.secrets), "the secrets").isEmpty)
    }
}
