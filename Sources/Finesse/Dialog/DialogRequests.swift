import FinesseTypes
import XMLTree

/// The requests on dialogs, built and not sent.
///
/// Source: Finesse REST guide, "Dialog APIs".
enum DialogRequests {
    static func show(_ id: ObjectID<Dialog>) -> FinesseRequest { FinesseRequest(.dialog, id.rawValue) }

    static func list(_ id: LoginID) -> FinesseRequest { FinesseRequest(.userDialogs, id.rawValue) }

    static func listTasks(_ id: LoginID) -> FinesseRequest { FinesseRequest(.userMediaDialogs, id.rawValue) }

    /// A request that begins a call: it is posted to the agent's dialogs.
    static func begin(
        _ api: FinesseAPI,
        _ action: DialogAction,
        for id: LoginID,
        from: String,
        to: String,
        further: [XMLElement] = []
    ) -> FinesseRequest {
        var body = ElementBuilder(Dialog.elementName)
        body.add("requestedAction", action)
        body.add("fromAddress", from)
        body.add("toAddress", to)
        body.add(further)
        return FinesseRequest(api, id.rawValue, body: .element(body.element))
    }

    /// A request that does something with a call: for the participant at an address, where it is one's own doing.
    static func act(
        _ api: FinesseAPI,
        _ action: DialogAction,
        on id: ObjectID<Dialog>,
        at address: String?,
        to: String? = nil,
        parameters: [(name: String, value: String)] = [],
        further: [XMLElement] = []
    ) -> FinesseRequest {
        var body = ElementBuilder(Dialog.elementName)
        body.add("requestedAction", action)
        body.add("toAddress", to)
        body.add("targetMediaAddress", address)
        if !parameters.isEmpty {
            let all = parameters.map { parameter in
                XMLElement(
                    "ActionParam",
                    elements: [XMLElement("name", text: parameter.name), XMLElement("value", text: parameter.value)]
                )
            }
            body.add(XMLElement("actionParams", elements: all))
        }
        body.add(further)
        return FinesseRequest(api, id.rawValue, body: .element(body.element))
    }

    /// The call data to send; nil when there is none.
    static func mediaProperties(wrapUpReason: String? = nil, variables: [CallVariable]) -> XMLElement? {
        var body = ElementBuilder("mediaProperties")
        body.add("wrapUpReason", wrapUpReason)
        if !variables.isEmpty {
            let all = variables.map { variable in
                XMLElement(
                    "CallVariable",
                    elements: [XMLElement("name", text: variable.name), XMLElement("value", text: variable.value)]
                )
            }
            body.add(XMLElement("callvariables", elements: all))
        }
        return body.element.children.isEmpty ? nil : body.element
    }
}

extension FinesseClient {
    /// Refuses a request that the server would refuse, before it is sent.
    func check(_ request: FinesseRequest, _ fault: String?) throws(FinesseError) {
        guard let fault else { return }
        throw .invalidRequest(FinesseCall(origin: origin, operation: request.operation), reason: fault)
    }
}
