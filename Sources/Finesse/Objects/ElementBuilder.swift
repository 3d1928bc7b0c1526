import XMLTree

/// Writes the fields of a change, in the order in which they are added: what is nil is left out.
struct ElementBuilder {
    private let name: String
    private var elements: [XMLElement] = []

    init(_ name: String) {
        self.name = name
    }

    mutating func add(_ name: String, _ text: String?) {
        if let text { elements.append(XMLElement(name, text: text)) }
    }

    mutating func add(_ name: String, _ number: Int?) {
        add(name, number.map { String($0) })
    }

    mutating func add(_ name: String, _ flag: Bool?) {
        add(name, flag.map { $0 ? "true" : "false" })
    }

    mutating func add(_ name: String, _ word: (some ServerWord)?) {
        add(name, word?.rawValue)
    }

    mutating func add(_ element: XMLElement?) {
        if let element { elements.append(element) }
    }

    mutating func add(_ name: String, _ items: [some FinesseObject]?) {
        if let items { elements.append(XMLElement(name, elements: items.map(\.element))) }
    }

    mutating func add(_ further: [XMLElement]) {
        elements += further
    }

    /// What was added, as one element.
    var element: XMLElement { XMLElement(name, elements: elements) }
}
