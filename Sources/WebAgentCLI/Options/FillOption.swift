import ArgumentParser
import Foundation
import WebAgentScripting

/// What goes into which control, as `ROLE=@FILE`.
///
/// The value comes from a file, since every user of a machine can read arguments.
struct FillOption: ExpressibleByArgument, Hashable, Sendable {
    /// Which control.
    var target: ControlTarget

    /// The file with the value; `-` is standard input.
    var path: String

    /// The words that stand for a part in a sign-in.
    static let roles: [String: PageControlRole] = [
        "username": .username, "password": .password, "one-time-code": .oneTimeCode,
    ]

    init?(argument: String) {
        // The last one, since a selector may hold another.
        guard let mark = argument.range(of: "=@", options: .backwards) else { return nil }
        let name = String(argument[..<mark.lowerBound])
        path = String(argument[mark.upperBound...])
        guard !name.isEmpty, !path.isEmpty else { return nil }
        target = Self.roles[name].map(ControlTarget.role) ?? .selector(name)
    }

    /// Reads the value; a line break at its end does not belong to it.
    ///
    /// - Throws: ``CommandFailure`` for a file that cannot be read.
    func value() throws(CommandFailure) -> String {
        var data: Data
        do {
            data =
                if path == "-" {
                    try FileHandle.standardInput.readToEnd() ?? Data()
                } else {
                    try Data(contentsOf: URL(filePath: path))
                }
        } catch {
            throw CommandFailure(
                .usage,
                "The file of --fill for \(target), \(path), cannot be read: \(error.localizedDescription). "
                    + "Name another one; \"@-\" is standard input."
            )
        }
        if data.last == UInt8(ascii: "\n") { data.removeLast() }
        if data.last == UInt8(ascii: "\r") { data.removeLast() }
        guard let text = String(data: data, encoding: .utf8) else {
            throw CommandFailure(.usage, "The file of --fill for \(target), \(path), is not UTF-8. Write it in UTF-8.")
        }
        return text
    }
}
