import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Foundation
import HTTPTransport
import SignInTrace
import Synchronization
import TestSupport
import Testing
import WebAgent

@Suite("Secrets and the trace of a sign-in", .timeLimit(.minutes(5)))
struct TraceSecretTests {
    /// What the recorder handed out last.
    private final class Kept: Sendable {
        private let file = Mutex<[UInt8]>([])
        private let count = Mutex(0)

        var steps: Int { count.withLock { $0 } }

        func keep(_ bytes: [UInt8]) {
            file.withLock { $0 = bytes }
            count.withLock { $0 += 1 }
        }

        var last: [UInt8] { file.withLock { $0 } }
    }

    @Test("show in no trace and in nothing that is drawn of it, in no form", arguments: SecretScenario.all)
    func shownNowhere(_ scenario: SecretScenario) async throws {
        try await SignInWorld.with(scenario.configuration) { world in
            let tap = WireTap(world.transport)
            let kept = Kept()
            let recorder = TraceRecorder(
                TraceRecorder.Settings(
                    creator: HARCreator(name: "test", version: "0"),
                    publicNames: ["cc_username", "client_id", "redirect_uri", "response_type", "AuthMethod", "SigAlg"],
                    clock: .measuring { 1_769_846_400_000 }
                ),
                finesse: [world.node.authority],
                keep: { kept.keep($0) }
            )
            let traced = recorder.transport(
                scenario.broken.map { CookieBreakingTransport(tap, breaking: $0) } ?? tap
            )
            let (carrier, observer) = recorder.pages(over: traced)
            let agent = world.over(carrier).agent(scenario.options) { $0.recordingObserver = observer }
            let signOn = world.over(traced).signOn(scenario.options)
            let credentials = world.credentials(scenario.user.rawValue, password: scenario.password)
            // How it ends is the business of other tests; here everything that went over the wire counts.
            let outcome = try? await signOn.signIn(scenario.user, credentials: credentials, agent: agent)
            if let signedIn = outcome?.signedIn {
                _ = try? await signedIn.client(over: traced).user(signedIn.loginID)
                if let tokens = signedIn.tokens {
                    _ = try? await signOn.refresh(tokens, of: signedIn.userName, at: signedIn.origin)
                }
            }
            await agent.close()
            recorder.end(TracedOutcome(status: 0, message: nil))

            let passwords = scenario.configuration.users.map { Secret("a password", $0.password.characters) }
            let typed = scenario.password.map { [Secret("the password typed", $0)] } ?? []
            let hunt = SecretHunt(for: tap.secrets + passwords + typed)
            let document = try TraceReader.read(kept.last, publicNames: [])
            let ladder = Ladder(document)
            #expect(kept.steps > document.exchanges.count)
            #expect(hunt.findings(in: kept.last, "the trace").isEmpty)
            #expect(hunt.findings(in: HTMLLadder(ladder).page, "the page").isEmpty)
            let lines = TerminalLadder(ladder, style: LadderStyle(width: 140)).lines
            #expect(hunt.findings(in: lines.joined(separator: "\n"), "the lines").isEmpty)
            // The search is for what there was: it shows on the wire.
            #expect(!hunt.findings(in: tap.bytes, "the wire").isEmpty)

            let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "SignInTraceTests/Fixtures/har-1.2.schema.json")
            #expect(
                try JSONSchema(Array(try Data(contentsOf: schema))).faults(in: try JSONTree(kept.last)) == []
            )
        }
    }
}
