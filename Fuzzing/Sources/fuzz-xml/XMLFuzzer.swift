import FuzzDriver
import XMLTree

/// XML documents: the limits hold, and a tree that was read, written and read again is the same.
///
/// An input is the letter of the limits and then the document.
@main
enum XMLFuzzer {
    private static let limits = [
        XMLLimits(), XMLLimits(length: 200, depth: 4, nodes: 12, attributes: 3), XMLLimits(depth: 1_000_000),
    ]

    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let limits = input.choice(of: Self.limits)
            let root: XMLElement
            do throws(XMLError) {
                root = try XMLTree.parse(Array(input.rest), limits: limits)
            } catch {
                return require(!error.description.isEmpty, "an error has no words")
            }
            let cost = Cost(of: root)
            require(cost.depth <= min(limits.depth, 1_000), "the tree is \(cost.depth) deep")
            require(cost.nodes <= limits.nodes, "the tree has \(cost.nodes) nodes")
            require(cost.attributes <= limits.attributes, "the tree has \(cost.attributes) attributes")
            checkWriting(root)
            plantedCrash(if: root.elements.contains { !$0.attributes.isEmpty && !$0.text.isEmpty })
        }
    }

    private static func checkWriting(_ root: XMLElement) {
        do throws(XMLError) {
            let written = try XMLTree.serialize(root)
            let again = try XMLTree.parse(written)
            require(again == root, "is read as another tree: \(String(decoding: written, as: UTF8.self))")
            require(try XMLTree.serialize(again) == written, "is written in another way")
        } catch {
            require(false, "cannot be written and read: \(error) \(root)")
        }
    }
}

/// What a tree costs, counted without recursion.
struct Cost {
    var depth = 0
    var nodes = 0
    var attributes = 0

    init(of root: XMLElement) {
        var open = [(root, 1)]
        while let (element, level) = open.popLast() {
            depth = max(depth, level)
            attributes += element.attributes.count + element.declarations.count
            nodes += 1 + element.attributes.count + element.declarations.count
            for case .element(let child) in element.children { open.append((child, level + 1)) }
            nodes += element.children.count - element.elements.count
        }
    }
}
