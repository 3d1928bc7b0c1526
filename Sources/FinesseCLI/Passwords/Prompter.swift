import FinesseTypes

/// Asks the person at the terminal.
///
/// A library never does.
protocol Prompter: Sendable {
    /// Asks for something that must not be seen.
    ///
    /// - Parameter question: shown as it is.
    /// - Returns: what was typed, without the line break.
    /// - Throws: ``PasswordError/noTerminal`` where nobody can answer; ``PasswordError/empty(source:)`` for nothing.
    func askUnseen(_ question: String) throws(PasswordError) -> Password

    /// Asks a question that is answered by yes or no.
    ///
    /// - Parameter question: shown with `[y/N]`.
    /// - Returns: true for yes only; false where nobody can answer.
    func confirm(_ question: String) -> Bool

    /// Waits until the person presses Return; returns at once where nobody can.
    ///
    /// - Parameter hint: shown as it is.
    func pause(_ hint: String)
}
