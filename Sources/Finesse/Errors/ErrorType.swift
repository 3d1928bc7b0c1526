/// The kinds of error that Finesse names, in `ErrorType`.
///
/// The set is open: a word that is not listed is kept as ``unknown(_:)``.
///
/// Source: Finesse REST guide, "Errors" and the error tables of each API.
public enum ErrorType: Hashable, Sendable {
    /// Malformed, invalid or incomplete (400).
    case badRequest
    /// An element that is needed is absent (400).
    case parameterMissing
    /// A value is not one of those allowed (400).
    case invalidInput
    /// The transition, or the state of the call, does not allow it (400, 401, or in an event).
    case invalidState
    /// Where the call is to go is where it comes from, or is no target for this (400).
    case invalidDestination
    /// Anything without a word of its own (400, or in an event).
    case genericError
    /// A duplicate, a stale object or a constraint (400).
    case finesseAPIError
    /// There are too many objects of the kind (400).
    case maximumExceeded
    /// Barging in would exceed the resources of the conference (400, the number 20700).
    case conferenceLimit
    /// Barging in through someone who does not control the conference (400, the number 20999).
    case notConferenceController
    /// Silent monitoring is refused (in an event, the numbers 13145 and 88049).
    case silentMonitorRefused(String)
    /// No such device, or it cannot be used (in an event, after a sign-in).
    case invalidDevice
    /// Another agent has the device (in an event, after a sign-in).
    case deviceBusy
    /// The agent is not a mobile agent (in an event).
    case modeNotAllowed
    /// A call operation failed in the contact centre (in an event).
    case callOperationFailure
    /// The agent is signed in to the media routing domain already (in an event).
    case alreadyLoggedIntoMRD
    /// The credentials are not accepted (401).
    case authenticationFailure
    /// Not authenticated, or not permitted (401).
    case authorizationFailure
    /// The user may not ask for this (401).
    case unauthorized
    /// The user may not do this for another (401).
    case invalidAuthorization
    /// The user of the credentials is another than the one of the address (401).
    case invalidAuthorizationUserSpecified
    /// The agent is in none of the supervisor's teams (401).
    case invalidSupervisor
    /// Not on this node, or never (403).
    case forbidden
    /// There is no such object (404).
    case notFound
    /// There is no such user (404).
    case userNotFound
    /// There is no such dialog (404).
    case dialogNotFound
    /// There is no such team to assign to (404).
    case teamAssignmentInvalidTeam
    /// The object does not have this method (405).
    case methodNotAllowed
    /// There are too many active messages.
    case systemResourceLimitExceeded
    /// It failed inside the server (500, 503, or in an event).
    case internalServerError
    /// The other contact centre has this call (501).
    case notImplemented
    /// The server is out of service (503).
    case serviceUnavailable
    /// A word that is not listed here.
    case unknown(String)

    /// Reads a word, its case aside, since the documents spell some both ways.
    ///
    /// - Parameter text: The text of `ErrorType`.
    public init(_ text: String) {
        if Self.silentMonitoring.contains(text) {
            self = .silentMonitorRefused(text)
        } else {
            self = Self.known[text.lowercased()] ?? .unknown(text)
        }
    }

    private static let silentMonitoring: Set<String> = ["13145", "88049"]

    private static let known: [String: ErrorType] = [
        "bad request": .badRequest, "parameter missing": .parameterMissing, "invalid input": .invalidInput,
        "invalid state": .invalidState, "invalid destination": .invalidDestination, "generic error": .genericError,
        "finesse api error": .finesseAPIError, "maximum exceeded": .maximumExceeded, "20700": .conferenceLimit,
        "20999": .notConferenceController, "invalid device": .invalidDevice, "device busy": .deviceBusy,
        "mode not allowed": .modeNotAllowed, "call operation failure": .callOperationFailure,
        "agent already logged into mrd": .alreadyLoggedIntoMRD, "authentication failure": .authenticationFailure,
        "authorization failure": .authorizationFailure, "unauthorized": .unauthorized,
        "invalid authorization": .invalidAuthorization,
        "invalid authorization user specified": .invalidAuthorizationUserSpecified,
        // The error list of one page spells it so.
        "invalid authorization specified": .invalidAuthorizationUserSpecified,
        "invalid supervisor": .invalidSupervisor, "forbidden": .forbidden, "not found": .notFound,
        "user not found": .userNotFound, "dialog not found": .dialogNotFound,
        "finesse.api.team.team_assignment_invalid_team": .teamAssignmentInvalidTeam,
        "method not allowed": .methodNotAllowed, "system resource limit exceeded": .systemResourceLimitExceeded,
        "internal server error": .internalServerError, "not implemented": .notImplemented,
        "service unavailable": .serviceUnavailable,
    ]
}

extension ApiError {
    /// The kind of the error.
    public var kind: ErrorType { ErrorType(type) }
}

extension ErrorType {
    /// What the kind means, a sentence without capital and full stop; nothing for a word that is not listed.
    public var meaning: String? {
        switch self {
        case .badRequest: "the request is malformed, invalid or incomplete"
        case .parameterMissing: "an element that is needed is absent"
        case .invalidInput: "a value is not one of those allowed"
        case .invalidState: "the present state does not allow it"
        case .invalidDestination: "the destination is where it comes from, or none for this"
        case .genericError: "the contact centre refused it without a word of its own"
        case .finesseAPIError: "it is a duplicate, or stale, or something depends on it"
        case .maximumExceeded: "there are as many objects of this kind as there may be"
        case .conferenceLimit: "barging in would exceed the resources of the conference"
        case .notConferenceController: "the agent does not control the conference, or consults at the moment"
        case .silentMonitorRefused: "the agent's state or calls do not allow silent monitoring"
        case .invalidDevice: "there is no such device, or it is offline or configured wrongly"
        case .deviceBusy: "another agent has the device"
        case .modeNotAllowed: "the agent is not configured as a mobile agent"
        case .callOperationFailure: "the contact centre could not do it with the call"
        case .alreadyLoggedIntoMRD: "the agent is signed in to the media routing domain already"
        case .authenticationFailure: "the credentials are not accepted"
        case .authorizationFailure: "the user is not authenticated or not permitted"
        case .unauthorized: "the user is not permitted"
        case .invalidAuthorization: "the user may not do this for another"
        case .invalidAuthorizationUserSpecified: "the credentials are another user's than the address"
        case .invalidSupervisor: "the agent is in none of the supervisor's teams"
        case .forbidden: "this node, or this system, does not allow it"
        case .notFound: "there is no such object"
        case .userNotFound: "there is no such user"
        case .dialogNotFound: "there is no such dialog"
        case .teamAssignmentInvalidTeam: "there is no such team"
        case .methodNotAllowed: "the object does not have this method"
        case .systemResourceLimitExceeded: "there are as many active messages as there may be"
        case .internalServerError: "it failed inside the server"
        case .notImplemented: "this kind of contact centre does not have the call"
        case .serviceUnavailable: "the server is out of service"
        case .unknown: nil
        }
    }
}
