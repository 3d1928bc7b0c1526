/// The rules of call variables.
///
/// Source: Finesse REST guide, "Dialog API Parameters", "ECC and Call Variable Error Handling".
enum CallVariables {
    /// The variables that a campaign sets and nobody else.
    static let campaign: Set<String> = [
        "BACampaign", "BAAccountNumber", "BAResponse", "BAStatus", "BADialedListID", "BATimeZone", "BABuddyName",
        "BACustomerNumber",
    ]
    /// How many bytes a plain variable holds.
    static let length = 40
    /// How many bytes all expanded ones hold together, with their names.
    static let total = 2000

    /// Refuses names that no call has, a name that comes twice, and a campaign's variables.
    static func fault(_ variables: [CallVariable]) -> ApiError? {
        var names: Set<String> = []
        for variable in variables {
            guard !campaign.contains(variable.name) else {
                return .invalidInput("\(variable.name) cannot be changed", variable.name)
            }
            guard isKnown(variable.name) else {
                return .invalidInput("There is no call variable \(variable.name)", variable.name)
            }
            guard names.insert(variable.name).inserted else {
                return .invalidInput("\(variable.name) is there twice", variable.name)
            }
        }
        return nil
    }

    private static func isKnown(_ name: String) -> Bool {
        if let number = plainNumber(name) { return (1...10).contains(number) }
        return name.hasPrefix("user.") && name.utf8.count > 5 && arrayIsWhole(name)
    }

    private static func plainNumber(_ name: String) -> Int? {
        guard name.hasPrefix("callVariable") else { return nil }
        return Int(name.dropFirst(12))
    }

    /// Whether an index in brackets, where there is one, is a number.
    private static func arrayIsWhole(_ name: String) -> Bool {
        guard let open = name.firstIndex(of: "[") else { return !name.contains("]") }
        guard name.hasSuffix("]") else { return false }
        return Int(name[name.index(after: open)...].dropLast()) != nil
    }

    /// What the contact centre makes of an update: what it does not know it passes over, what is too long for an expanded
    /// variable it cuts off, and what is wrong with a plain one makes it refuse everything.
    ///
    /// - Parameters:
    ///   - variables: The new values.
    ///   - present: The call's variables.
    ///   - lengths: The bytes that each expanded variable holds; nothing where any is taken.
    /// - Returns: The call's variables afterwards.
    /// - Throws: What it reports as an error.
    static func updated(
        _ variables: [CallVariable],
        over present: [CallVariable],
        lengths: [String: Int]?
    ) throws(CentreFault) -> [CallVariable] {
        var next = present
        for variable in variables {
            var value = variable.value
            if variable.name.hasPrefix("user.") {
                if let lengths {
                    let name = String(variable.name.prefix { $0 != "[" })
                    guard let length = lengths[name] else { continue }
                    value = cut(value, to: length)
                }
            } else {
                guard value.utf8.count <= length else { throw .value }
            }
            // Extended ASCII is not supported there.
            guard lengths == nil || value.utf8.allSatisfy({ $0 < 0x80 }) else { throw .value }
            if let index = next.firstIndex(where: { $0.name == variable.name }) {
                next[index].value = value
            } else {
                next.append(CallVariable(name: variable.name, value: value))
            }
        }
        let expanded = next.filter { $0.name.hasPrefix("user.") }
        guard expanded.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= total else { throw .value }
        return next
    }

    private static func cut(_ text: String, to length: Int) -> String {
        guard text.utf8.count > length else { return text }
        var text = text
        while text.utf8.count > length { text.removeLast() }
        return text
    }
}
