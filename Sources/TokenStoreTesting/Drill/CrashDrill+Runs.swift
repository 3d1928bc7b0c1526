import FinesseSSO
import FinesseTypes

extension CrashDrill {
    /// What no loss of power may take away in ``Work/signInOverDamage``.
    static let precious = Array("precious, and no record".utf8)
    private static let key = SampleSessions.key()

    /// Disk and server as the work finds them.
    func beginning() async -> DrillWorld.Moment {
        let empty = DrillWorld.Moment(
            event: "",
            disk: DiskState(),
            server: ModelServer(server),
            promise: .nothing,
            isAnswered: false
        )
        if work == .signIn { return empty }
        let before = DrillWorld(empty, start: 0, boot: "zeroth")
        let (agent, records) = before.signInByPerson()
        let keeper = keeper(in: before)
        await keeper.adopt(agent, records: records)
        _ = try? await keeper.accessToken()
        await keeper.stop()
        guard let tokens = agent.tokens, var moment = before.moments.last else { return empty }
        moment.promise = .tokens(tokens, records)
        moment.isAnswered = false
        switch work {
        case .signIn: break
        // While it is under way the user has been told neither that it is done nor that the tokens stay.
        case .logout: moment.promise = .nothing
        case .refresh: moment.server.endAccessTokens()
        case .silentSignIn:
            moment.server.endAccessTokens()
            moment.server.endRefreshTokens()
        case .signInOverDamage:
            moment.promise = .nothing
            moment.disk.overwriteFiles(with: Self.precious)
        }
        return moment
    }

    /// Does the work; gives what went wrong though no power was lost.
    func doWork(in world: DrillWorld) async -> String? {
        if work == .logout {
            do throws(TokenStoreError) {
                try await makeStore(world.disk, "first").remove(Self.key)
            } catch {
                return "the record could not be removed: \(error)"
            }
            world.promise(.forgotten, "the word that the user is signed out")
            return nil
        }
        return await getToken(in: world, boot: "first", byPerson: work == .signIn || work == .signInOverDamage)
    }

    /// A run of a program: gets a token, and calls Finesse with it.
    ///
    /// - Returns: Why it has no token that works; nil when it has.
    private func getToken(in world: DrillWorld, boot: String, byPerson: Bool) async -> String? {
        let keeper = keeper(in: world, boot: boot)
        if byPerson {
            let (agent, records) = world.signInByPerson()
            await keeper.adopt(agent, records: records)
        }
        var problem: String?
        do throws(AccessTokenUnavailable) {
            var token = try await keeper.accessToken()
            if !world.use(token), let other = try await keeper.replacement(for: token) {
                token = other
                problem = world.use(token) ? nil : "the server takes neither of two tokens"
            }
        } catch {
            problem = "a person is needed: \(error.reason)"
        }
        await keeper.stop()
        return problem
    }

    private func keeper(in world: DrillWorld, boot: String = "zeroth") -> TokenKeeper {
        TokenKeeper(
            key: Self.key,
            supplier: world,
            store: makeStore(world.disk, boot),
            clock: world,
            jitter: { 0 }
        )
    }

    /// Loses power at one moment, in every state that the disk may have then.
    ///
    /// - Returns: The next runs.
    func lose(
        after moment: DrillWorld.Moment,
        steps: [String],
        seed: UInt64,
        into report: inout Report
    ) async -> [DrillWorld] {
        var next: [DrillWorld] = []
        for disk in PowerLoss(seed: seed).states(after: moment.disk) {
            report.losses += 1
            var left = moment
            left.disk = disk
            if !server.keepsSession { left.server.endSessions() }
            let world = DrillWorld(left, start: 660 + 60 * steps.count, boot: "next-\(steps.count)")
            var problem = await check(left, in: world, boot: "next-\(steps.count)")
            if problem == nil, work == .signInOverDamage, !Self.hasPrecious(disk, world.disk.contents) {
                problem = "what was damaged is lost"
            }
            switch problem {
            case nil: break
            case Self.hopeless?: report.hopeless += 1
            case let problem?:
                let names = disk.files().map { "\($0.key) (\($0.value.count) bytes)" }.sorted()
                report.findings.append(Finding(steps: steps, disk: names, problem: problem))
            }
            next.append(world)
        }
        return next
    }

    private static let hopeless = "no client could go on"

    /// What the next run lacks.
    private func check(_ left: DrillWorld.Moment, in world: DrillWorld, boot: String) async -> String? {
        let problem = await getToken(in: world, boot: boot, byPerson: false)
        switch left.promise {
        case .nothing:
            // Nobody was told anything yet: it is enough that a person can sign in.
            return problem == nil ? nil : await getToken(in: world, boot: boot, byPerson: true)
        case .tokens(let tokens, let records):
            guard let problem else { return nil }
            return left.server.canServe(tokens, records) ? problem : Self.hopeless
        case .forgotten:
            if problem == nil { return "the user is signed in again" }
            let holdsSecret = left.disk.files().values.contains {
                String(decoding: $0, as: UTF8.self).contains("-secret.")
            }
            return holdsSecret ? "a secret is still on the disk" : nil
        }
    }

    private static func hasPrecious(_ disks: DiskState...) -> Bool {
        disks.allSatisfy { $0.files().values.contains(precious) }
    }
}

extension DiskState {
    /// Puts other bytes into every file, safe from the next loss of power.
    mutating func overwriteFiles(with bytes: [UInt8]) {
        for (number, node) in nodes {
            if case .file = node { nodes[number] = .file(bytes, isSynced: true) }
        }
    }
}
