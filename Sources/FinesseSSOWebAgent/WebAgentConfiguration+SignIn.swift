public import FinesseSSO
public import WebAgent
import WebAgentURL

extension WebAgentConfiguration {
    /// A browser's configuration that lets a password go where the options of a sign-in let it go, and nowhere else.
    ///
    /// - Parameter options: How sign-ins are done.
    public init(for options: SignInOptions) {
        self.init()
        let rule = options.passwordRule
        allowsPasswordOverHTTP = !rule.plainOrigins.isEmpty
        passwordOrigins = .ask { origin in rule.objection(to: "\(origin)") == nil }
        deadline = options.pagesDeadline
        exchangeDeadline = min(options.exchangeDeadline, options.pagesDeadline)
    }
}
