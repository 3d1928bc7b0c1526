import WebAgent

/// What shows the pages of a world.
enum SignInPages: Sendable {
    /// A pool of processes of their own.
    case processes(@Sendable (inout ProcessPageHostSettings) -> Void = { _ in })

    /// Threads of this process.
    case threads

    /// The hosts; none is started yet.
    func hosts() throws -> any PageHostProvider {
        switch self {
        case .threads: return InProcessPageHosts()
        case .processes(let change):
            var settings = ProcessPageHostSettings()
            change(&settings)
            return ProcessPageHosts(program: try PageHostProgram.find(), settings: settings)
        }
    }
}

extension SignInWorld {
    /// The pool of processes; nil where pages are shown on threads.
    var pool: ProcessPageHosts? { pages as? ProcessPageHosts }
}
