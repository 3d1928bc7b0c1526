extension SandboxContactCentre {
    /// Reads every key that is there.
    mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        let queue = SandboxQueue(id: "", name: "", number: "", teams: [])
        try reader.read("queues", into: &queues, new: queue) { reader, queue throws(SandboxError) in
            try reader.read("id", into: &queue.id)
            try reader.read("name", into: &queue.name)
            try reader.read("number", into: &queue.number)
            try reader.read("teams", into: &queue.teams)
            if queue.id.isEmpty, !reader.isDescribing { throw reader.missing("id") }
        }
        try reader.section("callers") { section throws(SandboxError) in
            try section.read("interval", into: &callers.interval)
            try section.read("patience", into: &callers.patience)
            try section.read("handleTime", into: &callers.handleTime)
            try section.read("seed", into: &callers.seed)
        }
        try reader.read("ringTime", into: &ringTime)
        try reader.read("answerDelay", into: &answerDelay)
        try reader.read("busyNumbers", into: &busyNumbers)
        try reader.read("unknownNumbers", into: &unknownNumbers)
        try reader.read("busyDevices", into: &busyDevices)
        try reader.read("invalidDevices", into: &invalidDevices)
        try reader.read("allowsMobileAgents", into: &allowsMobileAgents)
        try reader.read("requiresReasonCodes", into: &requiresReasonCodes)
        try reader.read("conferenceLimit", into: &conferenceLimit)
        try reader.read("enableDropParticipantFor", into: &enableDropParticipantFor)
    }
}

extension SandboxConfiguration {
    /// Checks the contact centre.
    func validateContactCentre() throws(SandboxError) {
        var ids: Set<String> = []
        for (index, queue) in contactCentre.queues.enumerated() {
            let key = "contactCentre.queues[\(index)]"
            guard !queue.id.isEmpty, ids.insert(queue.id).inserted else {
                throw .configuration(key: "\(key).id", reason: "must be there, and no other queue's")
            }
        }
        let spans = [
            ("ringTime", contactCentre.ringTime), ("answerDelay", contactCentre.answerDelay),
            ("callers.interval", contactCentre.callers.interval), ("callers.patience", contactCentre.callers.patience),
            ("callers.handleTime", contactCentre.callers.handleTime),
        ]
        for (name, span) in spans where span < .zero {
            throw .configuration(key: "contactCentre.\(name)", reason: "must not be negative")
        }
        guard contactCentre.ringTime > .zero else {
            throw .configuration(key: "contactCentre.ringTime", reason: "must be positive")
        }
        guard contactCentre.conferenceLimit >= 3 else {
            throw .configuration(key: "contactCentre.conferenceLimit", reason: "must be 3 or more")
        }
        if let index = users.firstIndex(where: { $0.wrapUpTimer < 0 }) {
            throw .configuration(key: "users[\(index)].wrapUpTimer", reason: "must not be negative")
        }
    }
}
