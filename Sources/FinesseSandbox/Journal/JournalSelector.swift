/// Which entries of a journal are meant: those that fit everything that is named.
public struct JournalSelector: Hashable, Sendable, CustomStringConvertible {
    /// The step of a sign-in or of a shift.
    public var route: SandboxFault.Route?
    /// The server.
    public var party: SandboxParty?
    /// The node, by its host name.
    public var node: String?
    /// The method.
    public var method: String?
    /// The path; `*` stands for any characters.
    public var path: String?
    /// The answer's status; 0 where there was none.
    public var status: Int?
    /// Why the request was refused.
    public var refusal: SandboxRefusal?
    /// A part of the name of the fault that fired.
    public var fault: String?

    /// Creates a selector; what is left out may be anything.
    ///
    /// - Parameters:
    ///   - route: The step.
    ///   - party: The server.
    ///   - node: The node's host name.
    ///   - method: The method.
    ///   - path: The path, with `*` for any characters.
    ///   - status: The answer's status; 0 where there was none.
    ///   - refusal: Why the request was refused.
    ///   - fault: A part of the name of the fault that fired.
    public init(
        route: SandboxFault.Route? = nil,
        party: SandboxParty? = nil,
        node: String? = nil,
        method: String? = nil,
        path: String? = nil,
        status: Int? = nil,
        refusal: SandboxRefusal? = nil,
        fault: String? = nil
    ) {
        self.route = route
        self.party = party
        self.node = node
        self.method = method
        self.path = path
        self.status = status
        self.refusal = refusal
        self.fault = fault
    }

    /// The requests of a step.
    ///
    /// - Parameter route: The step.
    /// - Returns: The selector.
    public static func route(_ route: SandboxFault.Route) -> JournalSelector { JournalSelector(route: route) }

    /// The refused requests of a kind.
    ///
    /// - Parameter refusal: The refusal.
    /// - Returns: The selector.
    public static func refused(_ refusal: SandboxRefusal) -> JournalSelector { JournalSelector(refusal: refusal) }

    /// The requests for which a fault fired.
    ///
    /// - Parameter name: A part of the fault's name.
    /// - Returns: The selector.
    public static func fault(_ name: String) -> JournalSelector { JournalSelector(fault: name) }

    /// What is meant, in a few words.
    public var description: String {
        let words = demands(nil).map { "\($0.name) \($0.wanted)" }
        return words.isEmpty ? "any request" : words.joined(separator: ", ")
    }

    /// Whether an entry fits.
    ///
    /// - Parameter entry: The entry.
    /// - Returns: Whether it fits everything that is named.
    public func fits(_ entry: JournalEntry) -> Bool { misses(entry).isEmpty }

    /// What about an entry does not fit.
    func misses(_ entry: JournalEntry) -> [String] {
        demands(entry).filter { !$0.isMet }.map { "\($0.name) is not \($0.wanted)" }
    }

    /// How much is named.
    var demandCount: Int { demands(nil).count }

    private func demands(_ entry: JournalEntry?) -> [(name: String, wanted: String, isMet: Bool)] {
        var demands: [(name: String, wanted: String, isMet: Bool)] = []
        func demand<Value: Equatable>(_ name: String, _ wanted: Value?, _ text: (Value) -> String, _ value: Value?) {
            if let wanted { demands.append((name, text(wanted), entry != nil && wanted == value)) }
        }
        demand("route", route, \.rawValue, entry?.route)
        demand("server", party, \.rawValue, entry?.party)
        demand("node", node?.lowercased(), { $0 }, entry?.node)
        demand("method", method?.uppercased(), { $0 }, entry?.method)
        if let path {
            demands.append(("path", path, entry.map { SandboxFault.Selector.matches(path, $0.path) } ?? false))
        }
        demand("status", status, { $0 == 0 ? "no answer" : String($0) }, entry?.status)
        demand("refusal", refusal, \.rawValue, entry?.refusal)
        if let fault { demands.append(("fault", fault, entry?.fault?.contains(fault) ?? false)) }
        return demands
    }
}
