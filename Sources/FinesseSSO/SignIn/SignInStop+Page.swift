extension SignInStop {
    /// Makes the stop on a page, with what a person needs to know of it.
    init(
        _ page: PageFacts,
        _ kind: Kind,
        message: String,
        suggestsRule: Bool,
        hiding secrets: [String]
    ) {
        let asked = page.forms.flatMap { form in
            (form.hasUserName ? ["user name"] : []) + (form.hasPassword ? ["password"] : [])
                + (form.hasOneTimeCode ? ["one-time code"] : []) + form.otherControls
        }
        self.init(
            host: page.host,
            kind: kind,
            title: PageMessage.short(page.title, hiding: secrets),
            message: message,
            asksFor: asked.map { PageMessage.short($0, hiding: secrets) },
            scriptTroubles: page.scriptTroubles.map { PageMessage.short($0, hiding: secrets) },
            origin: page.origin,
            look: PageLook(guessing: page),
            suggestedRule: suggestsRule ? SignInRule(suggestedFor: page) : nil
        )
    }
}

extension SignInRule {
    /// A rule to begin with: where it would hold, and one step for each thing that the page asks for.
    init?(suggestedFor page: PageFacts) {
        guard let url = AddressPattern(page.url.suggestedPattern) else { return nil }
        var steps: [Step] = []
        let choice = page.choices.first { $0.kind != .link }
        let fields = page.forms.flatMap(\.otherControlSelectors)
        steps += fields.map { .fill($0, .text("what belongs here")) }
        if let choice, choice.kind == .option {
            if !fields.contains(choice.selector) { steps.append(.choose(choice.selector, .text(choice.text))) }
        } else if let choice {
            steps.append(.click(choice.selector))
        }
        if steps.isEmpty { steps = [.stop("Say here what a person has to do on this page.")] }
        let form = page.forms.first { !$0.otherControls.isEmpty || !$0.buttons.isEmpty }
        let feature = PageLook(guessing: page)?.evidence.first { page.elements[$0]?.isShown == true }
        let when = form.flatMap { $0.name.isPlainWord ? "form#\($0.name)" : nil } ?? feature
        self.init("a page of \(page.host)", url: url, when: [when].compactMap { $0 }, steps: steps)
    }
}

extension String {
    /// The address without its query, and with what could be an id of one visit replaced.
    fileprivate var suggestedPattern: String {
        let address = prefix { $0 != "?" && $0 != "#" }
        guard let scheme = address.firstRange(of: "://") else { return String(address) }
        let parts = address[scheme.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
        let kept = parts.enumerated().map { index, part in
            index > 0 && part.count > 20 && part.contains(where: \.isNumber) ? "*" : String(part)
        }
        return address[..<scheme.upperBound] + kept.joined(separator: "/")
    }

    fileprivate var isPlainWord: Bool {
        !isEmpty && first?.isNumber == false
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_")
            }
    }
}
