/// An error as REST reports it.
///
/// Source: Finesse REST developer guide, "Errors" and "User API errors".
struct ApiError: Error, Hashable, Sendable {
    var status: Int
    var type: String
    var message: String
    var data: String
    var refusal: SandboxRefusal

    /// The error as an answer.
    var answer: SandboxAnswer {
        let error = FinesseXML(
            "ApiErrors",
            children: [
                FinesseXML(
                    "ApiError",
                    children: [
                        FinesseXML("ErrorType", type),
                        FinesseXML("ErrorMessage", message),
                        FinesseXML("ErrorData", data),
                    ]
                )
            ]
        )
        return .xml(error, status: status).refusing(refusal)
    }
}

extension ApiError {
    /// No credentials, or wrong ones.
    static func notAuthenticated(_ user: String = "", refusal: SandboxRefusal = .notAuthenticated) -> ApiError {
        ApiError(
            status: 401,
            type: "Authentication Failure",
            message: "UNAUTHORIZED",
            data: user,
            refusal: refusal
        )
    }

    /// The credentials are another user's than the address.
    static func otherUser(_ id: String) -> ApiError {
        ApiError(
            status: 401,
            type: "Invalid Authorization User Specified",
            message: "The user specified in the authentication credentials and the uri don't match",
            data: id,
            refusal: .otherUser
        )
    }

    /// The user is not known.
    static func userNotFound(_ id: String) -> ApiError {
        ApiError(status: 404, type: "User Not Found", message: "UNKNOWN_USER", data: id, refusal: .notFound)
    }

    /// The address is not served.
    static func notFound(_ path: String) -> ApiError {
        ApiError(status: 404, type: "Not Found", message: "UNKNOWN_RESOURCE", data: path, refusal: .notFound)
    }

    /// A needed element is missing.
    static func parameterMissing(_ name: String) -> ApiError {
        ApiError(
            status: 400,
            type: "Parameter Missing",
            message: "Missing parameter: \(name)",
            data: name,
            refusal: .badParameter
        )
    }

    /// An element holds a word that does not exist.
    static func invalidInput(_ message: String, _ name: String) -> ApiError {
        ApiError(status: 400, type: "Invalid Input", message: message, data: name, refusal: .badParameter)
    }

    /// The body or one of its values is malformed.
    static func badRequest(_ message: String, _ data: String = "") -> ApiError {
        ApiError(status: 400, type: "Bad Request", message: message, data: data, refusal: .badBody)
    }

    /// The present state does not lead to the one asked for.
    static func invalidState(from: String, to: String) -> ApiError {
        ApiError(
            status: 400,
            type: "Invalid State",
            message: "The agent cannot go from \(from) to \(to)",
            data: to,
            refusal: .invalidState
        )
    }

    /// The server does not serve now.
    static let outOfService = ApiError(
        status: 503,
        type: "Service Unavailable",
        message: "SERVER_OUT_OF_SERVICE",
        data: "",
        refusal: .switchedFailure
    )

    /// What was asked cannot be done on a secondary server.
    static func secondary(_ refusal: SandboxRefusal) -> ApiError {
        ApiError(
            status: 403,
            type: "Forbidden",
            message: "The API cannot be run against the secondary server",
            data: "",
            refusal: refusal
        )
    }

    /// `UserAuthMode` is switched off.
    static let authModeDisabled = ApiError(
        status: 403,
        type: "Forbidden",
        message: "UserAuthModeService is disabled",
        data: "",
        refusal: .wrongMode
    )
}

extension ApiError {
    /// A phone that nobody can be called at, or that is no party.
    ///
    /// Source: Finesse REST guide, "Dialog API Errors".
    static func invalidDestination(_ message: String, _ data: String) -> ApiError {
        ApiError(status: 400, type: "Invalid Destination", message: message, data: data, refusal: .badParameter)
    }

    /// Something that no other error stands for.
    static func genericError(_ message: String, _ data: String) -> ApiError {
        ApiError(status: 400, type: "Generic Error", message: message, data: data, refusal: .badParameter)
    }

    /// An agent of another supervisor's team.
    ///
    /// Source: Finesse REST guide, "User API Errors".
    static func invalidSupervisor(_ id: String) -> ApiError {
        ApiError(
            status: 401,
            type: "Invalid Supervisor",
            message: "The agent is not in the supervisor's team",
            data: id,
            refusal: .otherUser
        )
    }

    /// A dialog that is not there, for the calls that take action on it.
    static func dialogNotFound(_ id: String, type: String = "Not Found") -> ApiError {
        ApiError(
            status: 404,
            type: type,
            message: "Invalid dialogId specified for dialog",
            data: id,
            refusal: .notFound
        )
    }

    /// What is asked does not go together with the state of the call or of the agent.
    static func callState(
        _ message: String,
        _ data: String,
        status: Int = 400,
        type: String = "Invalid State"
    )
        -> ApiError
    {
        ApiError(status: status, type: type, message: message, data: data, refusal: .invalidState)
    }
}
