import Testing

@testable import FinesseSandbox

@Suite("The rules of agents' states, Finesse REST guide, User")
struct AgentRuleTests {
    private let now = SandboxInstant(milliseconds: 1000)

    private func situation(_ state: AgentState, _ deployment: SandboxDeployment = .ucce) -> AgentRules.Situation {
        var record = AgentRecord()
        record.enter(state, at: now)
        return AgentRules.Situation(record: record, deployment: deployment)
    }

    private func decide(
        _ request: AgentStateRequest,
        _ situation: AgentRules.Situation,
        isSupervisors: Bool = false
    ) -> String {
        switch AgentRules.decide(request, of: "1", isSupervisors: isSupervisors, situation) {
        case .accept(let order): "accept \(order.target.rawValue)"
        case .keep: "keep"
        case .refuse(let error): "\(error.status) \(error.type) \(error.data)"
        }
    }

    @Test("an agent asks for what the tables have as a request, and for nothing else", arguments: AgentState.allCases)
    func table(from: AgentState) {
        let wanted: [SandboxDeployment: [AgentState: Set<AgentState>]] = [
            .ucce: [
                .notReady: [.logout, .notReady, .ready], .ready: [.notReady],
                .reservedOutbound: [.ready, .notReady], .reservedOutboundPreview: [.notReady],
                .talking: [.ready, .notReady], .hold: [.ready, .notReady], .work: [.ready, .notReady],
                .workReady: [.ready, .notReady],
            ],
            // RESERVED_OUTBOUND is refused later, by the contact centre.
            .uccx: [
                .notReady: [.logout, .notReady, .ready], .ready: [.notReady, .logout],
                .reservedOutbound: [.ready, .notReady, .logout], .reservedOutboundPreview: [.notReady],
                .talking: [.notReady], .work: [.ready, .notReady],
            ],
        ]
        for deployment in SandboxDeployment.allCases {
            for to in AgentState.allCases {
                let outcome = decide(AgentStateRequest(state: to.rawValue), situation(from, deployment))
                let isAllowed = wanted[deployment]?[from]?.contains(to) ?? false
                #expect(
                    outcome == (isAllowed ? "accept \(to.rawValue)" : "400 Invalid State \(to.rawValue)"),
                    "\(deployment.rawValue) from \(from.rawValue)"
                )
            }
        }
    }

    @Test("a supervisor asks for what the rules for supervisors have, and gives no reason")
    func supervisor() {
        for from in AgentState.allCases {
            let logout = decide(AgentStateRequest(state: "LOGOUT"), situation(from), isSupervisors: true)
            #expect(logout.hasPrefix("accept") == (from != .logout && from != .unknown))
            let notReady = decide(AgentStateRequest(state: "NOT_READY"), situation(from), isSupervisors: true)
            #expect(notReady.hasPrefix("accept") == [.ready, .work, .workReady].contains(from))
        }
        #expect(
            decide(AgentStateRequest(state: "NOT_READY", reasonCodeId: 1), situation(.ready), isSupervisors: true)
                == "400 Invalid Input finesse.api.reasoncode.not_allowed"
        )
        #expect(decide(AgentStateRequest(state: "LOGIN"), situation(.logout), isSupervisors: true).hasPrefix("401"))
        #expect(decide(AgentStateRequest(state: "TALKING"), situation(.ready), isSupervisors: true).hasPrefix("400"))
    }

    @Test("reasons are needed where there are some and the system asks for them, and must be the agent's")
    func reasons() {
        var some = situation(.ready)
        some.reasons = ["NOT_READY": [7]]
        #expect(decide(AgentStateRequest(state: "NOT_READY"), some) == "accept NOT_READY")
        some.requiresReasons = true
        #expect(
            decide(AgentStateRequest(state: "NOT_READY"), some)
                == "400 Parameter Missing finesse.api.reasoncode.require_reasoncode"
        )
        #expect(decide(AgentStateRequest(state: "NOT_READY", reasonCodeId: 7), some) == "accept NOT_READY")
        #expect(
            decide(AgentStateRequest(state: "NOT_READY", reasonCodeId: 8), some)
                == "400 Invalid Input finesse.api.reasoncode.not_allowed"
        )
        var ready = situation(.notReady)
        ready.reasons = some.reasons
        #expect(
            decide(AgentStateRequest(state: "READY", reasonCodeId: 7), ready)
                == "400 Invalid Input finesse.api.reasoncode.not_allowed"
        )
    }

    @Test(
        "mobile agents give a known mode and a number, in Unified CCE",
        arguments: [
            ("CALL_BY_CALL", "5550001", SandboxDeployment.ucce, "accept NOT_READY"),
            ("NAILED_CONNECTION", "5550001", .ucce, "accept NOT_READY"),
            ("", "5550001", .ucce, "400 Parameter Missing mode"),
            ("CALL_BY_CALL", "", .ucce, "400 Parameter Missing dialNumber"),
            ("SOMETIMES", "5550001", .ucce, "400 Invalid Input mode"),
            ("CALL_BY_CALL", "5550001", .uccx, "400 Generic Error mobileAgent"),
        ]
    )
    func mobile(mode: String, number: String, deployment: SandboxDeployment, outcome: String) {
        let request = AgentStateRequest(state: "LOGIN", phone: "1", mobile: (mode: mode, dialNumber: number))
        #expect(decide(request, situation(.logout, deployment)) == outcome)
    }

    @Test(
        "an extension is up to 15 digits, in Unified CCX with a plus where wanted",
        arguments: [
            ("123456789012345", true, true), ("1234567890123456", false, false), ("+14085550100", false, true),
            ("+", false, false), ("12a", false, false),
        ]
    )
    func phones(phone: String, enterprise: Bool, express: Bool) {
        let request = AgentStateRequest(state: "LOGIN", phone: phone)
        #expect(decide(request, situation(.logout)).hasPrefix("accept") == enterprise)
        #expect(decide(request, situation(.logout, .uccx)).hasPrefix("accept") == express)
    }

    // MARK: Calls

    private func settle(_ record: AgentRecord, _ calls: AgentCalls, _ deployment: SandboxDeployment) -> AgentRecord {
        AgentRules.settled(record, calls: calls, deployment: deployment, now: now)
    }

    @Test("calls take an agent through the states of the tables, and back to where they began")
    func calls() {
        for (deployment, held) in [(SandboxDeployment.ucce, AgentState.hold), (.uccx, .talking)] {
            var record = situation(.ready, deployment).record
            record = settle(record, AgentCalls(isAlerting: true, isRouted: true), deployment)
            #expect(record.state == .reserved)
            record = settle(record, AgentCalls(isActive: true, isRouted: true), deployment)
            #expect(record.state == .talking)
            record = settle(record, AgentCalls(isHeld: true, isRouted: true), deployment)
            #expect(record.state == held)
            record = settle(record, AgentCalls(), deployment)
            #expect(record.state == .ready)
            #expect(record.resume == nil)
        }
    }

    @Test("what Unified CCX did not route leaves the agent not ready")
    func unrouted() {
        let record = settle(situation(.notReady, .uccx).record, AgentCalls(isActive: true), .uccx)
        #expect(record.state == .notReady)
        #expect(settle(situation(.notReady).record, AgentCalls(isActive: true), .ucce).state == .talking)
    }

    @Test("work after a call leads to what was pending, or to where the agent came from")
    func work() throws {
        var record = settle(situation(.ready).record, AgentCalls(isActive: true), .ucce)
        #expect(settle(record, AgentCalls(leavesWork: true), .ucce).state == .workReady)
        record.pendingState = .notReady
        record.pendingReasonCodeId = 3
        let work = settle(record, AgentCalls(leavesWork: true), .ucce)
        #expect(work.state == .work)
        let after = AgentRules.workEnded(work, now: now)
        #expect(after.state == .notReady)
        #expect(after.reasonCodeId == 3)
        let express = settle(situation(.ready, .uccx).record, AgentCalls(isActive: true, isRouted: true), .uccx)
        let expressWork = settle(express, AgentCalls(leavesWork: true), .uccx)
        #expect(expressWork.state == .work)
        #expect(AgentRules.workEnded(expressWork, now: now).state == .ready)
    }

    @Test("every change that calls make is in the product's table")
    func changesAreInTheTable() {
        let ringing = AgentCalls(isAlerting: true, isRouted: true)
        let talking = AgentCalls(isActive: true, isRouted: true)
        let held = AgentCalls(isHeld: true, isRouted: true)
        let preview = AgentCalls(isPreview: true, isRouted: true)
        let lives: [(AgentState, [AgentCalls])] = [
            (.ready, [ringing, AgentCalls()]), (.ready, [ringing, talking, AgentCalls()]),
            (.ready, [ringing, talking, held, AgentCalls()]),
            (.ready, [ringing, talking, held, talking, AgentCalls()]),
            (.ready, [ringing, talking, AgentCalls(leavesWork: true)]),
            (.ready, [ringing, talking, held, AgentCalls(leavesWork: true)]),
            (.ready, [preview, AgentCalls()]), (.ready, [preview, talking, AgentCalls(leavesWork: true)]),
            (.ready, [ringing, AgentCalls(isActive: true), AgentCalls(isHeld: true), AgentCalls()]),
            (.notReady, [AgentCalls(isAlerting: true), AgentCalls(isActive: true), AgentCalls()]),
            (.notReady, [talking, held, AgentCalls()]),
        ]
        for deployment in SandboxDeployment.allCases {
            let pairs = Set(AgentTransition.all(deployment).map { [$0.from, $0.to] })
            for (base, steps) in lives {
                for pending in [AgentState?.none, .ready, .notReady] {
                    if deployment == .uccx, pending == .ready || base == .notReady && steps.contains(talking) {
                        continue
                    }
                    var record = situation(base, deployment).record
                    for calls in steps {
                        // Nobody asks for anything while a call rings.
                        if record.resume != nil, record.state != .reserved { record.pendingState = pending }
                        let next = settle(record, calls, deployment)
                        if next.state != record.state {
                            let isInTable = pairs.contains([record.state, next.state])
                            #expect(isInTable, "\(deployment) \(record.state) \(next.state)")
                        }
                        record = next
                    }
                }
            }
        }
    }
}
