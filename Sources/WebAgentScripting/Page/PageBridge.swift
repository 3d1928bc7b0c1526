/// The script side of a page: its context and the functions of the prelude that Swift calls.
final class PageBridge {
    let context: ScriptContext
    private let handles: [String: ScriptHandle]

    /// Makes the context of a page and runs the prelude in it.
    init(
        group: ScriptGroup,
        taskMilliseconds: Int,
        host: [(name: String, body: ScriptFunctionBody)],
        facts: String,
        configure: (ScriptContext) -> Void
    ) throws(ScriptError) {
        try group.learnLazyNames(Prelude.core, address: Prelude.address)
        context = ScriptContext(group: group)
        context.taskMilliseconds = taskMilliseconds
        configure(context)
        do throws(ScriptError) {
            let prelude = try context.function(Prelude.core, url: Prelude.address)
            let found = try context.call(prelude, host: host, [.string(facts)], results: Prelude.bridgeNames)
            handles = Dictionary(zip(Prelude.bridgeNames, found), uniquingKeysWith: { first, _ in first })
        } catch {
            context.close()
            throw error
        }
        context.use(
            findPrototype: handles["prototypeOf"],
            makeException: handles["makeException"],
            makeGroup: handles["radioGroup"],
            makeWindow: handles["windowOf"],
            defineLazy: handles["makeLazy"],
            defineMembers: handles["makeAllMembers"],
            rejected: handles["rejected"]
        )
        // Wrappers need the prototypes, so the document gets its own only now.
        try call("start", [])
    }

    /// Calls a function of the prelude.
    @discardableResult
    func call(_ name: String, _ arguments: [ScriptValue]) throws(ScriptError) -> ScriptValue {
        guard let handle = handles[name] else { return .undefined }
        return try context.call(handle, arguments)
    }

    /// Puts an object that answers for unknown names into a prototype chain.
    func handNames(to name: String, _ body: @escaping (String) -> ScriptValue?) throws(ScriptError) {
        guard let handle = handles[name] else { return }
        try context.handNames(to: handle, body)
    }
}
