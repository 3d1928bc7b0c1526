import Testing

/// The members of some interfaces, each with a script that is true only if the member works.
///
/// The table is text. A line in brackets begins an interface, `[HTMLFormElement] <form>` for instance: what follows is an
/// instance, as an expression or as the name of an element to make; scripts know it as `e`. A line `name: script` is a member;
/// a script in braces is the body of a function, and one that gives a promise is waited for. `own name: script` has
/// pages of its own, for what the next script would stumble over. Lines that begin with `@` stand for one member for each name:
///
/// - `@text title class=className`: an attribute that is reflected as it is, with the property's name where that is another;
/// - `@address href`: one that is reflected as a whole address; `@flag hidden`: by being there;
/// - `@number size:20`: as a number, with the value it has when it is missing;
/// - `@choice dir=dir missing invalid ltr,rtl`: as one of a few words (`-` stands for none);
/// - `@event key code`: members of an event, set when it is made; `@constants NONE=0`.
struct MemberFamily: Sendable, CustomTestStringConvertible {
    let title: String
    let interfaces: [InterfaceEntries]

    var testDescription: String { title }

    init(_ title: String, _ table: String) {
        self.title = title
        var read: [InterfaceEntries] = []
        for line in table.split(separator: "\n") {
            if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
                let name = String(line[line.index(after: line.startIndex)..<end])
                let rest = line[line.index(after: end)...].drop { $0 == " " }
                let isElement = rest.hasPrefix("<")
                read.append(
                    InterfaceEntries(
                        name: name,
                        instance: isElement ? "make('\(rest.dropFirst().dropLast())')" : String(rest)
                    )
                )
            } else if !read.isEmpty {
                read[read.count - 1].add(line)
            }
        }
        interfaces = read
    }

    /// The page that every script finds, made anew for each.
    static let page = """
        <div id=box class="one two"><p id=para title=t>text<b id=bold>bold</b></p><p id=other>more</p></div>\
        <form id=form name=login action="/go?x=1"><input id=user name=user value=v required><input id=tick type=checkbox name=tick>\
        <input id=one type=radio name=kind value=1><input id=two type=radio name=kind value=2>\
        <select id=pick name=pick><option value=1>One<option value=2 selected>Two</select>\
        <textarea id=words name=words>tt</textarea><label id=caption for=user>User</label><button id=go name=go>Go</button></form>\
        <table id=grid><caption>c</caption><thead><tr><th>h</thead><tbody><tr id=row><td>1<td id=cell>2</tbody></table>\
        <a id=link name=anchor href="/x?y#z">link</a><img id=image name=picture src=1.png>
        """
}

/// The entries of one interface.
struct InterfaceEntries: Sendable {
    struct Entry: Sendable {
        /// As the bindings write it.
        var member: String
        var script: String
        var needsOwnPage = false
    }

    let name: String
    /// An expression that gives an instance; empty where there is none.
    let instance: String
    private(set) var entries: [Entry] = []

    init(name: String, instance: String) {
        self.name = name
        self.instance = instance
    }

    fileprivate mutating func add(_ line: Substring) {
        if line.hasPrefix("@") {
            let words = line.split(separator: " ").map(String.init)
            for word in words.dropFirst() where words[0] != "@choice" || word == words[1] {
                add(generated: words[0], word, Array(words.dropFirst(2)))
            }
        } else if let colon = line.firstRange(of: ": ") {
            let name = line[..<colon.lowerBound]
            let needsOwnPage = name.hasPrefix("own ")
            entries.append(
                Entry(
                    member: String(needsOwnPage ? name.dropFirst(4) : name),
                    script: String(line[colon.upperBound...]),
                    needsOwnPage: needsOwnPage
                )
            )
        }
    }

    private mutating func add(generated kind: String, _ word: String, _ rest: [String]) {
        let (pair, value) = Self.halves(word, at: ":")
        let (name, attribute) = Self.halves(pair, at: "=")
        let (p, a) = ("e.\(name)", "'\(attribute ?? name.lowercased())'")
        let script: String
        switch kind {
        case "@text":
            script =
                "\(p) === '' && (\(p) = 'x y', e.getAttribute(\(a)) === 'x y') && (e.setAttribute(\(a), 'z'), \(p) === 'z')"
        case "@address":
            script =
                "\(p) === '' && (\(p) = '/q?x', e.getAttribute(\(a)) === '/q?x') && \(p) === 'https://idp.example.test/q?x'"
        case "@flag":
            script =
                "\(p) === false && (\(p) = true, e.getAttribute(\(a)) === '') && \(p) && (\(p) = false, !e.hasAttribute(\(a)))"
        case "@number":
            script =
                "\(p) === \(value ?? "0") && (\(p) = 7, e.getAttribute(\(a)) === '7') && (e.setAttribute(\(a), ' 9x'), \(p) === 9)"
        case "@choice":
            let words = rest.map { $0 == "-" ? "''" : "'\($0)'" }
            let choices = rest[2].split(separator: ",")
            script =
                "\(p) === \(words[0]) && (\(p) = 'bogus', \(p) === \(words[1])) && e.getAttribute(\(a)) === 'bogus' && "
                + choices.map { "(e.setAttribute(\(a), '\($0.uppercased())'), \(p) === '\($0)')" }.joined(
                    separator: " && "
                )
        case "@event":
            script =
                "(v => new \(self.name)('x', {\(name): v}).\(name) === v && new \(self.name)('x').\(name) !== v)"
                + "({number: 7, string: 'q', boolean: true}[typeof new \(self.name)('x').\(name)] ?? box)"
        case "@constants":
            let (constant, number) = Self.halves(word, at: "=")
            let value = number ?? ""
            entries.append(
                Entry(
                    member: constant,
                    script: "\(self.name).\(constant) === \(value) && \(self.name).prototype.\(constant) === \(value)"
                )
            )
            return
        default: return
        }
        entries.append(Entry(member: name, script: script))
    }

    private static func halves(_ text: String, at separator: Character) -> (String, String?) {
        guard let index = text.firstIndex(of: separator) else { return (text, nil) }
        return (String(text[..<index]), String(text[text.index(after: index)...]))
    }

    /// What the bindings and this table say together: also the interface itself, and its event handlers.
    func all(_ interface: BoundInterface) -> [Entry] {
        var all = entries
        if !instance.isEmpty {
            all.append(
                Entry(
                    member: "",
                    script: "e instanceof \(name) && Object.prototype.toString.call(e) === '[object \(tag)]'"
                )
            )
        }
        let target = name == "HTMLBodyElement" ? "window" : "e"
        for handler in interface.members where handler.kind == .handler {
            let type = handler.name.dropFirst(2)
            all.append(
                Entry(
                    member: handler.name,
                    script: "{ let calls = 0; const f = () => { calls += 1; return true; }; e.\(handler.name) = f; "
                        + "\(target).dispatchEvent(new Event('\(type)')); const was = e.\(handler.name); e.\(handler.name) = null; "
                        + "\(target).dispatchEvent(new Event('\(type)')); return was === f && calls === 1; }"
                )
            )
        }
        return all
    }

    /// What `Object.prototype.toString` says of the instance: of an abstract interface it is an heir.
    private var tag: String { Self.heirs[name] ?? name }

    private static let heirs = [
        "CharacterData": "Text", "Document": "HTMLDocument", "Element": "HTMLDivElement",
        "HTMLElement": "HTMLDivElement", "HTMLMediaElement": "HTMLAudioElement", "Node": "Text",
        "XMLHttpRequestEventTarget": "XMLHttpRequest",
    ]
}
