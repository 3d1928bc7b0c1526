/// Picks the words that a page has for a person, short and without secrets.
///
/// Source: none; no identity provider has code of its own, so the rules look at what all pages have in common.
enum PageMessage {
    private static let longest = 200

    /// The message of a page that came back after something was submitted, or that came with an error's status.
    ///
    /// First what the page marks as a message, then the lines that the page before did not have, then the title. An
    /// error that is no page for people is read as those of Finesse and of the identity service are.
    static func message(of page: PageFacts, before: PageFacts?, hiding secrets: [String]) -> String {
        let added = added(to: page, before: before)
        let answered = page.status >= 400 && page.text.isEmpty ? lines(TokenReading.message(in: page.body)) : []
        for candidates in [page.alerts.flatMap(lines), added, answered, [page.title]] {
            let words = candidates.filter { !$0.isEmpty }.prefix(3).joined(separator: " ")
            if !words.isEmpty { return short(words, hiding: secrets) }
        }
        return ""
    }

    /// The lines that tell what became of something that was submitted: marked as a message, added, or the title.
    static func news(of page: PageFacts, before: PageFacts?) -> [String] {
        page.alerts.flatMap(lines) + added(to: page, before: before) + (page.title == before?.title ? [] : [page.title])
    }

    private static func added(to page: PageFacts, before: PageFacts?) -> [String] {
        guard before != nil || page.status >= 400 else { return [] }
        let known = Set(before.map { lines($0.text) } ?? [])
        return lines(page.text).filter { !known.contains($0) }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// One line without control characters, secrets and long runs that could be one, cut to a bounded length.
    static func short(_ text: String, hiding secrets: [String]) -> String {
        var text = text
        for secret in secrets where !secret.isEmpty { text = text.replacing(secret, with: "<redacted>") }
        let visible = String(text.unicodeScalars.filter { $0.properties.generalCategory != .control })
        let words = visible.split(separator: " ").map { isCodeLike($0) ? "<redacted>" : String($0) }
        let line = words.joined(separator: " ")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }

    /// A run of 24 or more letters of a code, a token or an id, digits among them.
    private static func isCodeLike(_ word: Substring) -> Bool {
        word.utf8.count >= 24 && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
            && word.utf8.allSatisfy { byte in
                byte > 0x20 && byte < 0x7F
            }
    }
}
