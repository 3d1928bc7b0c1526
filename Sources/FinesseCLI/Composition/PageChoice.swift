import Foundation
import WebAgent

/// Where the pages of a sign-in are shown.
enum PageChoice: Hashable, Sendable {
    /// In a process of its own, between walls: the program at a path, or else the one that is found.
    case program(path: String?)

    /// In this process, which a person has to ask for.
    case inProcess

    /// Finds what shows pages; a program that is not there is an error, never a reason to show them in this process.
    ///
    /// - Parameter context: the outside.
    /// - Returns: the hosts; none is started yet.
    /// - Throws: `PageHostProgramFailure`.
    func hosts(in context: CommandContext) throws(PageHostProgramFailure) -> any PageHostProvider {
        switch self {
        case .inProcess: InProcessPageHosts()
        case .program(let path):
            ProcessPageHosts(
                program: try PageHostProgram.find(
                    path: path.map { URL(filePath: $0).path },
                    environment: context.environment
                )
            )
        }
    }
}
