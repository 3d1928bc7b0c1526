import Foundation

/// The program that page hosts in processes of their own are.
///
/// It is never the running program itself.
public struct PageHostProgram: Hashable, Sendable {
    /// Its name beside the running program.
    public static let name = "web-agent-page-host"

    /// The environment variable that may name it.
    public static let variable = "WEB_AGENT_PAGE_HOST"

    /// Where it is.
    public let path: String

    /// Finds the program: at the path given, or else beside the running program, or else where the environment says.
    ///
    /// A path that is given and wrong is an error; nothing else is tried then.
    ///
    /// - Parameter path: where it is; nil looks for it.
    /// - Returns: the program.
    /// - Throws: ``PageHostProgramFailure``.
    public static func find(path: String? = nil) throws(PageHostProgramFailure) -> PageHostProgram {
        try find(path: path, running: ProgramFile.running, environment: ProcessInfo.processInfo.environment)
    }

    package static func find(
        path: String?,
        environment: [String: String]
    ) throws(PageHostProgramFailure) -> PageHostProgram {
        try find(path: path, running: ProgramFile.running, environment: environment)
    }

    package static func find(
        path: String?,
        running: String?,
        environment: [String: String]
    ) throws(PageHostProgramFailure) -> PageHostProgram {
        if let path { return try PageHostProgram(checking: path, running: running) }
        var searched: [String] = []
        if let running, let slash = running.lastIndex(of: "/") {
            let beside = String(running[...slash]) + name
            if ProgramFile.isProgram(beside) { return try PageHostProgram(checking: beside, running: running) }
            searched.append(beside)
        }
        guard let named = environment[variable], !named.isEmpty else { throw .notFound(searched: searched) }
        return try PageHostProgram(checking: named, running: running)
    }

    private init(checking path: String, running: String?) throws(PageHostProgramFailure) {
        guard path.hasPrefix("/") else { throw .notAbsolute(path) }
        guard ProgramFile.isProgram(path) else { throw .notAProgram(path) }
        if let running, ProgramFile.isSame(path, running) { throw .isRunningProgram(path) }
        self.path = path
    }
}

/// Why there is no program for page hosts.
public enum PageHostProgramFailure: Error, Hashable, Sendable {
    /// It is in none of the places searched, and the environment names none.
    case notFound(searched: [String])

    /// The path does not begin at the root, so that it would mean another file elsewhere.
    case notAbsolute(String)

    /// The path names nothing that can be started.
    case notAProgram(String)

    /// The path names the running program, which is never started a second time.
    case isRunningProgram(String)
}

extension PageHostProgramFailure: CustomStringConvertible {
    /// What is missing and what next.
    public var description: String {
        switch self {
        case .notFound(let searched):
            "The program \(PageHostProgram.name) was not found"
                + (searched.isEmpty ? "" : " (looked at \(searched.joined(separator: ", ")))")
                + ". Install it beside this program, or name it in \(PageHostProgram.variable)."
        case .notAbsolute(let path):
            "The path of the page host, \(path), is not absolute. Give the whole path."
        case .notAProgram(let path):
            "There is no program for page hosts at \(path). Give the path of an installed \(PageHostProgram.name)."
        case .isRunningProgram(let path):
            "\(path) is the running program itself and cannot be its page host. Give the path of \(PageHostProgram.name)."
        }
    }
}
