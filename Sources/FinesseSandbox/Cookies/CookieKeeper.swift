/// Sets the cookies of a sign-in and finds out whether a client kept the rules.
struct CookieKeeper: Sendable {
    /// A broken rule and how it showed.
    struct Violation: Hashable, Sendable {
        var rule: CookieRule
        var cookie: String
        var step: CookieStep
        var arrived: Bool

        /// A sentence for people.
        var message: String {
            let what =
                arrived
                ? "The cookie \(cookie) arrived, which a client that honours \(rule.rawValue) does not send here."
                : "The cookie \(cookie) is missing, which a client that honours \(rule.rawValue) sends here."
            return "Cookie rule broken: \(rule.rawValue). \(what) Step: \(step.rawValue)."
        }
    }

    let world: SandboxWorld
    var hosts: [SandboxParty: String]

    /// Whether decoys are set and a client that breaks a rule is refused.
    var isStrict: Bool { world.configuration.checksCookies }

    private var sites: SandboxSites { world.configuration.sites }

    /// The cookies that a step's answer sets.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - values: Values for cookies that have none of their own, by name. A cookie without a value is left out.
    /// - Returns: The cookies, in the order of the table.
    func cookies(at step: CookieStep, values: [String: String]) -> [SetCookie] {
        CookieTable.all.filter { $0.step == step }.compactMap { definition in
            guard definition.decoy == nil || (isStrict && definition.decoy != CookieTable.hiddenFromScripts) else {
                return nil
            }
            guard definition.decoy != nil || isStrict || definition.template.value.isEmpty else { return nil }
            var cookie = definition.template
            cookie.domain = cookie.domain.flatMap(domain)
            if cookie.value.isEmpty {
                guard let value = values[cookie.name] else { return nil }
                cookie.value = value
            }
            return cookie
        }
    }

    /// The first rule that a request breaks at a step.
    func violation(in cookies: [RequestCookie], at step: CookieStep, cameByRelayPage: Bool = false) -> Violation? {
        guard isStrict else { return nil }
        var conditions: Set<CookieCondition> = [sites.areJoined ? .sitesJoined : .sitesApart]
        if cameByRelayPage { conditions.insert(.cameByRelayPage) }
        // What should have stayed away says more than what did not come: both may have one cause.
        return strayed(cookies, at: step)
            ?? unmet(cookies, at: step, conditions).first { $0.arrived }
            ?? unmet(cookies, at: step, conditions).first
    }

    /// A cookie of one server at another one.
    private func strayed(_ cookies: [RequestCookie], at step: CookieStep) -> Violation? {
        let shared: Set<String> = sites.areJoined ? [CookieTable.userName, "JSESSIONID"] : ["JSESSIONID"]
        let foreign = Set(CookieTable.all.filter { $0.step.party != step.party }.map(\.name)).subtracting(shared)
        return cookies.first { foreign.contains($0.name) }
            .map { Violation(rule: .domain, cookie: $0.name, step: step, arrived: true) }
    }

    private func unmet(
        _ cookies: [RequestCookie],
        at step: CookieStep,
        _ conditions: Set<CookieCondition>
    ) -> [Violation] {
        CookieTable.all.filter { $0.step.party == step.party || $0.decoy != nil || $0.rule == .domain }
            .flatMap { definition in
                definition.expectations.compactMap { expectation in
                    let arrived = cookies.contains(where: definition.matches)
                    switch expectation {
                    case .arrives(step, let when) where when.isSubset(of: conditions) && !arrived,
                        .staysAway(step, let when) where when.isSubset(of: conditions) && arrived:
                        return Violation(rule: definition.rule, cookie: definition.name, step: step, arrived: arrived)
                    default:
                        return nil
                    }
                }
            }
    }

    private func domain(_ word: String) -> String? {
        switch word {
        case "{other}": hosts[.identityService]
        case "{suffix}": hosts[.finesse]?.split(separator: ".").last.map(String.init)
        case "{parent}": sites.parent
        default: word
        }
    }
}
