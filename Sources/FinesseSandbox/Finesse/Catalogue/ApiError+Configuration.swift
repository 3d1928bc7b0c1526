// The errors of the configuration APIs.
//
// Source: Finesse REST guide, the tables of errors below "Cisco Finesse Configuration APIs".

extension ApiError {
    /// What was asked goes against something that is already there: a duplicate, a limit of a value, something stale.
    static func finesseApi(_ message: String, _ data: String) -> ApiError {
        ApiError(status: 400, type: "Finesse API Error", message: message, data: data, refusal: .constraint)
    }

    /// There are as many as there may be.
    static func maximumExceeded(_ message: String, _ data: String) -> ApiError {
        ApiError(status: 400, type: "Maximum Exceeded", message: message, data: data, refusal: .constraint)
    }

    /// An object that is not there.
    static func objectNotFound(_ kind: String, _ id: String) -> ApiError {
        ApiError(
            status: 404,
            type: "Not Found",
            message: "There is no \(kind) \(id)",
            data: id,
            refusal: .notFound
        )
    }

    /// A team, to which something is assigned, that is not there.
    static func assignmentTeamNotFound(_ id: String) -> ApiError {
        ApiError(
            status: 404,
            type: "finesse.api.team.team_assignment_invalid_team",
            message: "There is no team \(id)",
            data: id,
            refusal: .notFound
        )
    }

    /// The caller may not do this.
    static func forbidden(_ message: String, _ data: String = "") -> ApiError {
        ApiError(status: 403, type: "Forbidden", message: message, data: data, refusal: .otherUser)
    }

    /// The caller's role does not allow this.
    static func notAuthorized(_ user: String) -> ApiError {
        ApiError(
            status: 401,
            type: "Authorization Failure",
            message: "UNAUTHORIZED",
            data: user,
            refusal: .otherUser
        )
    }

    /// The product does not have this.
    static func notImplemented(_ path: String) -> ApiError {
        ApiError(
            status: 501,
            type: "Not Implemented",
            message: "The API is not implemented for this deployment",
            data: path,
            refusal: .wrongMode
        )
    }

    /// The object does not have this method.
    static func methodNotAllowed(_ message: String, _ data: String) -> ApiError {
        ApiError(
            status: 405,
            type: "Method Not Allowed",
            message: message,
            data: data,
            refusal: .methodNotAllowed
        )
    }

    /// A `Range` that cannot be served.
    ///
    /// Source: inferred from Finesse REST guide, "TeamResource—Get Phone Books", which gives the status only.
    static func invalidRange(_ range: String) -> ApiError {
        ApiError(
            status: 416,
            type: "Invalid Range",
            message: "The range must be objects=FIRST-LAST within 1 to 6000",
            data: range,
            refusal: .badParameter
        )
    }
}

extension SandboxRefusal {
    /// A value that goes against a limit or against what is there.
    public static let constraint = SandboxRefusal("constraint")
}
