import FinesseSandbox
import Testing

@Suite("Sandbox faults", .timeLimit(.minutes(5)))
struct FaultTests {
    private let systemInfo = SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo")

    @Test("fire for the first requests that fit, after those that are let pass, and count")
    func counts() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let id = try sandbox.faults.add(
            SandboxFault(.status(503, body: "later"), when: .init(route: .systemInfo, after: 1, times: 2))
        )
        var statuses: [Int] = []
        for _ in 0..<5 { statuses.append(await sandbox.answer(systemInfo).status) }
        #expect(statuses == [200, 503, 503, 200, 200])
        _ = await sandbox.answer(SandboxRequest(party: .identityProvider, target: "/adfs/ls/"))
        let entry = try #require(sandbox.faults.list.first)
        #expect([entry.id, entry.seen, entry.fired] == [id, 3, 2])
        #expect(!entry.isActive)
        try sandbox.journal.expect(.times(2, JournalSelector(status: 503, refusal: .fault, fault: "status 503")))
    }

    @Test("fit by server, method, path pattern, route, user and node, and only when all of them fit")
    func selectors() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        var put = SandboxRequest(party: .finesse, method: "PUT", target: "/finesse/api/User/98411")
        put.headers = [("authorization", RESTClient.basic("sjefferson", "wrong"))]
        let fitting: [SandboxFault.Selector] = [
            .init(), .init(party: .finesse), .init(method: "put"), .init(path: "/finesse/*/User/*"),
            .init(path: "*98411"), .init(route: .userChange), .init(user: "98411"), .init(user: "SJefferson"),
            .init(node: "finesse1.xyz.com"), .init(party: .finesse, method: "PUT", user: "sjefferson"),
        ]
        let others: [SandboxFault.Selector] = [
            .init(party: .identityService), .init(method: "GET"), .init(path: "/finesse/api/User"),
            .init(path: "*/User/9841"), .init(route: .user), .init(user: "mwitwicky"), .init(node: "adfs.corp.example"),
            .init(party: .finesse, method: "PUT", user: "mwitwicky"),
        ]
        for selector in fitting + others {
            let id = try sandbox.faults.add(SandboxFault(.status(418), when: selector))
            #expect((await sandbox.answer(put).status == 418) == fitting.contains(selector), "\(selector)")
            #expect(sandbox.faults.remove(id))
        }
        #expect(!sandbox.faults.remove(1))
    }

    @Test("are for one user of two who sign in at once")
    func oneUser() async throws {
        let first = try await ChainClient()
        let second = ChainClient(sharing: first.sandbox)
        try first.sandbox.faults.add(SandboxFault(.status(500), when: .init(user: "mwitwicky")))
        #expect(try await first.signIn().json?["token"] != nil)
        #expect(try await second.signIn("mwitwicky", password: "Sector-7-Seymour").status == 500)
        let token = try #require(try await first.signIn().json?["token"])
        #expect(
            await RESTClient(sandbox: first.sandbox, authorization: "Bearer \(token)").get("/finesse/api/User/98411")
                .status == 200
        )
    }

    @Test("fire for the same requests under the same seed, for others under another, for the share that is said")
    func chance() async throws {
        func pattern(seed: UInt64) async throws -> [Bool] {
            let sandbox = try await FinesseSandbox.withoutServers(
                .with {
                    $0.faultSeed = seed
                    $0.faults = [SandboxFault(.status(503), when: .init(route: .systemInfo, probability: 0.25))]
                }
            )
            var fired: [Bool] = []
            for _ in 0..<400 { fired.append(await sandbox.answer(systemInfo).status == 503) }
            return fired
        }
        let first = try await pattern(seed: 7)
        #expect(try await pattern(seed: 7) == first)
        #expect(try await pattern(seed: 8) != first)
        #expect((70...130).contains(first.count { $0 }))
    }

    @Test("do not fire together because they are alike")
    func twins() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        for _ in 0..<2 { try sandbox.faults.add(SandboxFault(.delay(.fixed(.zero)), when: .init(probability: 0.5))) }
        for _ in 0..<64 { _ = await sandbox.answer(systemInfo) }
        let labels = Set(sandbox.journal.entries.map { $0.fault ?? "" })
        #expect(labels == ["", "delay", "delay, delay"])
    }

    @Test("delay an answer until the virtual clock is turned, and not a moment less")
    func delay() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        try sandbox.faults.add(SandboxFault(.delay(.fixed(.seconds(30)))))
        let log = EventLog()
        async let answer = {
            let answer = await sandbox.answer(systemInfo)
            log.add("answered")
            return answer
        }()
        try await sandbox.journal.wait(for: .once(.fault("delay")))
        await sandbox.clock.advance(by: .seconds(29))
        log.add("29")
        // The timer is set a moment after the entry: the clock is turned until it fires.
        var turned = 0
        while log.events.last != "answered", turned < 100_000 {
            await sandbox.clock.advance(by: .milliseconds(500))
            turned += 1
            await Task.yield()
        }
        #expect(await answer.status == 200)
        #expect(log.events == ["29", "answered"])
    }

    @Test("let a delayed answer go on when they are removed, and when the sandbox stops")
    func removed() async throws {
        for stops in [false, true] {
            let sandbox = try await FinesseSandbox.withoutServers()
            try sandbox.faults.add(SandboxFault(.delay(.fixed(.seconds(3600)))))
            async let answer = sandbox.answer(systemInfo)
            try await sandbox.journal.wait(for: .once(.route(.systemInfo)))
            if stops { await sandbox.stop() } else { sandbox.faults.removeAll() }
            #expect(await answer.status == 200)
        }
    }

    @Test("end by themselves on the sandbox's clock")
    func lasts() async throws {
        let client = try await ChainClient()
        try client.sandbox.faults.add(.identityProviderDown(for: .seconds(1200)))
        #expect(try await client.signIn().status == 0)
        await client.sandbox.clock.advance(by: .seconds(1199))
        #expect(try await client.signIn().status == 0)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(try await client.signIn().json?["token"] != nil)
        #expect(client.sandbox.faults.list.map(\.isActive) == [false])
    }

    @Test("break the answer in the ways that are said")
    func shapes() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        func answer(_ effect: SandboxFault.Effect) async throws -> SandboxAnswer {
            sandbox.faults.removeAll()
            try sandbox.faults.add(SandboxFault(effect))
            return await sandbox.answer(systemInfo)
        }
        #expect(try await answer(.empty).text.isEmpty)
        #expect(try await answer(.contentType("text/html")).header("Content-Type") == ["text/html"])
        #expect(try await answer(.malformedBody).text.contains("\u{0}"))
        #expect(try await answer(.status(429, headers: ["Retry-After": "5"])).header("retry-after") == ["5"])
        #expect(try await answer(.failure(.finesseOutOfService)).element("status") == "OUT_OF_SERVICE")
        for effect in [SandboxFault.Effect.reset(), .hangUp(), .reset(.afterWork), .hangUp(.afterWork)] {
            #expect(try await answer(effect).status == 0)
        }
        guard case .truncated(let length) = try await answer(.truncated()).delivery else {
            Issue.record("not truncated")
            return
        }
        #expect(length > 100)
    }

    @Test("delays add up and switches come together; of the others the first counts")
    func together() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        try sandbox.faults.add(SandboxFault(.contentType("text/html"), name: "first"))
        try sandbox.faults.add(SandboxFault(.status(500), name: "second"))
        try sandbox.faults.add(.finesseOutOfService())
        let answer = await sandbox.answer(systemInfo)
        #expect(answer.status == 200 && answer.element("status") == "OUT_OF_SERVICE")
        #expect(answer.header("Content-Type") == ["text/html"])
        #expect(sandbox.journal.entries.last?.fault == "first, finesseOutOfService")
        #expect(sandbox.faults.list.map(\.fired) == [1, 0, 1])
    }

    @Test("follow the configuration while the sandbox runs, beside those that were added")
    func live() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(
            .with { $0.faults = [SandboxFault(.status(500))] }
        )
        try sandbox.faults.add(SandboxFault(.status(502), when: .init(party: .identityProvider)))
        #expect(await sandbox.answer(systemInfo).status == 500)
        try await sandbox.reconfigure { $0.faults = [] }
        #expect(await sandbox.answer(systemInfo).status == 200)
        #expect(sandbox.faults.list.map(\.fault.effect) == [.status(502)])
    }

    @Test("that cannot be used are refused by name")
    func refused() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let bad: [(SandboxFault, String)] = [
            (SandboxFault(.status(99)), "fault.effect.status"),
            (SandboxFault(.status(200, headers: ["A B": "c"])), "fault.effect.status.headers"),
            (SandboxFault(.status(200, headers: ["A": "c\r\nD: e"])), "fault.effect.status.headers"),
            (SandboxFault(.contentType("a\n")), "fault.effect.contentType"),
            (SandboxFault(.empty, when: .init(probability: 1.5)), "fault.when.probability"),
            (SandboxFault(.empty, when: .init(times: 0)), "fault.when.times"),
            (SandboxFault(.empty, when: .init(after: -1)), "fault.when.after"),
            (SandboxFault(.empty, when: .init(node: "nobody.xyz.com")), "fault.when.node"),
            (SandboxFault(.empty, lasts: .zero), "fault.lasts"),
            (SandboxFault(.truncated(bytes: -1)), "fault.effect.truncated"),
            (SandboxFault(.drip(bytes: 0, every: .zero)), "fault.effect.drip.bytes"),
            (SandboxFault(.delay(.fixed(.seconds(-1)))), "fault.effect.delay"),
            (SandboxFault(.delay(.logNormal(median: .seconds(1), sigma: -1))), "fault.effect.delay.sigma"),
        ]
        for (fault, key) in bad {
            let error = #expect(throws: SandboxError.self) { try sandbox.faults.add(fault) }
            #expect(error?.description.contains(" \(key):") == true, "\(key): \(error?.description ?? "")")
        }
        #expect(sandbox.faults.list.isEmpty)
    }
}
