/// One case of a tree construction file.
struct HTMLTreeCase {
    /// The line of the file that the case begins in, from 1.
    var line: Int
    var data: String
    var document: String
    var fragmentContext: String?
    var scripting: Bool?

    /// The cases of a file.
    static func all(in text: String) -> [HTMLTreeCase] {
        var cases: [HTMLTreeCase] = []
        var sections: [(name: String, lines: [String])] = []
        var start = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if line == "#data" {
                if !sections.isEmpty { cases.append(HTMLTreeCase(sections, line: start)) }
                sections = [(line, [])]
                start = index + 1
            } else if isHeading(line, after: sections.last?.name) {
                sections.append((line, []))
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(line)
            }
        }
        if !sections.isEmpty { cases.append(HTMLTreeCase(sections, line: start)) }
        return cases
    }

    private static func isHeading(_ line: String, after section: String?) -> Bool {
        switch line {
        case "#errors", "#new-errors", "#document-fragment", "#script-on", "#script-off": section != "#document"
        case "#document": section != "#document"
        default: false
        }
    }

    private init(_ sections: [(name: String, lines: [String])], line: Int) {
        self.line = line
        data = ""
        document = ""
        for section in sections {
            switch section.name {
            case "#data": data = section.lines.joined(separator: "\n")
            case "#document": document = Self.withoutBlankEnd(section.lines).joined(separator: "\n")
            case "#document-fragment": fragmentContext = section.lines.first
            case "#script-on": scripting = true
            case "#script-off": scripting = false
            default: break
            }
        }
    }

    private static func withoutBlankEnd(_ lines: [String]) -> [String] {
        var lines = lines
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
