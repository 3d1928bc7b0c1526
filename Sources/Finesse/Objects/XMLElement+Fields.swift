import XMLTree

// Names are compared with their case first and without it second, since the documents contradict themselves in it.

extension XMLElement {
    /// The first child element of this name.
    func first(_ name: String) -> XMLElement? {
        var other: XMLElement?
        for case .element(let child) in children {
            if child.name.local == name { return child }
            if other == nil, child.isNamed(name) { other = child }
        }
        return other
    }

    /// All child elements of this name, in order.
    func all(_ name: String) -> [XMLElement] {
        elements.filter { $0.isNamed(name) }
    }

    /// The text of a child without white space around it: nil when the child is absent, "" when it is empty.
    func field(_ name: String) -> String? {
        first(name).map { $0.trimmedText ?? "" }
    }

    /// The text of a child without white space around it: nil when the child is absent or empty.
    func filled(_ name: String) -> String? {
        first(name)?.trimmedText
    }

    /// The number in a child; nil when it is absent, empty or no number.
    func number(_ name: String) -> Int? {
        field(name).flatMap { Int($0) }
    }

    /// The truth in a child; nil when it is absent, empty or another word.
    func flag(_ name: String) -> Bool? {
        switch field(name)?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The word in a child; nil when it is absent or empty.
    func word<Word: ServerWord>(_ name: String) -> Word? {
        filled(name).map(Word.init(rawValue:))
    }

    /// The items of a child list: empty when the child is absent.
    func items<Item: FinesseObject>(in name: String) -> [Item] {
        first(name)?.all(Item.elementName).map(Item.init(element:)) ?? []
    }

    /// The child elements that have none of these names: what is kept when an object is written back.
    func elements(besides names: Set<String>) -> [XMLElement] {
        let names = Set(names.map { $0.lowercased() })
        return elements.filter { !names.contains($0.name.local.lowercased()) }
    }
}
