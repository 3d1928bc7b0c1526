import FinesseTypes
import FuzzDriver

@testable import FinesseSSO

/// The answers of the token's address and the kept session: bounds hold, and what was kept is read as the same session.
///
/// An input is the letter of a reader and then the bytes it reads.
@main
enum TokenJSONFuzzer {
    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            switch input.choice(of: ["answer", "refresh", "session", "anatomy"]) {
            case "answer": checkAnswer(Array(input.rest))
            case "refresh": checkRefresh(status: input.choice(of: [200, 400, 401, 500]), Array(input.rest))
            case "session": checkSession(Array(input.rest))
            default: checkAnatomy(input.text() ?? "", input.text() ?? "")
            }
        }
    }

    private static func checkAnswer(_ body: [UInt8]) {
        let answer: TokenAnswer
        do throws(TokenAnswerError) {
            answer = try TokenAnswer(reading: body)
        } catch {
            return require(!error.description.isEmpty, "an error has no words")
        }
        check(answer)
        guard let end = body.lastIndex(of: UInt8(ascii: "}")) else { return require(false, "an answer is no object") }
        require((try? TokenAnswer(reading: Array(body[..<end]))) == nil, "an answer that stops early is read")
    }

    private static func checkRefresh(status: Int, _ body: [UInt8]) {
        do throws(SSOError) {
            let answer = try TokenReading.answer(status, body, host: "finesse.example", .refresh)
            require(status == 200, "status \(status) gives a token")
            check(answer)
        } catch {
            require(!error.description.isEmpty, "an error has no words")
        }
    }

    private static func check(_ answer: TokenAnswer) {
        for token in [answer.accessToken.reveal(), answer.refreshToken?.reveal() ?? "-"] {
            require(!token.isEmpty && token.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a token breaks its field")
        }
        require(answer.life > .zero && answer.life <= .seconds(366 * 86400), "a token lives for \(answer.life)")
        let kept = TokenSet(answer, receivedAt: WallTime(milliseconds: 1_900_000_000_000))
        require(
            kept.renewed(by: answer, receivedAt: kept.receivedAt).life == answer.life,
            "a renewed token lives otherwise"
        )
        plantedCrash(if: answer.identity.realm != nil && answer.identity.userID == nil)
    }

    private static func checkSession(_ bytes: [UInt8]) {
        guard let session = try? SessionCoding.decode(bytes) else { return }
        guard let written = SessionCoding.encode(session), let again = try? SessionCoding.decode(written) else {
            return require(false, "a session that was read cannot be kept")
        }
        require(again == session, "a kept session is read as another")
    }

    private static func checkAnatomy(_ access: String, _ refresh: String) {
        let anatomy = TokenAnatomy(of: AccessToken(access))
        _ = TokenAnatomy.isPair(access: anatomy, refresh: TokenAnatomy(of: RefreshToken(refresh)))
        if let life = anatomy.claims?.life { require(life >= .zero, "a token lives for less than nothing") }
    }
}
