internal import FoundationEssentials
internal import Yams

/// What goes wrong for some requests.
enum ControlFaults {
    private static let fault = ControlSchema.anyOf([
        ControlSchema.words(SandboxFault.Word.allCases.map(\.rawValue)), .object([("type", .string("object"))]),
    ])
    private static let entry = ControlSchema.object([
        "id": ControlSchema.integer, "fault": fault, "seen": ControlSchema.integer, "fired": ControlSchema.integer,
        "isActive": ControlSchema.truth,
    ])
    private static let list = ControlSchema.object(["faults": ControlSchema.array(entry)])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/faults",
            summary: "Lists the faults and how often each fired.",
            answer: list
        ) { call throws(ControlProblem) in try show(call) },
        ControlRoute(
            method: "PUT",
            path: "/control/faults",
            summary: "Puts these faults in place of all others.",
            body: ControlSchema.object(["faults": ControlSchema.array(fault)]),
            answer: list
        ) { call throws(ControlProblem) in
            guard let elements = call.body?["faults"]?.array else {
                throw ControlProblem(422, "The body must be an object with the list \"faults\".", key: "faults")
            }
            let faults = try read(elements)
            let sandbox = call.sandbox
            // Each is tried before the present ones go.
            for fault in faults { sandbox.faults.remove(try add(fault, sandbox)) }
            sandbox.faults.removeAll()
            for fault in faults { _ = try add(fault, sandbox) }
            return try show(call)
        },
        ControlRoute(
            method: "POST",
            path: "/control/faults",
            summary: "Adds a fault: a word, or an object with effect, when, lasts and name.",
            body: fault,
            answer: ControlSchema.object(["id": ControlSchema.integer])
        ) { call throws(ControlProblem) in
            guard let body = call.body, let fault = try read([body]).first else {
                throw ControlProblem(422, "The body must be a fault: a word, or an object with an effect.")
            }
            return .json(.object([("id", .integer(Int64(try add(fault, call.sandbox))))]))
        },
        ControlRoute(
            method: "DELETE",
            path: "/control/faults",
            summary: "Removes every fault; requests that one delays go on at once."
        ) { call throws(ControlProblem) in
            call.sandbox.faults.removeAll()
            return .nothing
        },
        ControlRoute(
            method: "DELETE",
            path: "/control/faults/{id}",
            summary: "Removes one fault; requests that it delays go on at once."
        ) { call throws(ControlProblem) in
            guard let id = call.path["id"].flatMap({ Int($0) }), call.sandbox.faults.remove(id) else {
                throw ControlProblem(404, "There is no fault of that number. GET /control/faults lists them.")
            }
            return .nothing
        },
    ]

    private static func show(_ call: ControlRoute.Call) throws(ControlProblem) -> ControlAnswer {
        guard let bytes = try? JSONEncoder().encode(["faults": call.sandbox.faults.list]) else {
            throw ControlProblem(500, "The faults have no form as JSON.")
        }
        return .whole(.text(String(decoding: bytes, as: UTF8.self), type: "application/json", status: 200))
    }

    private static func read(_ elements: [JSONValue]) throws(ControlProblem) -> [SandboxFault] {
        do throws(SandboxError) {
            return try SandboxFault.list(elements)
        } catch {
            throw ControlProblem(error)
        }
    }

    private static func add(_ fault: SandboxFault, _ sandbox: FinesseSandbox) throws(ControlProblem) -> Int {
        do throws(SandboxError) {
            return try sandbox.faults.add(fault)
        } catch {
            throw ControlProblem(error)
        }
    }
}

extension SandboxFault {
    /// Reads faults from JSON, as a configuration has them.
    static func list(_ elements: [JSONValue]) throws(SandboxError) -> [SandboxFault] {
        try list(Node(elements.map { Node($0) }), key: "faults")
    }
}
