/// What the control answers: at once, or bit by bit.
package enum ControlAnswer: Sendable {
    /// A whole answer.
    case whole(SandboxAnswer)
    /// Server-sent events, for as long as the client listens.
    ///
    /// Source: WHATWG HTML, 9.2.
    case events(AsyncStream<String>)

    /// A JSON answer.
    package static func json(_ value: JSONText, status: Int = 200) -> ControlAnswer {
        .whole(.text(value.text, type: "application/json", status: status))
    }

    /// An answer without content.
    package static var nothing: ControlAnswer { .whole(SandboxAnswer(status: 204)) }

    /// The whole answer; an empty one where it comes bit by bit.
    package var answer: SandboxAnswer {
        if case .whole(let answer) = self { answer } else { SandboxAnswer(status: 200) }
    }
}
