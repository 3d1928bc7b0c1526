import FinesseSSO
import Foundation
import WebAgentHTML
import Yams

/// Rules as YAML that a person writes.
enum RulesFile {
    /// The version of the file's form.
    static let version = 1

    /// Reads a file.
    static func read(path: String) throws(RulesFileError) -> [SignInRule] {
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        return try rules(in: text, path: path)
    }

    /// Reads a text.
    static func rules(in text: String, path: String) throws(RulesFileError) -> [SignInRule] {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw .malformed(path: path, line: line(of: error), reason: "it is no YAML")
        } catch {
            throw .malformed(path: path, line: nil, reason: "it is no YAML")
        }
        let reader = RuleReader(path: path)
        guard let node else { throw reader.fault(nil, "it is empty") }
        let fields = try reader.fields(node, known: ["version", "rules"], "the file")
        guard fields["version"]?.int == version else {
            throw reader.fault(fields["version"] ?? node, "\"version\" must be \(version)")
        }
        guard let list = fields["rules"]?.sequence else {
            throw reader.fault(node, "\"rules\" must be a list")
        }
        var rules: [SignInRule] = []
        for entry in list { rules.append(try reader.rule(entry)) }
        return rules
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}

/// Reads the parts of a rule, and says in which line one is not as it must be.
private struct RuleReader {
    let path: String

    func fault(_ node: Node?, _ reason: String) -> RulesFileError {
        .malformed(path: path, line: node?.mark?.line, reason: reason)
    }

    /// The entries of a mapping; a misspelt key would otherwise be ignored without a word.
    func fields(_ node: Node, known: [String], _ what: String) throws(RulesFileError) -> [String: Node] {
        guard let mapping = node.mapping else { throw fault(node, "\(what) must be \"key: value\" lines") }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, known.contains(name) else {
                throw fault(
                    key,
                    "\(what) has no \"\(key.string ?? "?")\"; it may have \(known.joined(separator: ", "))"
                )
            }
            fields[name] = value
        }
        return fields
    }

    func rule(_ node: Node) throws(RulesFileError) -> SignInRule {
        let fields = try fields(node, known: ["name", "url", "when", "unless", "overrides", "do"], "a rule")
        guard let name = fields["name"]?.string, !name.isEmpty else { throw fault(node, "a rule needs a \"name\"") }
        guard let url = fields["url"]?.string.flatMap(AddressPattern.init) else {
            throw fault(
                fields["url"] ?? node,
                "a rule needs a \"url\" such as https://*.corp.example/adfs/**, without a query"
            )
        }
        guard let list = fields["do"]?.sequence, !list.isEmpty else {
            throw fault(fields["do"] ?? node, "a rule needs a list of steps as \"do\"")
        }
        var steps: [SignInRule.Step] = []
        for entry in list { steps.append(try step(entry)) }
        var overrides = false
        if let node = fields["overrides"] {
            guard let value = node.bool else { throw fault(node, "\"overrides\" is true or false") }
            overrides = value
        }
        return SignInRule(
            name,
            url: url,
            when: try selectors(fields["when"]),
            unless: try selectors(fields["unless"]),
            overrides: overrides,
            steps: steps
        )
    }

    private func selectors(_ node: Node?) throws(RulesFileError) -> [String] {
        guard let node else { return [] }
        guard let list = node.sequence else { return [try selector(node)] }
        var selectors: [String] = []
        for entry in list { selectors.append(try selector(entry)) }
        return selectors
    }

    private func selector(_ node: Node) throws(RulesFileError) -> String {
        guard let text = node.string else { throw fault(node, "a selector is a text") }
        do throws(SelectorError) {
            _ = try Selector(text)
        } catch {
            throw fault(node, "\(error)".last == "." ? String("\(error)".dropLast()) : "\(error)")
        }
        return text
    }

    private func step(_ node: Node) throws(RulesFileError) -> SignInRule.Step {
        let fields = try fields(node, known: ["fill", "choose", "click", "stop", "with", "text"], "a step")
        let kinds = ["fill", "choose", "click", "stop"].filter { fields[$0] != nil }
        guard kinds.count == 1, let kind = kinds.first, let value = fields[kind] else {
            throw fault(node, "a step is one of fill, choose, click and stop")
        }
        switch kind {
        case "fill": return .fill(try selector(value), try filling(fields, node))
        case "choose": return .choose(try selector(value), try filling(fields, node))
        case "click":
            guard fields.count == 1 else { throw fault(node, "click takes nothing but a selector") }
            return .click(try selector(value))
        default:
            guard fields.count == 1, let text = value.string else { throw fault(node, "stop takes a message") }
            return .stop(text)
        }
    }

    private func filling(_ fields: [String: Node], _ node: Node) throws(RulesFileError) -> SignInRule.Filling {
        switch (fields["with"]?.string, fields["text"]?.string) {
        case (nil, let text?): return .text(text)
        case (let word?, nil):
            guard let filling = RulesFile.words.first(where: { $0.word == word })?.filling else {
                throw fault(node, "\"with\" is one of \(RulesFile.words.map(\.word).joined(separator: ", "))")
            }
            return filling
        default: throw fault(node, "a step that fills or chooses needs either \"with\" or \"text\"")
        }
    }
}

extension RulesFile {
    /// The words for what is filled in.
    static let words: [(word: String, filling: SignInRule.Filling)] = [
        ("user-name", .userName), ("password", .password), ("one-time-code", .oneTimeCode), ("realm", .realm),
    ]

    /// Writes rules as a whole file.
    static func text(_ rules: [SignInRule]) -> String {
        (["version: \(version)", "rules:"] + rules.flatMap(lines)).joined(separator: "\n")
    }

    private static func lines(_ rule: SignInRule) -> [String] {
        ["  - name: \(quoted(rule.name))", "    url: \(quoted(rule.url.text))"] + list("when", rule.when)
            + list("unless", rule.unless) + (rule.overrides ? ["    overrides: true"] : []) + ["    do:"]
            + rule.steps.flatMap(lines)
    }

    private static func list(_ key: String, _ selectors: [String]) -> [String] {
        switch selectors.count {
        case 0: []
        case 1: ["    \(key): \(quoted(selectors[0]))"]
        default: ["    \(key): [\(selectors.map(quoted).joined(separator: ", "))]"]
        }
    }

    private static func lines(_ step: SignInRule.Step) -> [String] {
        switch step {
        case .fill(let selector, let filling): ["      - fill: \(quoted(selector))", "        \(words(filling))"]
        case .choose(let selector, let filling): ["      - choose: \(quoted(selector))", "        \(words(filling))"]
        case .click(let selector): ["      - click: \(quoted(selector))"]
        case .stop(let message): ["      - stop: \(quoted(message))"]
        }
    }

    private static func words(_ filling: SignInRule.Filling) -> String {
        if case .text(let text) = filling { return "text: \(quoted(text))" }
        return "with: \(words.first { $0.filling == filling }?.word ?? "")"
    }

    /// The text in double quotes, which YAML reads as JSON does.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
