/// What a refusal means, and what to do about it.
public struct ErrorMeaning: Hashable, Sendable {
    /// The cause, a sentence without capital and full stop.
    public var meaning: String
    /// What to do next, a sentence.
    public var nextAction: String

    /// Makes a meaning from its parts.
    ///
    /// - Parameters:
    ///   - meaning: The cause.
    ///   - nextAction: What to do next.
    public init(_ meaning: String, _ nextAction: String) {
        self.meaning = meaning
        self.nextAction = nextAction
    }

    /// Looks a refusal up: first by the words of its errors, then by its status alone.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - errors: The errors of the body.
    /// - Returns: The first rule of the table that fits; one fits always.
    public static func of(status: Int, errors: [ApiError]) -> ErrorMeaning {
        for rule in table where rule.status == nil || rule.status == status {
            if rule.words.isEmpty || errors.contains(where: rule.fits) { return rule.meaning }
        }
        return ErrorMeaning(
            "the documents do not describe this status",
            "Record a trace and report it; try the other Finesse node."
        )
    }

    private struct Rule: Sendable {
        var status: Int?
        /// Found in type, message or data, case aside.
        var words: String
        var meaning: ErrorMeaning

        init(_ status: Int?, _ words: String, _ meaning: String, _ nextAction: String) {
            self.status = status
            self.words = words
            self.meaning = ErrorMeaning(meaning, nextAction)
        }

        func fits(_ error: ApiError) -> Bool {
            "\(error.type)\n\(error.message)\n\(error.data)".lowercased().contains(words)
        }
    }

    /// Source: Finesse REST guide, "User API errors" and "Errors"; "Single Sign-On API errors".
    private static let table: [Rule] = [
        Rule(
            401,
            "invalid authorization user specified",
            "the user of the credentials and the user in the address are not the same",
            "Use the loginId of the User answer in every call; if it is right, the token is another user's: sign in again."
        ),
        Rule(
            401,
            "invalid supervisor",
            "the agent is in none of this supervisor's teams",
            "Ask as the agent, or as a supervisor of the agent's team."
        ),
        Rule(
            401,
            "invalid state",
            "the change is not supported in the agent's present state",
            "Read the agent's state, then ask for a change that it allows."
        ),
        Rule(
            401,
            "",
            "the server does not accept these credentials for this call",
            "Sign in again; five wrong passwords in a row lock the account for five minutes."
        ),
        Rule(
            403,
            "userauthmodeservice is disabled",
            "this server does not tell a user's authentication mode",
            "Set the user's mode by hand, or have the administrator switch the service on:"
                + " utils finesse set_property webservices enableUserAuthMode true."
        ),
        Rule(
            403,
            "",
            "the server forbids this call on this node",
            "Ask the primary Finesse node, or the other one if this is the primary."
        ),
        Rule(
            404,
            "user not found",
            "the server knows no such user",
            "Check the login name or login id; on Unified CCE every call but the look-up takes the loginId."
        ),
        Rule(
            404,
            "",
            "the server has no such resource",
            "Check the address and that it is a Finesse node, and the user."
        ),
        Rule(
            400,
            "require_reasoncode",
            "reason codes are configured for this change and none was given",
            "Give the id of a reason code."
        ),
        Rule(
            400,
            "reasoncode.not_allowed",
            "a reason code was given where none is allowed",
            "Leave the reason code out."
        ),
        Rule(
            400,
            "parameter missing",
            "an element that the change needs was not sent",
            "Give the extension for a sign-in, and a state for a change."
        ),
        Rule(
            400,
            "invalid input",
            "the server does not take one of the values",
            "Check the state, extension and reason code."
        ),
        Rule(
            400,
            "invalid state",
            "the change is not allowed from the agent's present state",
            "Read the agent's state; on Unified CCE sign-out is possible from NOT_READY only."
        ),
        Rule(400, "", "the server does not take the request as it is", "Check the extension and the state."),
        Rule(
            405,
            "",
            "the server does not allow this method here",
            "Check that the address is a Finesse node."
        ),
        Rule(
            415,
            "",
            "the server does not take the type of the body",
            "Check that no proxy changes requests."
        ),
        Rule(
            418,
            "",
            "the reverse proxy has blocked this address after too many requests",
            "Wait half an hour, then sign in once."
        ),
        Rule(429, "", "the reverse proxy counts too many requests", "Wait a minute, then try once more."),
        Rule(
            501,
            "",
            "this kind of contact centre does not have the call",
            "Check the deployment type in SystemInfo."
        ),
        Rule(
            503,
            "",
            "Finesse is out of service or in partial service",
            "Try the other Finesse node, or again in a minute."
        ),
        Rule(500, "", "the server failed inside", "Try again in a minute; then look at the server's own log."),
        Rule(502, "", "a proxy did not reach Finesse", "Try again in a minute, or the other Finesse node."),
        Rule(504, "", "a proxy did not hear from Finesse in time", "Try again in a minute, or the other Finesse node."),
        Rule(301, "", "the server sends REST calls elsewhere", "Use the https address and port 8445 of the node."),
        Rule(302, "", "the server sends REST calls elsewhere", "Use the https address and port 8445 of the node."),
    ]
}
