import WebAgentURL

extension Page {
    /// What the prelude tells the parent.
    func reportFunctions() -> [HostFunction] {
        [
            (
                "reportError",
                { [unowned self] arguments in
                    self.reportException(arguments.text(0), arguments.text(1), arguments.number(2))
                    return .undefined
                }
            ),
            (
                "reportRejection",
                { [unowned self] arguments in
                    self.parent.wish(
                        .scriptError(
                            ScriptFailure(
                                kind: .unhandledRejection,
                                message: arguments.text(0),
                                source: arguments.text(1).isEmpty ? self.url.href : arguments.text(1),
                                line: arguments.number(2)
                            )
                        )
                    )
                    return .undefined
                }
            ),
            (
                "missing",
                { [unowned self] arguments in
                    self.noteMissing(arguments.text(0))
                    return .undefined
                }
            ),
            (
                "handlerCompiled",
                { [unowned self] arguments in
                    self.parent.wish(
                        .scriptRun(
                            ScriptRun(
                                source: "\(self.url.href) (\(arguments.text(0)))",
                                isInline: true,
                                length: arguments.text(1).utf8.count,
                                outcome: .completed
                            )
                        )
                    )
                    return .undefined
                }
            ),
            ("layer", { arguments in ScriptValue(Prelude.layer(arguments.text(0))) }),
        ]
    }
}
