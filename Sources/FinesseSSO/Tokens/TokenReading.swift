import Finesse
import FinesseTypes

/// Reads what came from the token's address, by status and body.
enum TokenReading {
    static func answer(
        _ status: Int,
        _ body: [UInt8],
        host: String,
        _ step: TokenStep
    ) throws(SSOError) -> TokenAnswer {
        guard status == 200 else {
            throw .tokenRefused(TokenRefusal(host: host, step: step, status: status, message: message(in: body)))
        }
        do {
            return try TokenAnswer(reading: body)
        } catch {
            throw .unusableTokenAnswer(error, host: host, step)
        }
    }

    /// The server's words in either of their forms: JSON as the desktop writes it, one key without quotes, or XML.
    ///
    /// Source: Finesse REST guide, "Desktop interface API errors" and "Errors".
    static func message(in body: [UInt8]) -> String {
        let words: [String]
        if let json = JSONValue(parsingLoosely: body.count > 64 << 10 ? [] : body) {
            let errors = json["apiErrors"] ?? json
            words = ["errorType", "errorMessage", "errorData", "error", "error_description"]
                .compactMap { errors[$0]?.text }
        } else {
            words = ApiError.all(in: body).map(\.description)
        }
        return PageMessage.short(words.filter { !$0.isEmpty }.joined(separator: ", "), hiding: [])
    }
}
