internal import Synchronization

/// The configuration that holds now.
///
/// It changes while the sandbox runs, so nobody keeps a copy of it, nor of anything made from it.
final class LiveConfiguration: Sendable {
    /// A configuration and what is made from it; it never changes, so that a read costs no copy.
    private final class Moment: Sendable {
        let configuration: SandboxConfiguration
        let directory: UserDirectory
        let trusted: IdentityProviderDescription?
        /// How many configurations there were before.
        let revision: Int

        init(
            _ configuration: SandboxConfiguration,
            _ directory: UserDirectory,
            _ trusted: IdentityProviderDescription?,
            revision: Int
        ) {
            self.configuration = configuration
            self.directory = directory
            self.trusted = trusted
            self.revision = revision
        }
    }

    private let moment: Mutex<Moment>

    init(_ configuration: SandboxConfiguration) {
        moment = Mutex(Moment(configuration, UserDirectory(configuration), nil, revision: 0))
    }

    /// The configuration of this moment.
    var configuration: SandboxConfiguration { moment.withLock { $0 }.configuration }

    /// Something of the configuration of this moment, without a copy of the whole.
    func value<Value>(_ read: (borrowing SandboxConfiguration) -> Value) -> Value {
        let moment = moment.withLock { $0 }
        return read(moment.configuration)
    }

    /// The users of this moment.
    var directory: UserDirectory { moment.withLock { $0 }.directory }

    /// The identity provider that the identity service trusts at this moment.
    var trusted: IdentityProviderDescription? { moment.withLock { $0 }.trusted }

    /// The number of the configuration of this moment: another configuration has another one.
    var revision: Int { moment.withLock { $0 }.revision }

    /// Puts another configuration in place.
    ///
    /// - Parameters:
    ///   - configuration: The configuration.
    ///   - trusted: The identity provider that the identity service trusts by it; the present one when there is nothing.
    func set(_ configuration: SandboxConfiguration, trusted: IdentityProviderDescription? = nil) {
        let present = moment.withLock { $0 }
        let directory =
            UserDirectory.isSame(present.configuration, configuration)
            ? present.directory : UserDirectory(configuration)
        let next = Moment(configuration, directory, trusted ?? present.trusted, revision: present.revision + 1)
        moment.withLock { $0 = next }
    }
}
