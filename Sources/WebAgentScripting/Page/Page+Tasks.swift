extension Page {
    /// Runs what was put off and what is due now, in all documents of the page.
    func drain() {
        while !isStopped, !parent.isGone {
            world.closeLeaving()
            if let (page, task) = world.takeTask() {
                guard countTask() else { return }
                page.run(task)
            } else if let timer = clock.takeNext(within: 0) {
                guard countTask() else { return }
                fire(timer)
            } else {
                return
            }
        }
    }

    /// Lets page time pass until it is up or a task wished to leave; gives what is left of it.
    func advance(_ milliseconds: Int) -> Int {
        let end = clock.now + max(0, min(milliseconds, 1 << 40))
        world.hasWishedToLeave = false
        drain()
        while !isStopped, !parent.isGone, !world.hasWishedToLeave, let timer = clock.takeNext(within: end - clock.now) {
            guard countTask() else { break }
            fire(timer)
            drainTasks()
        }
        if world.hasWishedToLeave { return max(0, end - clock.now) }
        clock.pass(end - clock.now)
        return 0
    }

    private func drainTasks() {
        while !isStopped, !parent.isGone, !world.hasWishedToLeave, let (page, task) = world.takeTask() {
            guard countTask() else { return }
            page.run(task)
            world.closeLeaving()
        }
    }

    private func fire(_ timer: PageClock.Timer) {
        world.documents[timer.owner]?.timerEnded(timer.id)
        clock.finishTimer()
    }

    private func timerEnded(_ id: Int) {
        if let refresh, refresh.timer == id {
            self.refresh = nil
            navigate(to: refresh.url, kind: .replace, userActivated: false)
        } else {
            script("fireTimer", [ScriptValue(id)])
        }
    }

    func countTask() -> Bool {
        world.tasksRun += 1
        if world.tasksRun > source.limits.tasks { stop("its number of tasks") }
        if nodesMade > source.limits.nodes { stop("its number of nodes") }
        return !isStopped
    }

    func run(_ task: PageTask) {
        switch task {
        case .script(let node, let url): runExternalScript(node, url: url)
        case .request(let id, let request):
            script("deliver", [ScriptValue(id)] + RequestValues.delivered(ask(.request(request))))
        case .scriptAddress(let code): runScriptAddress(code)
        case .hashChange(let from, let to):
            if bridge != nil || mayListen { script("hashChanged", [.string(from), .string(to)]) }
        case .event(let type, let node): fire(type, at: node)
        case .frame(let frame): load(frame)
        case .message(let message): deliver(message)
        }
    }
}
