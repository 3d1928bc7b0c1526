import WebAgentURL

extension Page {
    /// Text codings, random bytes and storage.
    func dataFunctions() -> [HostFunction] {
        [
            ("encodeText", { arguments in .bytes(Array(arguments.text(0).utf8)) }),
            (
                "decodeText",
                { arguments in
                    let encoding = CharacterEncoding(label: arguments.text(1)) ?? .utf8
                    return .string(encoding.decodeSniffingByteOrderMark(arguments.bytes(0) ?? []))
                }
            ),
            ("encodingName", { arguments in ScriptValue(CharacterEncoding(label: arguments.text(0))?.name) }),
            (
                "random",
                { [unowned self] arguments throws(ScriptFault) in
                    let count = max(0, min(arguments.number(0), 65_536))
                    guard case .bytes(let bytes) = self.ask(.randomBytes(count: count)), bytes.count == count else {
                        throw ScriptFault("OperationError", "There are no random bytes.")
                    }
                    return .bytes(bytes)
                }
            ),
            (
                "storageKeys",
                { [unowned self] arguments in
                    if case .keys(let keys) = self.storage(arguments, .keys) { ScriptValue(keys) } else { .list([]) }
                }
            ),
            (
                "storageGet",
                { [unowned self] arguments in
                    if case .text(let text) = self.storage(arguments, .get(key: arguments.text(1))) {
                        .string(text)
                    } else {
                        .null
                    }
                }
            ),
            (
                "storageSet",
                { [unowned self] arguments throws(ScriptFault) in
                    let answer = self.storage(arguments, .set(key: arguments.text(1), value: arguments.text(2)))
                    guard case .acknowledged = answer else {
                        throw ScriptFault("QuotaExceededError", "The storage is full.")
                    }
                    return .undefined
                }
            ),
            (
                "storageRemove",
                { [unowned self] arguments in
                    _ = self.storage(arguments, .remove(key: arguments.text(1)))
                    return .undefined
                }
            ),
            (
                "storageClear",
                { [unowned self] arguments in
                    _ = self.storage(arguments, .clear)
                    return .undefined
                }
            ),
        ]
    }

    private func storage(_ arguments: [ScriptValue], _ operation: StorageOperation) -> PageAnswer {
        ask(.storage(arguments.text(0) == "session" ? .session : .local, operation))
    }
}
