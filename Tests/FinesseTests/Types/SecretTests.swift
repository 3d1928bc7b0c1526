import FinesseTypes
import Testing

@Suite("Secrets")
struct SecretTests {
    private let hidden = "correct-horse-battery"

    @Test("print as <redacted> in every way Swift prints")
    func printRedacted() {
        let values: [Any] = [AccessToken(hidden), RefreshToken(hidden), Password(hidden)]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), String(describing: [value]), dumped] {
                #expect(!text.contains(hidden))
            }
            #expect("\(value)" == "<redacted>")
            #expect(Mirror(reflecting: value).children.isEmpty)
        }
    }

    @Test("are not Encodable")
    func notEncodable() {
        #expect(!((AccessToken(hidden) as Any) is any Encodable))
        #expect(!((RefreshToken(hidden) as Any) is any Encodable))
        #expect(!((Password(hidden) as Any) is any Encodable))
    }

    @Test("are given away by reveal alone, unchanged")
    func reveal() {
        #expect(AccessToken(hidden).reveal() == hidden)
        #expect(RefreshToken(hidden).reveal() == hidden)
        #expect(Password(hidden).reveal() == hidden)
    }
}
