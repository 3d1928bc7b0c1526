import FinesseSSO
import FinesseSandbox
import Testing

/// A switch of the sandbox: how it is set in Swift and in YAML, and what a client sees while it is off and when it is on.
struct SandboxSwitch: Sendable, CustomTestStringConvertible {
    typealias Change = @Sendable (inout SandboxConfiguration) -> Void
    typealias Observation = @Sendable (SwitchWorld) async throws -> String

    /// The key, as YAML has it, and the value that switches it on.
    var name: String
    /// What is set while it is off, too, for the difference to show.
    var base: Change = { _ in }
    var change: Change
    /// Base and change in YAML.
    var yaml: String
    /// Whether it can be set at the start only.
    var needsStart = false
    var options = SignInOptions()
    /// What the client sees while it is off, and when it is on.
    var off: String
    var on: String
    var observe: Observation

    var testDescription: String { name }

    init(
        _ name: String,
        base: @escaping Change = { _ in },
        _ change: @escaping Change,
        yaml: String,
        needsStart: Bool = false,
        options: SignInOptions = SignInOptions(),
        off: String,
        on: String,
        observe: @escaping Observation
    ) {
        self.name = name
        self.base = base
        self.change = change
        self.yaml = yaml
        self.needsStart = needsStart
        self.options = options
        self.off = off
        self.on = on
        self.observe = observe
    }

    static let all: [SandboxSwitch] =
        system + users + tokens + desktop + identityService + identityProvider
        + signatures

    /// The configuration while it is off.
    var configurationOff: SandboxConfiguration {
        var configuration = SandboxConfiguration()
        base(&configuration)
        return configuration
    }

    /// The configuration when it is on.
    var configurationOn: SandboxConfiguration {
        var configuration = configurationOff
        change(&configuration)
        return configuration
    }

    /// What a client sees of a configuration.
    func outcome(of configuration: SandboxConfiguration) async throws -> String {
        let sandbox: FinesseSandbox
        do throws(SandboxError) {
            sandbox = try await FinesseSandbox.withoutServers(configuration, clock: .virtual())
        } catch {
            return error.label
        }
        let seen = try await observe(SwitchWorld(sandbox, options))
        await sandbox.stop()
        return seen
    }
}
