public import XMLTree

/// How an agent signs in to a channel.
///
/// Source: Finesse REST guide, "Media: Sign In".
public struct MediaSignIn: FinesseChange {
    /// How many tasks the agent takes at a time: 1 to 10.
    public var maxDialogLimit: Int
    /// What happens to tasks when another channel interrupts.
    public var interruptAction: InterruptAction
    /// What happens to tasks when the agent signs out; they are closed when nothing is said.
    public var dialogLogoutAction: DialogLogoutAction?

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - maxDialogLimit: How many tasks the agent takes at a time: 1 to 10.
    ///   - interruptAction: What happens to tasks when another channel interrupts.
    ///   - dialogLogoutAction: What happens to tasks when the agent signs out; they are closed when nothing is said.
    public init(maxDialogLimit: Int, interruptAction: InterruptAction, dialogLogoutAction: DialogLogoutAction? = nil) {
        self.maxDialogLimit = maxDialogLimit
        self.interruptAction = interruptAction
        self.dialogLogoutAction = dialogLogoutAction
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(Media.elementName)
        builder.add("maxDialogLimit", maxDialogLimit)
        builder.add("state", MediaState.login)
        builder.add("interruptAction", interruptAction)
        builder.add("dialogLogoutAction", dialogLogoutAction)
        return builder.element
    }
}
