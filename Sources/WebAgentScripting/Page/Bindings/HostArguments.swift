import WebAgentHTML

/// What a script gave a function of the host, read with the errors a page expects.
extension [ScriptValue] {
    func value(_ index: Int) -> ScriptValue { index < count ? self[index] : .undefined }

    func node(_ index: Int) throws(ScriptFault) -> NodeID {
        guard let number = value(index).nodeNumber else {
            throw ScriptFault("TypeError", "Argument \(index + 1) is not a node")
        }
        return NodeID(rawValue: number)
    }

    func optionalNode(_ index: Int) -> NodeID? { value(index).nodeNumber.map { NodeID(rawValue: $0) } }

    func text(_ index: Int) -> String { value(index).text ?? "" }

    func number(_ index: Int) -> Int { value(index).integer }

    func flag(_ index: Int) -> Bool { value(index).isTrue }

    func bytes(_ index: Int) -> [UInt8]? { if case .bytes(let bytes) = value(index) { bytes } else { nil } }

    /// The texts from a place on.
    func texts(from index: Int) -> [String] { dropFirst(index).map { $0.text ?? "" } }
}

extension ScriptValue {
    init(_ node: NodeID?) { self = node.map { .node($0.rawValue) } ?? .null }

    init(_ nodes: some Sequence<NodeID>) { self = .list(nodes.map { .node($0.rawValue) }) }

    init(_ texts: [String]) { self = .list(texts.map { .string($0) }) }
}

typealias HostFunction = (name: String, body: ScriptFunctionBody)
