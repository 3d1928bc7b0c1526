/// An expanded call variable.
public struct SandboxECCVariable: Hashable, Sendable {
    /// The name, with `user.` before it.
    public var name: String
    /// How many bytes it holds, up to 210.
    public var length: Int

    /// Creates an expanded call variable.
    ///
    /// - Parameters:
    ///   - name: The name, with `user.` before it.
    ///   - length: How many bytes it holds, up to 210.
    public init(name: String, length: Int) {
        self.name = name
        self.length = length
    }

    /// The expanded call variables that a sandbox has without configuration.
    public static let builtIn: [SandboxECCVariable] = [
        SandboxECCVariable(name: "user.customer.number", length: 32),
        SandboxECCVariable(name: "user.microapp.locale", length: 5),
    ]
}
