/// A variable of a call: one of the ten numbered ones, an ECC variable, or one that the outbound dialler has set.
///
/// Source: Finesse REST guide, "Dialog", `callvariables`.
public struct CallVariable: Hashable, Sendable {
    /// `callVariable1` to `callVariable10`, `user.` and a name, or a name that begins with `BA`.
    public var name: String
    /// The value.
    public var value: String

    /// Makes a variable.
    ///
    /// - Parameters:
    ///   - name: The name, as the server writes it.
    ///   - value: The value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// What kind of variable a name means.
    public enum Kind: Hashable, Sendable {
        /// `callVariable1` to `callVariable10`.
        case numbered
        /// An ECC variable, or one place of an array of them.
        case expanded
        /// Set by the outbound dialler; nobody else may set it.
        case outbound
        /// None of these.
        case unknown
    }

    /// The kind that the name means.
    public var kind: Kind {
        if let number = name.hasPrefix("callVariable") ? name.dropFirst(12) : nil {
            return Self.numbers.contains(String(number)) ? .numbered : .unknown
        }
        if name.hasPrefix("user.") { return Self.isExpandedName(name.dropFirst(5)) ? .expanded : .unknown }
        return Self.outboundNames.contains(name) ? .outbound : .unknown
    }

    private static let numbers = Set((1...10).map { String($0) })

    /// The names of the outbound dialler's variables.
    public static let outboundNames: Set<String> = [
        "BACampaign", "BAAccountNumber", "BAResponse", "BAStatus", "BADialedListID", "BATimeZone", "BABuddyName",
        "BACustomerNumber",
    ]

    /// A name after `user.`, with or without a place in brackets at its end.
    private static func isExpandedName(_ name: Substring) -> Bool {
        let pieces = name.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
        guard let base = pieces.first, !base.isEmpty, !base.contains("]") else { return false }
        guard pieces.count == 2 else { return true }
        let index = pieces[1].dropLast()
        return pieces[1].last == "]" && !index.isEmpty && index.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The bytes that an ECC variable takes of what there is for all of them: name, value and place.
    var expandedLength: Int {
        name.utf8.count { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") } + value.utf8.count
    }
}

extension CallVariable {
    /// The most bytes of a numbered variable's value.
    public static let longestNumberedValue = 40
    /// The most bytes of all ECC variables of a call together.
    public static let longestExpandedValues = 2000

    /// Says what the server, or the contact centre without a word, would not take of these variables.
    ///
    /// - Parameter variables: The variables to send.
    /// - Returns: The first fault in words that can follow "since"; nil when there is none.
    ///
    /// Source: Finesse REST guide, "Dialog", `callvariables`; "Update Call Variable Data", errors.
    public static func fault(in variables: [CallVariable]) -> String? {
        var names: Set<String> = []
        var length = 0
        for variable in variables {
            let shown = variable.name.prefix(60)
            guard names.insert(variable.name).inserted else { return "the variable \(shown) is given twice" }
            switch variable.kind {
            case .numbered:
                guard variable.value.utf8.count <= longestNumberedValue else {
                    return "the value of \(shown) is longer than \(longestNumberedValue) bytes"
                }
            case .expanded: length += variable.expandedLength
            case .outbound: return "\(shown) is set by the outbound dialler and by nobody else"
            case .unknown:
                return "\(shown.isEmpty ? "a variable without a name" : "\(shown)") is no call variable:"
                    + " they are callVariable1 to callVariable10 and user.NAME"
            }
        }
        guard length <= longestExpandedValues else {
            return "the user. variables are longer than \(longestExpandedValues) bytes together"
        }
        return nil
    }
}
