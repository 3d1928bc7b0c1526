internal import XMLTree

extension RESTService {
    /// Source: Finesse REST guide, "Team APIs" of the configuration; the last two are inferred from the others.
    static let teamConfigurationRoutes: [RESTRoute] =
        [
            .serving("C57", "GET", "Teams") { call throws(ApiError) in
                let teams = call.world.configuration.teams.map { team in
                    FinesseXML(
                        "Team",
                        children: [
                            FinesseXML("uri", "/finesse/api/Team/\(team.id)"), FinesseXML("id", team.id),
                            FinesseXML("name", team.name),
                        ]
                    )
                }
                return .document(FinesseXML("Teams", children: teams))
            },
            .serving("C64", "GET", "Team/{id}/LayoutConfig") { call throws(ApiError) in
                let team = try team(of: call)
                let own = await call.world.ownLayout(ofTeam: team)
                let layout = await call.world.defaultLayout
                return .document(
                    FinesseXML(
                        "TeamLayoutConfig",
                        children: [
                            FinesseXML("useDefault", String(own == nil)), FinesseXML("layoutxml", own ?? layout),
                        ]
                    )
                )
            },
            .serving("C65", "PUT", "Team/{id}/LayoutConfig") { call throws(ApiError) in
                let team = try team(of: call)
                let body = try call.object(named: "TeamLayoutConfig", upTo: OriginServer.bodyLimit)
                try await call.world.changeLayout(ofTeam: team, by: body)
                return .done
            },
        ]
        + assignment("ReasonCode", get: "C58", set: "C59") { call throws(ApiError) in
            .reasonCodes(category: try ReasonCodeRules.category(call.query["category"]))
        }
        + assignment("WrapUpReason", get: "C60", set: "C61") { _ in .wrapUpReasons }
        + assignment("PhoneBook", get: "C62", set: "C63") { _ in .phoneBooks }
        + assignment("Workflow", get: "C66", set: "C67") { _ in .workflows }
        + assignment("MediaPropertiesLayout", get: "C68", set: "C69") { _ in .mediaLayouts }

    private static func assignment(
        _ object: String,
        get: String,
        set: String,
        _ kind: @escaping @Sendable (RESTCall) throws(ApiError) -> TeamAssignmentKind
    ) -> [RESTRoute] {
        [
            .serving(get, "GET", "Team/{id}/\(object)s") { call throws(ApiError) in
                .document(await call.world.assignment(try kind(call), to: try team(of: call)))
            },
            .serving(set, "PUT", "Team/{id}/\(object)s") { call throws(ApiError) in
                let kind = try kind(call)
                let team = try team(of: call)
                var ids: [Int] = []
                for element in try call.object(named: "\(object)s").children(object) {
                    ids.append(try ObjectReference.id(try ObjectBody(element).needed("uri"), of: object))
                }
                try await call.world.assign(ids, checking: kind, to: team, object: object)
                return .done
            },
        ]
    }

    private static func team(of call: RESTCall) throws(ApiError) -> String {
        let id = call.path["id"] ?? ""
        guard call.world.configuration.teams.contains(where: { $0.id == id }) else {
            throw .assignmentTeamNotFound(id)
        }
        return id
    }
}

extension SandboxWorld {
    /// The element of what is assigned to a team, without what every team has.
    fileprivate func assignment(_ kind: TeamAssignmentKind, to teamId: String) -> FinesseXML {
        let ids = assigned(kind, to: teamId)
        switch kind {
        case .reasonCodes(let category):
            let codes = reasonCodes
            let own = ids.compactMap { codes[$0] }.filter { !$0.forAll }
            return ReasonCodeRules.document(own, category: category)
        case .wrapUpReasons:
            let reasons = wrapUpReasons
            let own = ids.compactMap { reasons[$0] }.filter { !$0.forAll }
            return FinesseXML("WrapUpReasons", children: own.map { WrapUpReasonRules.document($0) })
        case .phoneBooks:
            let books = phoneBooks
            let own = ids.compactMap { books[$0] }.filter { $0.type == .team }
            return FinesseXML("PhoneBooks", children: own.map { PhoneBookRules.document($0) })
        case .workflows:
            let actions = workflowActions
            return FinesseXML(
                "Workflows",
                children: workflows(teamId: teamId).map { WorkflowRules.document($0, actions: actions) }
            )
        case .mediaLayouts:
            let layouts = mediaLayouts
            let own = ids.compactMap { layouts[$0] }.filter { !$0.isDefault }
            return FinesseXML("MediaPropertiesLayouts", children: own.map { MediaLayoutRules.document($0) })
        }
    }

    /// Assigns to a team what may be assigned.
    fileprivate func assign(
        _ ids: [Int],
        checking kind: TeamAssignmentKind,
        to teamId: String,
        object: String
    ) throws(ApiError) {
        var seen: Set<Int> = []
        for id in ids {
            let uri = "/finesse/api/\(object)/\(id)"
            switch TeamAssignmentRules.judge(lookUp(id, kind), isRepeated: !seen.insert(id).inserted) {
            case .fits: continue
            case .missing: throw .finesseApi("There is no \(object) \(id)", uri)
            case .everybodys: throw .finesseApi("Every team has this \(object)", uri)
            case .repeated: throw .finesseApi("This \(object) is named twice", uri)
            }
        }
        if kind == .workflows, ids.count > WorkflowRules.mostOfTeam {
            throw .maximumExceeded("A team may have up to \(WorkflowRules.mostOfTeam) workflows", "Workflows")
        }
        assign(ids, kind, to: teamId)
    }

    /// Whether every team has an object anyway; nothing when it is not there.
    private func lookUp(_ id: Int, _ kind: TeamAssignmentKind) -> Bool? {
        switch kind {
        case .reasonCodes(let category):
            reasonCodes[id].flatMap { $0.category == category ? $0.forAll : nil }
        case .wrapUpReasons: wrapUpReasons[id]?.forAll
        case .phoneBooks: phoneBooks[id].map { $0.type == .global }
        case .workflows: workflows[id].map { _ in false }
        case .mediaLayouts: mediaLayouts[id]?.isDefault
        }
    }
}

/// Whether something may be assigned to a team.
enum TeamAssignmentRules {
    enum Verdict: Hashable, Sendable {
        case fits
        case missing
        /// Every team has it.
        case everybodys
        case repeated
    }

    /// Judges something by whether every team has it anyway (nothing when it is not there) and whether it is named twice.
    static func judge(_ isEverybodys: Bool?, isRepeated: Bool) -> Verdict {
        guard let isEverybodys else { return .missing }
        if isRepeated { return .repeated }
        return isEverybodys ? .everybodys : .fits
    }
}
