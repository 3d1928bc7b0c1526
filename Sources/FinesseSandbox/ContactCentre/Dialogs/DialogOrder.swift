internal import XMLTree

/// A request about calls that was accepted and takes effect a little later.
struct DialogOrder: Codable, Hashable, Sendable {
    var action: DialogAction
    /// The call; empty where it begins one.
    var dialogId = ""
    /// Who asks.
    var loginId = ""
    /// The phone that acts, or is acted on.
    var address = ""
    /// The phone that is called.
    var to = ""
    var variables: [CallVariable] = []
    var wrapUpReason: String?
    var wrapUpItems: [String]?
    /// The digits to send, or what the customer's number turned out to be.
    var value = ""
    var callback = ScheduledCallback()
    /// The call that a supervisor wants to join.
    var associatedId = ""
    var requestId = ""
}

/// Reads what is asked of calls, and refuses what no call could do.
///
/// Source: Finesse REST guide, "Dialog APIs", bodies and errors.
enum DialogReading {
    /// The words by which a customer's number is classified.
    static let classifications: Set<String> = ["VOICE", "FAX", "ANS_MACHINE", "INVALID", "BUSY", "DO_NOT_CALL"]

    /// Reads the body of a `POST` to a user's dialogs.
    static func beginning(_ body: ObjectBody, _ deployment: SandboxDeployment) throws(ApiError) -> DialogOrder {
        let word = try body.needed("requestedAction")
        guard let action = DialogAction(rawValue: word), action.beginsCall else {
            throw .invalidInput("requestedAction must be MAKE_CALL, SILENT_MONITOR or BARGE_CALL", "requestedAction")
        }
        var order = DialogOrder(action: action)
        order.address = try body.needed("fromAddress")
        order.to = try body.needed("toAddress")
        guard order.to != order.address else { throw .invalidDestination("toAddress is fromAddress", order.to) }
        switch action {
        case .bargeCall: order.associatedId = dialogId(try body.needed("associatedDialogUri"))
        case .makeCall:
            guard let properties = body.child("mediaProperties") else { break }
            guard deployment == .ucce else {
                throw .invalidInput("mediaProperties are not allowed in this deployment", "mediaProperties")
            }
            guard properties.child(named: "wrapUpReason") == nil else {
                throw .invalidInput("A call cannot begin with a wrap-up reason", "wrapUpReason")
            }
            order.variables = try variables(properties)
        default: break
        }
        return order
    }

    /// Reads the body of a `PUT` to a dialog.
    static func action(_ body: ObjectBody) throws(ApiError) -> DialogOrder {
        let word = try body.needed("requestedAction")
        guard let action = DialogAction(rawValue: word), !action.beginsCall else {
            throw .invalidInput("There is no action \(word)", "requestedAction")
        }
        var order = DialogOrder(action: action)
        if action == .updateCallData {
            try readData(body, into: &order)
            return order
        }
        order.address = try body.needed("targetMediaAddress")
        switch action {
        case .consultCall, .singleStepTransfer:
            order.to = try body.needed("toAddress")
            guard order.to != order.address else {
                throw .invalidDestination("toAddress is targetMediaAddress", order.to)
            }
        case .sendDTMF: order.value = try parameter("dtmfString", of: body)
        case .reclassify:
            order.value = try parameter("outboundClassification", of: body)
            guard classifications.contains(order.value) else {
                throw .badRequest("There is no classification \(order.value)", "outboundClassification")
            }
        case .updateScheduledCallback:
            let given = parameters(of: body)
            order.callback = ScheduledCallback(time: given["callbackTime"] ?? "", number: given["callbackNumber"] ?? "")
            guard !order.callback.time.isEmpty || !order.callback.number.isEmpty else {
                throw .parameterMissing("callbackTime")
            }
            guard order.callback.time.isEmpty || isTime(order.callback.time) else {
                throw .invalidInput("callbackTime must be written YYYY-MM-DDThh:mm", "callbackTime")
            }
        default: break
        }
        return order
    }

    private static func readData(_ body: ObjectBody, into order: inout DialogOrder) throws(ApiError) {
        guard let properties = body.child("mediaProperties") else { throw .parameterMissing("mediaProperties") }
        order.wrapUpReason = properties.child(named: "wrapUpReason")?.text.trimmed
        order.wrapUpItems = properties.child(named: "wrapUpItems").map { items in
            items.children(named: "wrapUpItem").map(\.text.trimmed)
        }
        order.variables = try variables(properties)
        let hasVariables = properties.child(named: "callvariables") != nil
        guard order.wrapUpReason != nil || order.wrapUpItems != nil || hasVariables else {
            throw .parameterMissing("callvariables")
        }
    }

    private static func variables(_ properties: XMLElement) throws(ApiError) -> [CallVariable] {
        let list = properties.child(named: "callvariables")?.children(named: "CallVariable") ?? []
        var variables: [CallVariable] = []
        for element in list {
            guard let name = element.child(named: "name")?.text.trimmed, !name.isEmpty else {
                throw .parameterMissing("name")
            }
            guard let value = element.child(named: "value")?.text else { throw .parameterMissing("value") }
            variables.append(CallVariable(name: name, value: value))
        }
        if let fault = CallVariables.fault(variables) { throw fault }
        return variables
    }

    private static func parameters(of body: ObjectBody) -> [String: String] {
        let list = body.child("actionParams")?.children(named: "ActionParam") ?? []
        return Dictionary(
            list.map { ($0.child(named: "name")?.text.trimmed ?? "", $0.child(named: "value")?.text.trimmed ?? "") },
            uniquingKeysWith: { $1 }
        )
    }

    private static func parameter(_ name: String, of body: ObjectBody) throws(ApiError) -> String {
        guard let value = parameters(of: body)[name], !value.isEmpty else { throw .parameterMissing(name) }
        return value
    }

    /// The id at the end of a dialog's address.
    private static func dialogId(_ uri: String) -> String { uri.split(separator: "/").last.map(String.init) ?? "" }

    private static func isTime(_ text: String) -> Bool {
        let pattern = "dddd-dd-ddTdd:dd"
        guard text.utf8.count == pattern.utf8.count else { return false }
        return zip(text, pattern).allSatisfy { $1 == "d" ? $0.isASCII && $0.isNumber : $0 == $1 }
    }
}
