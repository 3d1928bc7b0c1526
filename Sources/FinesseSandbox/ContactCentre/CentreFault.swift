/// What the contact centre reports after a request was accepted: it comes as an event.
///
/// Source: Finesse REST guide, "Dialog CTI error notification", "Sign In to Finesse", "Change Agent State".
struct CentreFault: Error, Hashable, Sendable {
    var type: String
    var message: String
    var data: String

    /// The element that the event carries.
    var document: FinesseXML {
        FinesseXML(
            "apiErrors",
            children: [
                FinesseXML(
                    "apiError",
                    children: [
                        FinesseXML("errorData", data), FinesseXML("errorMessage", message),
                        FinesseXML("errorType", type),
                    ]
                )
            ]
        )
    }
}

extension CentreFault {
    /// The agent's state does not allow it.
    static let agentState = CentreFault(type: "Invalid State", message: "CF_INVALID_AGENT_WORKMODE", data: "265")
    /// Somebody else uses the device.
    static let deviceBusy = CentreFault(type: "Device Busy", message: "CF_RESOURCE_BUSY", data: "33")
    /// There is no such device, or it is of no use.
    static let invalidDevice = CentreFault(type: "Invalid Device", message: "CF_RESOURCE_OUT_OF_SERVICE", data: "34")
    /// The agent is no mobile agent.
    static let modeNotAllowed = CentreFault(
        type: "Mode Not Allowed",
        message: "CF_INVALID_AGENT_WORKMODE",
        data: "265"
    )
    /// Something that Unified CCX cannot do now.
    static let internalError = CentreFault(type: "Internal Server Error", message: "CF_GENERIC_OPERATION", data: "1")
    /// The call's state does not allow it.
    ///
    /// Source: the type from Finesse REST guide, "Take Action on Participant"; the constant is inferred.
    static let callState = CentreFault(type: "Generic Error", message: "CF_INVALID_OBJECT_STATE", data: "22")
    /// A value that the contact centre does not take.
    static let value = CentreFault(type: "Generic Error", message: "CF_VALUE_OUT_OF_RANGE", data: "3")
    /// The conference is somebody else's.
    static let controller = CentreFault(type: "Invalid State", message: "CF_INVALID_OBJECT_STATE", data: "22")
    /// The other party cannot be reached.
    static let callFailure = CentreFault(
        type: "Call Operation Failure",
        message: "CF_RESOURCE_OUT_OF_SERVICE",
        data: "34"
    )
    /// An agent that cannot be monitored now.
    static func monitor(_ deployment: SandboxDeployment) -> CentreFault {
        deployment == .ucce
            ? CentreFault(type: "Generic Error", message: "CF_INVALID_OBJECT_STATE", data: "13145")
            : CentreFault(type: "Generic Error", message: "CF_INVALID_OBJECT_STATE", data: "88049")
    }
}
