internal import XMLTree

/// The body of a request that creates or changes an object, as the configuration APIs read it.
///
/// Of elements with the same name the last one counts.
///
/// Source: Finesse REST guide, "Cisco Finesse Configuration APIs".
struct ObjectBody: Sendable {
    let element: XMLElement

    init(_ element: XMLElement) {
        self.element = element
    }

    /// The last child with a name.
    func child(_ name: String) -> XMLElement? { element.elements.last { $0.name.local == name } }

    /// Every child with a name, where several are meant.
    func children(_ name: String) -> [XMLElement] { element.elements.filter { $0.name.local == name } }

    /// The text of a child.
    func text(_ name: String) -> String? { child(name)?.text.trimmed }

    /// The text of a child that must be there and not be empty.
    func needed(_ name: String) throws(ApiError) -> String {
        guard let text = text(name), !text.isEmpty else { throw .parameterMissing(name) }
        return text
    }

    /// The truth value of a child.
    func flag(_ name: String) throws(ApiError) -> Bool? {
        guard let text = text(name) else { return nil }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw .invalidInput("\(name) must be true or false", name)
        }
    }

    /// The whole number of a child.
    func number(_ name: String) throws(ApiError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text) else { throw .invalidInput("\(name) must be a whole number", name) }
        return number
    }

    /// Checks that there is something to change.
    func needs(oneOf names: [String]) throws(ApiError) {
        guard !names.contains(where: { child($0) != nil }) else { return }
        throw .invalidInput("At least one of \(names.joined(separator: ", ")) is needed", names.first ?? "")
    }
}

/// The lengths that texts may have.
enum TextRules {
    /// Refuses a text that is longer than so many characters.
    static func fault(_ text: String, of name: String, upTo most: Int) -> ApiError? {
        // As Java counts characters.
        guard text.utf16.count > most else { return nil }
        return .invalidInput("\(name) may have up to \(most) characters", name)
    }

    /// The first of some faults.
    static func first(_ faults: ApiError?...) -> ApiError? { faults.lazy.compactMap { $0 }.first }
}
