/// Why a rules file cannot be used.
enum RulesFileError: Error, Hashable, CustomStringConvertible {
    /// The file cannot be read.
    case unreadable(path: String, reason: String)

    /// Something in it is not as it must be; lines count from 1.
    case malformed(path: String, line: Int?, reason: String)

    var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "The rules file \(path) cannot be read: \(reason). Name another one with --rules."
        case .malformed(let path, let line, let reason):
            "The rules file \(path)\(line.map { ", line \($0)" } ?? "") cannot be used: \(reason). docs/rules.md describes its form;"
                + " \"finessectl rules show\" prints rules to begin with."
        }
    }
}
