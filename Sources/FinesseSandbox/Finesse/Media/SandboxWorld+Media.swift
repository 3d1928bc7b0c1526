extension SandboxWorld {
    /// The media routing domain with an id.
    nonisolated func mediaDomain(_ id: String) -> SandboxMediaDomain? {
        configuration.mediaDomains.first { $0.id == id }
    }

    /// What is known of an agent's work in a domain.
    func media(_ mediaId: String, of loginId: String) -> MediaRecord {
        state.media.value("\(loginId)/\(mediaId)", now: clock.now) ?? MediaRecord()
    }

    /// An agent's tasks, in the order in which they came; of one domain where one is named.
    func tasks(of loginId: String, in mediaId: String? = nil) -> [TaskRecord] {
        state.tasks.values(now: clock.now)
            .filter { $0.loginId == loginId && (mediaId == nil || $0.mediaId == mediaId) }
            .sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
    }

    /// Lets a request take effect in a moment.
    func requestMedia(_ event: MediaEvent) {
        schedule(.media(event), after: configuration.desktop.stateChangeDelay)
    }

    /// Does what was asked for, or what happens by itself.
    func happen(_ event: MediaEvent) {
        switch event {
        case .request(let request, let loginId, let mediaId, let requestId):
            decide(request, loginId: loginId, mediaId: mediaId, requestId: requestId)
        case .action(let action, let dialogId, let loginId, let mediaId, let requestId):
            act(action, dialogId: dialogId, loginId: loginId, mediaId: mediaId, requestId: requestId)
        case .offerEnds(let dialogId):
            endOffer(dialogId)
        }
    }

    private func decide(_ request: MediaRequest, loginId: String, mediaId: String, requestId: String) {
        let present = media(mediaId, of: loginId)
        let tasks = tasks(of: loginId, in: mediaId)
        let situation = situation(loginId, mediaId, tasks)
        switch MediaRules.decide(request, present, situation) {
        case .refuse(let fault):
            report(fault.document(media: mediaId), mediaId: mediaId, loginId: loginId, requestId: requestId)
        case .endWrapUp:
            for task in tasks where task.state == .wrappingUp { change(task, to: .closed) }
        case .change(var record):
            record.changedAt = clock.now
            state.media.set("\(loginId)/\(mediaId)", record, now: clock.now)
            if record.state == "LOGOUT" {
                for task in tasks { change(task, to: .closed) }
            }
            publishMedia(mediaId, of: loginId)
            guard record.state == "LOGOUT", present.dialogLogoutAction == "TRANSFER" else { return }
            for task in tasks { resubmit(task) }
        }
    }

    private func situation(_ loginId: String, _ mediaId: String, _ tasks: [TaskRecord]) -> MediaRules.Situation {
        let user = directory.user(named: loginId)
        let domain = mediaDomain(mediaId)
        let signedIn = state.media.entries.count { key, entry in
            key.hasSuffix("/\(mediaId)") && entry.value.state != "LOGOUT"
        }
        return MediaRules.Situation(
            isAgent: user?.roles.contains("Agent") ?? false,
            isVoice: mediaId == "1",
            isMember: domain.map { user.map($0.includes) ?? false } ?? false,
            isInApplicationPath: domain?.isInApplicationPath ?? false,
            isOnline: domain?.isOnline ?? true,
            isFull: domain?.agentLimit.map { signedIn >= $0 } ?? false,
            tasks: tasks.map(\.state)
        )
    }

    // MARK: Tasks

    /// A task that is to be offered.
    struct NewTask: Sendable {
        var mediaId: String
        /// The agent; the first who is free where nobody is named.
        var loginId: String?
        /// The agent who does not get it.
        var exceptLoginId: String?
        var queueNumber = "5022"
        var queueName = "Cisco_Tasks"
        var variables: [String: String] = [:]
        /// The id of the task that it was before.
        var successorOf: String?
    }

    /// Offers a task to an agent; nothing when no agent can take it.
    func offer(_ new: NewTask) -> TaskRecord? {
        guard let domain = mediaDomain(new.mediaId) else { return nil }
        let candidates = new.loginId.map { [$0] } ?? directory.users.map(\.loginId)
        guard
            let loginId = candidates.first(where: { $0 != new.exceptLoginId && canTake(in: new.mediaId, $0) })
        else { return nil }
        let task = TaskRecord(
            id: taskId(after: new.successorOf),
            mediaId: new.mediaId,
            loginId: loginId,
            queueNumber: new.queueNumber,
            queueName: new.queueName,
            variables: new.variables,
            startedAt: clock.now,
            changedAt: clock.now
        )
        state.tasks.set(task.id, task, now: clock.now)
        publishTasks(task, method: "POST")
        publishMedia(new.mediaId, of: loginId)
        schedule(.media(.offerEnds(dialogId: task.id)), after: domain.startTimeout)
        return task
    }

    /// The id of a new task, or of one that goes on with somebody else: its last part then counts.
    private func taskId(after previous: String?) -> String {
        if let parts = previous?.split(separator: "_"), parts.count == 3, let sequence = Int(parts[2]) {
            return "\(parts[0])_\(parts[1])_\(sequence + 1)"
        }
        let number = (state.counters.value("tasks", now: clock.now) ?? 0) + 1
        state.counters.set("tasks", number, now: clock.now)
        return "\(Self.day(clock.now))_\(number)_1"
    }

    /// Offers a task that an agent gave away to somebody else, if anybody can take it.
    private func resubmit(_ task: TaskRecord) {
        let new = NewTask(
            mediaId: task.mediaId,
            exceptLoginId: task.loginId,
            queueNumber: task.queueNumber,
            queueName: task.queueName,
            variables: task.variables,
            successorOf: task.id
        )
        _ = offer(new)
    }

    private func canTake(in mediaId: String, _ loginId: String) -> Bool {
        let record = media(mediaId, of: loginId)
        let tasks = tasks(of: loginId, in: mediaId)
        return record.state == "READY" && record.routable && !record.endsRoutable
            && tasks.count < record.maxDialogLimit && !tasks.contains { $0.state == .interrupted }
    }

    /// The contact centre's number of a day, the first part of every id of that day.
    private static func day(_ now: SandboxInstant) -> Int64 { 140_000 + now.seconds / 86_400 }

    private func act(
        _ action: TaskAction,
        dialogId: String,
        loginId: String,
        mediaId: String,
        requestId: String
    ) {
        func refuse(_ fault: MediaFault) {
            let document = fault.document(media: mediaId, dialog: dialogId)
            report(document, mediaId: mediaId, loginId: loginId, dialogId: dialogId, requestId: requestId)
        }
        guard let task = state.tasks.value(dialogId, now: clock.now) else {
            // One that was there when it was asked for has ended meanwhile.
            return refuse(mediaId.isEmpty ? .taskNotFound : .invalidDialogId)
        }
        switch TaskRules.decide(action, from: task.state) {
        case .failure(let fault): refuse(fault)
        case .success(let state):
            if action == .transfer, isKept(task, requestId: requestId) { return }
            change(task, to: state)
            if action == .transfer { resubmit(task) }
        }
    }

    /// An offer that nobody accepted goes elsewhere, and no more come to this agent.
    private func endOffer(_ dialogId: String) {
        guard let task = state.tasks.value(dialogId, now: clock.now), task.state == .offered else { return }
        state.media.update("\(task.loginId)/\(task.mediaId)") { record in
            record.routable = false
            record.endsRoutable = false
        }
        guard !isKept(task, requestId: "") else { return publishMedia(task.mediaId, of: task.loginId) }
        change(task, to: .closed)
        resubmit(task)
    }

    /// Whether a task stays with its agent, since the Customer Collaboration Platform does not take it back; the agent is told.
    private func isKept(_ task: TaskRecord, requestId: String) -> Bool {
        guard let status = mediaDomain(task.mediaId)?.resubmissionStatus else { return false }
        report(
            MediaFault.refusedResubmission(status: status, media: task.mediaId),
            mediaId: task.mediaId,
            loginId: task.loginId,
            dialogId: task.id,
            requestId: requestId
        )
        return true
    }

    /// Brings a task into a state, with everything that follows.
    private func change(_ task: TaskRecord, to next: TaskState) {
        var task = task
        task.state = next
        task.interruptedState = nil
        task.changedAt = clock.now
        if next == .closed {
            state.tasks.remove(task.id, now: clock.now)
            publishTasks(task, method: "DELETE")
        } else {
            state.tasks.set(task.id, task, now: clock.now)
            publishTask(task)
        }
        endRoutable(task)
        publishMedia(task.mediaId, of: task.loginId)
        interrupt(because: task)
    }

    /// What waited for the last pending task to be started.
    private func endRoutable(_ task: TaskRecord) {
        let hasPending = tasks(of: task.loginId, in: task.mediaId).contains { $0.state.isPending }
        let key = "\(task.loginId)/\(task.mediaId)"
        guard !hasPending, state.media.value(key, now: clock.now)?.endsRoutable == true else { return }
        state.media.update(key) { record in
            record.routable = false
            record.endsRoutable = false
        }
    }

    /// While a task of a domain that does not give way is active, those of domains that accept it are interrupted.
    ///
    /// Nothing but the media is told of it, as Finesse does.
    private func interrupt(because task: TaskRecord) {
        let mine = tasks(of: task.loginId)
        let isBusy = mine.contains { $0.state == .active && mediaDomain($0.mediaId)?.interruptible == false }
        for domain in configuration.mediaDomains where domain.interruptible && domain.id != task.mediaId {
            let accepts = media(domain.id, of: task.loginId).interruptAction == "ACCEPT"
            var changes = false
            for var other in mine where other.mediaId == domain.id {
                if isBusy, accepts, other.state == .active {
                    other.interruptedState = other.state
                    other.state = .interrupted
                } else if !isBusy, other.state == .interrupted {
                    other.state = other.interruptedState ?? .active
                    other.interruptedState = nil
                } else {
                    continue
                }
                changes = true
                state.tasks.set(other.id, other, now: clock.now)
            }
            if changes { publishMedia(domain.id, of: task.loginId) }
        }
    }

    // MARK: Notifications

    private func publishMedia(_ mediaId: String, of loginId: String) {
        guard let user = directory.user(named: loginId), let domain = mediaDomain(mediaId) else { return }
        let uri = "/finesse/api/User/\(loginId)/Media"
        publish(
            NotificationRecord(
                node: uri,
                source: "\(uri)/\(mediaId)",
                method: "PUT",
                data: mediaDocument(domain, of: user).text()
            )
        )
    }

    private func publishTasks(_ task: TaskRecord, method: String) {
        let user = "/finesse/api/User/\(task.loginId)"
        publish(
            NotificationRecord(
                node: "\(user)/Dialogs/Media",
                source: "\(user)/Media/\(task.mediaId)/Dialogs",
                method: method,
                data: FinesseXML("dialogs", children: [taskDocument(task)]).text()
            )
        )
    }

    private func publishTask(_ task: TaskRecord) {
        publish(
            NotificationRecord(
                node: "/finesse/api/User/\(task.loginId)/Dialogs/Media",
                source: "/finesse/api/Dialog/\(task.id)",
                method: "PUT",
                data: taskDocument(task).renamed("dialog").text()
            )
        )
    }

    private func report(
        _ fault: FinesseXML,
        mediaId: String,
        loginId: String,
        dialogId: String? = nil,
        requestId: String
    ) {
        let user = "/finesse/api/User/\(loginId)"
        publish(
            NotificationRecord(
                node: dialogId == nil ? "\(user)/Media" : "\(user)/Dialogs/Media",
                source: dialogId.map { "/finesse/api/Dialog/\($0)" } ?? "\(user)/Media/\(mediaId)",
                method: "PUT",
                requestId: requestId,
                data: fault.text()
            )
        )
    }

    // MARK: Documents

    /// The element of a task.
    func taskDocument(_ task: TaskRecord) -> FinesseXML {
        TaskRules.document(task, media: mediaDomain(task.mediaId)?.name ?? "", agent: task.loginId)
    }

    /// The element of an agent's work in a domain.
    func mediaDocument(_ domain: SandboxMediaDomain, of user: SandboxUser) -> FinesseXML {
        let head = [
            FinesseXML("uri", "/finesse/api/User/\(user.loginId)/Media/\(domain.id)"),
            FinesseXML("description", domain.description), FinesseXML("id", domain.id),
            FinesseXML("interruptible", String(domain.interruptible)), FinesseXML("name", domain.name),
        ]
        guard domain.includes(user) else { return FinesseXML("Media", children: head) }
        let record = media(domain.id, of: user.loginId)
        let tasks = tasks(of: user.loginId, in: domain.id)
        let isSignedIn = record.state != "LOGOUT"
        var children =
            head + [
                FinesseXML("dialogLogoutAction", isSignedIn ? record.dialogLogoutAction : ""),
                FinesseXML("maxDialogLimit", String(record.maxDialogLimit)),
                FinesseXML("reasonCodeId", String(record.reasonCodeId)),
                FinesseXML("routable", String(record.routable)),
                FinesseXML("state", MediaRules.shown(record, tasks: tasks.map(\.state))),
                FinesseXML("stateChangeTime", record.changedAt?.timestamp ?? ""),
                FinesseXML("interruptAction", isSignedIn ? record.interruptAction : ""),
            ]
        if let reason = reasonCode(id: record.reasonCodeId) {
            children.append(ReasonCodeRules.document(reason, hasId: true))
        }
        if configuration.knows(.release125) { children.append(FinesseXML("mediaConnected", String(isSignedIn))) }
        if configuration.knows(.release1262) {
            children += [
                FinesseXML("finesseAssociated", "true"), FinesseXML("channel", domain.channel),
                FinesseXML("mediaClass", "Cisco_\(domain.channel)"),
            ]
        }
        return FinesseXML("Media", children: children)
    }
}

extension SandboxMediaDomain {
    /// Whether a user has a skill group in it.
    func includes(_ user: SandboxUser) -> Bool { teams.isEmpty || teams.contains(user.teamId) }
}

extension SandboxConfiguration {
    /// Whether its release is this one or a later one; without a release it is the latest.
    func knows(_ other: SandboxRelease) -> Bool {
        guard let release else { return true }
        let all = SandboxRelease.allCases
        return (all.firstIndex(of: release) ?? 0) >= (all.firstIndex(of: other) ?? 0)
    }
}
