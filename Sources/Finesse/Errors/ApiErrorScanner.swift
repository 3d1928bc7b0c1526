/// Finds the elements of an error in a body that is not well-formed.
///
/// Source: Finesse REST guide, "Get User Authentication Mode", the printed 403: its closing `ApiError` tag is written as
/// an opening one.
enum ApiErrorScanner {
    private static let longestBody = 64 << 10

    static func scan(_ body: [UInt8]) -> [ApiError] {
        let text = String(decoding: body.prefix(longestBody), as: UTF8.self)
        guard text.contains("<ApiErrors") else { return [] }
        return text.split(separator: "<ApiError>").compactMap(read)
    }

    private static func read(_ part: Substring) -> ApiError? {
        let error = ApiError(
            type: content(of: "ErrorType", in: part),
            message: content(of: "ErrorMessage", in: part),
            data: content(of: "ErrorData", in: part)
        )
        return error.type.isEmpty && error.message.isEmpty ? nil : error
    }

    private static func content(of name: String, in part: Substring) -> String {
        guard let start = part.firstRange(of: "<\(name)>"),
            let end = part[start.upperBound...].firstRange(of: "</\(name)>")
        else { return "" }
        return unescape(part[start.upperBound..<end.lowerBound])
    }

    private static func unescape(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
