extension UInt16 {
    /// Reads a number of digits alone; `nil` for a sign, which `UInt16("+1")` would take.
    init?(digits: some StringProtocol) {
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        self.init(digits)
    }
}

extension UInt8 {
    /// Whether the byte may stand in a host name or address.
    var isOfHost: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._:".utf8.contains(self)
        }
    }
}
