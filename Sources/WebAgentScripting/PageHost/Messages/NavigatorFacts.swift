/// What `navigator` tells a page: the truth about the agent, given by the parent.
public struct NavigatorFacts: Sendable, Hashable {
    /// The `User-Agent` that was sent, and `navigator.userAgent`.
    public var userAgent: String
    /// The languages, most wanted first; `navigator.language` is the first.
    public var languages: [String]
    /// `navigator.platform`.
    public var platform: String

    /// Creates the facts.
    ///
    /// - Parameters:
    ///   - userAgent: The `User-Agent` that was sent.
    ///   - languages: The languages, most wanted first.
    ///   - platform: The platform's name.
    public init(userAgent: String = "", languages: [String] = ["en-US", "en"], platform: String = "Linux x86_64") {
        self.userAgent = userAgent
        self.languages = languages
        self.platform = platform
    }
}
