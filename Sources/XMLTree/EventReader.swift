import CLibXML2

/// Builds the tree from the event list that CLibXML2.h describes.
struct EventReader {
    private let events: [UInt8]
    private var position = 0
    private var open: [XMLElement] = []
    private var text: [UInt8] = []

    init(_ events: [UInt8]) {
        self.events = events
    }

    /// The root element; nil when the list holds none.
    mutating func root() -> XMLElement? {
        while position < events.count {
            let kind = Int(events[position])
            position += 1
            if kind == CLX_EVENT_TEXT {
                // Neighbouring texts are collected first, so that a long one costs in proportion.
                text += bytes() ?? []
                continue
            }
            endText()
            switch kind {
            case CLX_EVENT_START:
                open.append(start())
            case CLX_EVENT_END:
                guard let closed = open.popLast() else { return nil }
                if open.isEmpty { return closed }
                append(.element(closed))
            case CLX_EVENT_COMMENT:
                append(.comment(string() ?? ""))
            default:
                append(.instruction(target: string() ?? "", data: string() ?? ""))
            }
        }
        return nil
    }

    private mutating func start() -> XMLElement {
        var element = XMLElement(name())
        for _ in 0..<count() {
            let prefix = string()
            element.declarations.append(XMLNamespaceDeclaration(prefix: prefix, namespace: string() ?? ""))
        }
        for _ in 0..<count() {
            let name = name()
            element.attributes.append(XMLAttribute(name, string() ?? ""))
        }
        return element
    }

    private mutating func name() -> XMLName {
        let prefix = string()
        let local = string() ?? ""
        return XMLName(local, prefix: prefix, namespace: string())
    }

    /// Adds a node to the innermost open element; what stands outside the root is dropped.
    private mutating func append(_ node: XMLNode) {
        guard !open.isEmpty else { return }
        open[open.count - 1].children.append(node)
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }

    private mutating func string() -> String? {
        bytes().map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func bytes() -> ArraySlice<UInt8>? {
        let length = word()
        guard length != CLX_ABSENT else { return nil }
        defer { position += Int(length) }
        return events[position..<position + Int(length)]
    }

    private mutating func count() -> Int {
        Int(word())
    }

    /// The next 32-bit number, in the host's order.
    private mutating func word() -> UInt32 {
        defer { position += 4 }
        return (0..<4).reduce(0) { value, offset in
            let place = UInt32(1).littleEndian == 1 ? offset : 3 - offset
            return value | UInt32(events[position + offset]) << (8 * UInt32(place))
        }
    }
}
