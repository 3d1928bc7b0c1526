/// The walls around a page host in a process of its own, as the host itself found them standing.
public struct PageHostWalls: OptionSet, Hashable, Sendable {
    /// The walls as bits.
    public let rawValue: UInt32

    /// Makes a set from bits.
    ///
    /// - Parameter rawValue: the bits; unknown ones are kept.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Its memory is bounded.
    public static let memory = PageHostWalls(rawValue: 1 << 0)

    /// Its processor time is bounded.
    public static let processorTime = PageHostWalls(rawValue: 1 << 1)

    /// It leaves no picture of its memory when it crashes.
    public static let noCore = PageHostWalls(rawValue: 1 << 2)

    /// It can make no file longer.
    public static let noFileGrowth = PageHostWalls(rawValue: 1 << 3)

    /// It can gain no privilege by starting a program.
    public static let noNewPrivileges = PageHostWalls(rawValue: 1 << 4)

    /// Other processes of the same user cannot look into it.
    public static let notDumpable = PageHostWalls(rawValue: 1 << 5)

    /// The system ends it with its parent.
    public static let endsWithParent = PageHostWalls(rawValue: 1 << 6)

    /// Nothing is open in it but its connection.
    public static let closedDescriptors = PageHostWalls(rawValue: 1 << 7)

    /// The kernel's rules for files and networks (Landlock): nothing changed, nothing read but what the engine starts from.
    public static let fileRules = PageHostWalls(rawValue: 1 << 8)

    /// The filter of system calls (seccomp): no sockets, no opening of files, no programs, no executable memory.
    public static let systemCalls = PageHostWalls(rawValue: 1 << 9)

    private static let names: [(wall: PageHostWalls, name: String)] = [
        (.memory, "memory"), (.processorTime, "processor time"), (.noCore, "no core dumps"),
        (.noFileGrowth, "no file growth"), (.noNewPrivileges, "no new privileges"), (.notDumpable, "not dumpable"),
        (.endsWithParent, "ends with its parent"), (.closedDescriptors, "closed descriptors"),
        (.fileRules, "file rules"), (.systemCalls, "system calls"),
    ]

    /// The names of the walls, in a fixed order.
    public var names: [String] {
        Self.names.compactMap { contains($0.wall) ? $0.name : nil }
    }
}

extension PageHostWalls: CustomStringConvertible {
    /// The names of the walls, or that there are none.
    public var description: String {
        names.isEmpty ? "none" : names.joined(separator: ", ")
    }
}
